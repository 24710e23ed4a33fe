import Assay
import TestKit
import Testing

/// What a report says of the inputs that matter.
@Suite struct InputsReportTests {
  private static func report(
    _ dossier: Dossier? = nil, threads: Int = 2
  ) async throws -> RankReport {
    let evaluation = try Evaluation(dossier ?? TwoBids.dossier(), futures: 2_000)
    let report = evaluation.report(on: await evaluation.run(threads: threads))
    return evaluation.findingWhatMatters(in: report, designFutures: 1_024, threads: threads)
  }

  /// What a report with inputs says beyond one without.
  private static func sections(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0.hasPrefix("What decides") } ?? lines.startIndex
    let last = lines.firstIndex { $0.hasPrefix("Service and credits") } ?? lines.endIndex
    return lines[first..<last].joined(separator: "\n")
  }

  @Test func inputs_read_as_recorded() async throws {
    let text = try await Self.report().text()
    expectGolden(Self.sections(of: text), named: "two-bids-inputs.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func inputs_for_machines_fit_their_schema() async throws {
    let report = try await Self.report()
    #expect(try schemaFaults(report.json, "rank") == [])
    let inputs = try JsonValue(document: report.json)["inputs"]
    #expect(inputs["design_futures"].number == 1_024)
    #expect(inputs["sampled_futures"].number == 2_000)
    let everything = try #require(inputs["worth_of_everything"]["value"].number)
    #expect(!inputs["inputs"].values.isEmpty)
    for input in inputs["inputs"].values {
      let worth = try #require(input["worth"]["value"].number)
      #expect(worth >= 0 && worth <= everything)
      #expect((input["level"].text == "group") == (input["tornado"] == .null))
    }
  }

  @Test func inputs_are_told_only_where_they_are_asked() async throws {
    let plain = try await TwoBids.report()
    #expect(try JsonValue(document: plain.json).members["inputs"] == nil)
    #expect(!plain.text().contains("What decides"))
  }

  @Test func threads_change_no_byte_of_inputs() async throws {
    let (one, three) = try await (Self.report(threads: 1), Self.report(threads: 3))
    #expect(one.json == three.json && one.text() == three.text())
  }

  @Test func one_bid_has_costs_to_explain_and_nothing_to_choose() async throws {
    var dossier = try TwoBids.dossier()
    dossier.bids.removeLast()
    let report = try await Self.report(dossier)
    #expect(try schemaFaults(report.json, "rank") == [])
    let inputs = try JsonValue(document: report.json)["inputs"]
    #expect(inputs["runner_up"] == .null)
    #expect(inputs["worth_of_everything"]["value"].number == 0)
    let text = report.text()
    #expect(text.contains("There is one bid to choose: knowing more would not change it."))
    #expect(tooWide(text).isEmpty)
  }

  @Test func the_command_adds_inputs_to_its_report() async throws {
    let call = ["rank", TwoBids.folder, "--futures", "2000", "--inputs", "--input-futures", "1024"]
    let run = try Command.run(call + ["--json"])
    #expect(run.exitCode == 0)
    #expect(try await run.output == Self.report().json)
  }
}
