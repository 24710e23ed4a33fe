import Assay
import Foundation
import Synchronization
import TestKit
import Testing

@Suite struct RegimeReportTests {
  private static func evaluation(_ scenario: String, futures: Int) throws -> Evaluation {
    try Evaluation(
      loadEvent(at: Project.path("scenarios/\(scenario)")), futures: futures, seed: 1)
  }

  private static func report(
    _ scenario: String, bid: String? = nil, futures: Int
  ) async throws -> RegimeReport {
    let evaluation = try evaluation(scenario, futures: futures)
    return evaluation.report(on: try await evaluation.regimes(of: bid))
  }

  @Test func the_regime_of_a_capped_contract_reads_as_recorded() async throws {
    let report = try await Self.report("contact-centre", bid: "epsilon", futures: 2_000)
    expectGolden(report.text, named: "contact-centre-regime.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(try schemaFaults(report.json, "regime") == [])
  }

  @Test(arguments: ["payroll", "invoice-handling"])
  func the_regimes_of_a_scenario_read_as_recorded(_ scenario: String) async throws {
    let report = try await Self.report(scenario, futures: 2_000)
    expectGolden(report.text, named: "\(scenario)-regime.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(try schemaFaults(report.json, "regime") == [])
  }

  // What is paid is what the ranking credits, to the bit.
  @Test func what_is_paid_is_what_the_ranking_credits() async throws {
    let evaluation = try Self.evaluation("contact-centre", futures: 1_000)
    let outcome = await evaluation.experiment.run(threads: 2)
    for place in [0, 3] {
      let regime = await evaluation.experiment.regime(of: place, threads: 2)
      #expect(regime.paid.mean == outcome.options[place].credits.mean)
      #expect(regime.loss.mean == outcome.options[place].loss.mean)
      let sum = regime.steps.reduce(0) { $0 + $1.mean }
      #expect(abs(sum - regime.paid.mean) < 0.005)
    }
  }

  @Test func work_is_told_to_the_last_future() async throws {
    let evaluation = try Self.evaluation("payroll", futures: 700)
    let told = Told()
    _ = try await evaluation.regimes { told.note($0) }
    #expect(try told.most == evaluation.regimeFutures())
  }

  @Test func an_event_without_credits_says_so() async throws {
    let evaluation = try TwoBids.evaluation(futures: 600)
    let text = evaluation.report(on: try await evaluation.regimes(of: "baseline")).text
    #expect(text.contains("No service credit is agreed with baseline."))
    #expect(
      try schemaFaults(
        evaluation.report(on: try await evaluation.regimes(of: "baseline")).json, "regime"
      ).isEmpty)
  }

  @Test func a_replay_reads_as_recorded() async throws {
    let evaluation = try Self.evaluation("contact-centre", futures: 2_000)
    let report = try await evaluation.replay(of: "epsilon")
    expectGolden(report.text, named: "contact-centre-replay.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(try schemaFaults(report.json, "replay") == [])
  }

  @Test func anothers_regime_on_a_record_has_its_terms() async throws {
    let evaluation = try Self.evaluation("contact-centre", futures: 500)
    let json = try JsonValue(
      document: try await evaluation.replay(of: "alpha", regimeOf: "gamma").json)
    #expect(json["record_of"].text == "alpha" && json["regime_of"].text == "gamma")
    // Half the amount at risk: no month is credited more than 6 % of its charge.
    for month in json["months"].values {
      let (paid, charge) = (month["paid"].number ?? .nan, month["charge"].number ?? .nan)
      #expect(paid <= 0.06 * charge + 0.005)
    }
    #expect(
      try schemaFaults(
        try await evaluation.replay(of: "alpha", regimeOf: "gamma").json, "replay"
      ).isEmpty)
  }

  // Rows of datasets/contact-centre/history.csv, provider A, answer_speed below 78 %: counted there.
  @Test func a_replay_has_the_defaults_of_the_history_file() async throws {
    let rows = try Project.text(of: "datasets/contact-centre/history.csv").split(separator: "\n")
    let misses = rows.count { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      guard cells[1] == "A", cells[2] == "answer_speed" else { return false }
      return (Double(cells[3]) ?? 100) < 77.95
    }
    let evaluation = try Self.evaluation("contact-centre", futures: 500)
    let json = try JsonValue(document: try await evaluation.replay(of: "alpha").json)
    let level = json["levels"].values.first { $0["level"].text == "answer" }
    #expect(level?["defaults"].number == Double(misses))
    #expect(misses > 0)
  }

  @Test(arguments: [("Credit regimes: ", "regime"), ("Replay: ", "replay")])
  func the_page_shows_what_the_command_prints(_ title: String, _ name: String) throws {
    let snapshot = "Tests/AssayTests/Snapshots/contact-centre-\(name).txt"
    let printed = Set(try Project.text(of: snapshot).split(separator: "\n"))
    let page = try Project.text(of: "docs/regime.md")
    let shown = page.components(separatedBy: "```").filter { $0.hasPrefix("text\n\(title)") }
    #expect(shown.count == 1)
    for line in shown.joined().split(separator: "\n").dropFirst() where line != "…" {
      #expect(printed.contains(line), "\(line)")
    }
  }

  @Test func what_is_not_on_record_is_not_replayed() async throws {
    let evaluation = try Self.evaluation("payroll", futures: 500)
    await #expect(throws: ReplayError.noRecord("acme", known: [])) {
      try await evaluation.replay(of: "acme")
    }
    await #expect(throws: ExplanationError.self) { try await evaluation.replay(of: "acmee") }
  }

  @Test(arguments: [
    ([], "Ask one question"), (["--replay"], "--replay takes the record of one --bid"),
    (["--regime-of", "acme"], "--regime-of goes with --replay"),
    (["--regime", "--replay", "--bid", "acme"], "one at a time"),
    (["--regime", "--futures", "1048577"], "at most 1048576 futures"),
  ])
  func the_command_refuses_what_cannot_be_asked(_ arguments: [String], _ words: String) throws {
    let run = try Command.run(["whatif", Project.path("scenarios/payroll")] + arguments)
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains(words), "\(run.complaints)")
  }

  @Test func the_command_names_the_bid_that_was_meant() throws {
    let run = try Command.run(
      ["whatif", Project.path("scenarios/payroll"), "--regime", "--bid", "acmee"])
    #expect(run.exitCode == 2)
    #expect(run.complaints.contains("did you mean acme?"))
  }

  @Test func the_command_says_that_nothing_is_on_record() throws {
    let run = try Command.run(
      ["whatif", Project.path("scenarios/payroll"), "--replay", "--bid", "acme"])
    #expect(run.exitCode == 2)
    #expect(run.complaints.contains("nothing is on record of acme"))
  }
}

/// The most that was told, from any thread.
private final class Told: Sendable {
  private let number = Atomic<Int>(0)

  var most: Int { number.load(ordering: .relaxed) }

  func note(_ value: Int) { number.max(value, ordering: .relaxed) }
}
