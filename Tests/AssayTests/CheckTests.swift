import Assay
import Foundation
import TestKit
import Testing

@Suite struct CheckTests {
  private static let faulty = Project.path("Tests/Fixtures/faulty")

  /// A copy of the small event with `texts` instead of its own, by path, while `body` runs.
  private func changed<Value>(
    _ texts: [String: String], _ body: (_ folder: String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: TwoBids.folder, toPath: folder)
    for (file, text) in texts {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
    }
    return try body(folder)
  }

  private func event(_ old: String, _ new: String) throws -> String {
    let text = try Project.text(of: "Tests/Fixtures/two-bids/event.yaml")
    try #require(text.contains(old))
    return text.replacing(old, with: new)
  }

  @Test func an_event_without_faults_is_told_with_what_to_know() throws {
    let report = try checkReport(of: TwoBids.folder)
    expectGolden(report.text, named: "two-bids-check.txt")
    #expect(tooWide(report.text) == [])
    #expect(try schemaFaults(report.json, "check") == [])
    #expect(!report.fails(strictly: false))
    #expect(report.fails(strictly: true))
  }

  @Test func every_fault_of_every_file_is_told() throws {
    let report = try checkReport(of: Self.faulty)
    let told = report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let faults = try Project.text(of: "Tests/AssayTests/Snapshots/faults.txt")
    let lines = faults.split(separator: "\n").dropLast()
    #expect(lines.count == 8)
    for line in lines { #expect(told.contains(line), "\(line)") }
    #expect(report.fails(strictly: false))
    #expect(try schemaFaults(report.json, "check") == [])
  }

  @Test func a_bid_with_a_fault_leaves_the_others_to_be_compared() throws {
    let prices = "item,kind,service_line,from,to,price,currency\na,fixed_fee,,,,x,EUR\n"
    try changed(["bids/fast/1/prices.csv": prices]) { folder in
      let all = try checkReport(of: folder)
      #expect(all.fails(strictly: false))
      #expect(all.text.contains("bids/fast/1/prices.csv:2:6: price: not a number, found x"))
      #expect(all.text.contains("In thrifty:") && !all.text.contains("In fast:"))
      let other = try checkReport(of: folder, only: "thrifty")
      #expect(!other.fails(strictly: false))
      #expect(other.text.contains("Other bids have 1 fault not shown here."))
      let own = try checkReport(of: folder, only: "fast")
      #expect(own.fails(strictly: false) && !own.text.contains("In thrifty:"))
    }
  }

  @Test func what_cannot_be_ranked_is_a_fault() throws {
    let event = try event(
      "terms:\n",
      """
      terms:
        prices:
          odd:
            kind: tiers
            service_line: tickets
            units: all
            tiers: [{from: 0, price: not_stated}, {from: 9, price: 1}]

      """)
    try changed(["event.yaml": event]) { folder in
      let report = try checkReport(of: folder)
      #expect(report.fails(strictly: false))
      #expect(report.text.contains("thrifty: odd: a price is not stated"))
      #expect(try schemaFaults(report.json, "check") == [])
    }
  }

  @Test func notes_fail_where_that_is_asked() throws {
    let agreed = ", definition: d, window: w, source: s, scale: share"
    let event = try event(", scale: share", agreed)
      .replacing("share: 60%}", with: "share: 100%}")
    let page = try Project.text(of: "Tests/Fixtures/two-bids/bids/fast/1/bid.yaml")
      .replacing("1660000", with: "1637568")
    try changed(["event.yaml": event, "bids/fast/1/bid.yaml": page]) { folder in
      let report = try checkReport(of: folder)
      #expect(report.text.contains("What to know\n\nNothing.\n"))
      #expect(!report.fails(strictly: true))
      #expect(try Command.run(["check", folder, "--strict"]).exitCode == 0)
    }
    #expect(try Command.run(["check", TwoBids.folder, "--strict"]).exitCode == 1)
  }

  @Test func the_command_prints_the_report_and_exits_with_1_for_faults() throws {
    let good = try Command.run(["check", TwoBids.folder])
    #expect(good.exitCode == 0)
    #expect(try good.output == checkReport(of: TwoBids.folder).text)
    #expect(good.complaints.isEmpty)
    let bad = try Command.run(["check", Self.faulty, "--format", "json"])
    #expect(bad.exitCode == 1)
    #expect(try bad.output == checkReport(of: Self.faulty).json)
  }

  @Test(arguments: [["/nowhere"], [Project.path("README.md")], [TwoBids.folder, "--bid", "fsat"]])
  func what_cannot_be_checked_exits_with_2(_ call: [String]) throws {
    let run = try Command.run(["check"] + call)
    #expect(run.exitCode == 2)
    #expect(run.output.isEmpty && !run.complaints.isEmpty)
  }

  @Test(arguments: [["check"], ["check", "x", "--format", "csv"], ["new"]])
  func a_wrong_call_exits_with_64(_ call: [String]) throws {
    #expect(try Command.run(call).exitCode == 64)
  }

  @Test func what_a_bidder_wrote_steers_no_terminal() throws {
    let event = try event("title: ", "title: \u{1B}[2J")
      .replacing("on_time:", with: "on\u{202E}time:")
    try changed(["event.yaml": event]) { folder in
      let text = try checkReport(of: folder).text
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }
}

@Suite struct UsualTermPageTests {
  private static let page = "docs/agreement.md"

  /// The row of a term as the page has it.
  private func row(_ term: UsualTerm) -> String {
    let words = term.usualWords.replacing("\u{202F}", with: " ")
    let source = [term.source, term.isAssumption ? "**[assumption]**" : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return "| \(term.name) | \(words) | \(term.more.rawValue) | `\(term.path)` | \(source) |"
  }

  @Test func the_page_has_the_rows_of_the_table_in_their_order() throws {
    let text = try Project.text(of: Self.page)
    let section = try #require(text.components(separatedBy: "## Usual terms\n").last)
      .components(separatedBy: "\n## ")[0]
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.map(String.init) == UsualTerm.all.map(row))
  }
}
