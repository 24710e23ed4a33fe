import Assay
import Foundation
import TestKit
import Testing

/// `assay rank --until`, which finds the number of futures itself.
@Suite struct UntilTests {
  private static func ran(_ options: String...) throws -> Command.Run {
    try Command.run(["rank", TwoBids.folder] + options)
  }

  /// The answer without `"stopping"`, as one of a stated number of futures is.
  private static func withoutStopping(_ document: String) throws -> String {
    let end = try #require(document.range(of: "\n  \"variants\""))
    let begin = try #require(document.range(of: "\"stopping\": {"))
    return document.replacingCharacters(
      in: begin.lowerBound..<end.lowerBound, with: "\"stopping\": null,")
  }

  @Test(arguments: [
    ["--until", "0.5%"], ["--until", "order"], ["--until", "0.5%", "--threads", "5"],
  ])
  func a_settled_run_is_that_of_as_many_futures_but_for_a_note(_ options: [String]) throws {
    let run = try Command.run(["rank", TwoBids.folder, "--json"] + options)
    #expect(run.exitCode == 0 && run.complaints.isEmpty)
    #expect(try schemaFaults(run.output, "rank") == [])
    let json = try JsonValue(document: run.output)
    let futures = Int(try #require(json["provenance"]["futures"].number))
    let stopping = json["stopping"]
    let rule = StoppingRule(.precision(1))
    #expect(stopping["end"].text == "settled" && stopping["open"].values.isEmpty)
    #expect(stopping["looks"].number == Double(rule.looks.count))
    let look = Int(try #require(stopping["look"].number))
    #expect(rule.looks[look - 1] == futures)
    let whole = try Self.ran("--json", "--futures", "\(futures)")
    #expect(try Self.withoutStopping(run.output) == whole.output)
  }

  @Test func a_settled_run_tells_people_what_and_how_to_get_the_same() throws {
    let run = try Self.ran("--until", "0.5%")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("Settled after ") })
    let last = try #require(lines[first...].firstIndex(of: ""))
    let note = lines[first..<last].joined(separator: " ")
    #expect(
      note.contains(
        "mean cost and risk P80−P50 of every bid are known within 0.5\u{202F}% of its mean cost"))
    let futures = try #require(note.firstMatch(of: /--futures ([0-9]+) gives the same\./)?.1)
    let whole = try Self.ran("--futures", String(futures))
    #expect((lines[..<first] + lines[last...]).joined(separator: "\n") == whole.output)
  }

  // What is settled is what the report prints: the controlled mean and the risk of the sample.
  @Test func settled_means_are_known_as_asked() throws {
    let json = try JsonValue(document: Self.ran("--json", "--until", "0.5%").output)
    for bid in json["bids"].values {
      let cost = bid["cost"]["before_credits"]
      let wanted = try #require(cost["mean"].number) * 0.005
      // The interval of one of 2 bids × 2 figures × 24 looks at 5 % reaches 3.47 errors to either side.
      #expect(try #require(cost["standard_error"].number) * 3.4 < wanted)
    }
  }

  @Test func a_run_that_gave_up_says_so_on_top_and_what_is_open() throws {
    let run = try Self.ran("--until", "0.01%", "--max-futures", "7000")
    #expect(run.exitCode == 0)
    #expect(tooWide(run.output).isEmpty)
    let top = try #require(run.output.components(separatedBy: "\nRanking\n").first)
    #expect(top.contains("NOT SETTLED after 7\u{202F}000 futures"))
    for bid in ["fast", "thrifty"] { #expect(top.contains("• \(bid), mean cost: ±")) }
    let told = try Self.ran("--json", "--until", "0.01%", "--max-futures", "7000").output
    #expect(try schemaFaults(told, "rank") == [])
    let json = try JsonValue(document: told)
    #expect(json["stopping"]["end"].text == "gave_up")
    #expect(json["stopping"]["look"] == json["stopping"]["looks"])
    let open = json["stopping"]["open"].values
    #expect(open.map { $0["bid"].text } == ["fast", "fast", "thrifty", "thrifty"])
    #expect(open.map { $0["figure"].text } == ["mean", "risk", "mean", "risk"])
    for figure in open {
      #expect(try #require(figure["half_width"].number) > #require(figure["wanted"].number))
    }
    #expect(try Self.withoutStopping(told) == Self.ran("--json", "--futures", "7000").output)
  }

  @Test func an_order_is_open_where_futures_are_too_few_to_tell() throws {
    let call = ["--until", "order", "--indifference", "0%", "--max-futures", "50"]
    let run = try Command.run(["rank", TwoBids.folder] + call)
    #expect(run.output.contains("• fast above thrifty: too few futures to tell."))
    let told = try Command.run(["rank", TwoBids.folder, "--json"] + call).output
    #expect(try schemaFaults(told, "rank") == [])
    let json = try JsonValue(document: told)
    let open = try #require(json["stopping"]["open"].values.first)
    #expect(open["below"].text == "thrifty" && open["half_width"] == .null)
    #expect(json["stopping"]["goal"]["indifference"].number == 0)
  }

  @Test func what_cannot_be_represented_is_never_settled() async throws {
    var dossier = try TwoBids.dossier()
    dossier.bids[0].contract.clauses.append(
      Contract.Named("huge", .fixedFee(FixedFee(amount: 1e306))))
    let evaluation = try Evaluation(dossier, futures: 4_096)
    let run = await evaluation.run(until: .precision(0.5))
    let report = evaluation.report(on: await evaluation.comparison(by: run.outcome), of: run)
    let top = try #require(report.text().components(separatedBy: "\nRanking\n").first)
    #expect(top.contains("• fast, mean cost: beyond all range."))
    #expect(!top.contains("• thrifty, mean cost"))
    #expect(try schemaFaults(report.json, "rank") == [])
  }

  @Test(
    arguments: [
      (["--until", "0.001"], "such as 0.1%, or order"), (["--until", "0%"], "above 0"),
      (["--until", "-1%"], "above 0"), (["--until", "101%"], "--until"),
      (["--until", "1e-3%"], "--until"), (["--until", "%"], "--until"),
      (["--until", "1%", "--futures", "20000"], "--max-futures bounds it"),
      (["--until", "1%", "--base-case"], "--base-case simulates nothing"),
      (["--until", "1%", "--no-controls"], "--no-controls"),
      (["--until", "1%", "--indifference", "1%"], "goes with --until order"),
      (["--until", "order", "--indifference", "1"], "with its sign"),
      (["--until", "order", "--max-futures", "0"], "1 to 4294967296"),
      (["--max-futures", "5"], "goes with --until"),
      (["--indifference", "1%"], "goes with --until order"),
      (["--no-controls", "--base-case"], "--base-case simulates nothing"),
    ]
  )
  func what_does_not_go_together_exits_with_64(_ options: [String], _ said: String) throws {
    let run = try Command.run(["rank", TwoBids.folder] + options)
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(run.complaints.contains(said), "\(run.complaints)")
  }
}
