import Assay
import Foundation
import TestKit
import Testing

@Suite struct SensitivityTests {
  private func report(_ weights: WeightSpace = .standard) async throws -> RankReport {
    try await TwoBids.report(futures: 500).withSensitivity(to: weights, draws: 5_000)
  }

  @Test func a_sensitivity_reads_as_recorded() async throws {
    let text = try await report().text()
    expectGolden(text.after("Sensitivity: other"), named: "two-bids-sensitivity.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func the_scenario_with_five_bids_reads_as_recorded() async throws {
    let event = try loadEvent(at: Project.path("scenarios/contact-centre"))
    let evaluation = try Evaluation(event, futures: 500)
    let outcome = await evaluation.experiment.run(threads: 2)
    let comparison = await Comparison(event.event, evaluation.experiment, outcome)
    let report = await evaluation.report(on: comparison)
      .withSensitivity(to: .ordinal, draws: 5_000)
    let text = report.text()
    expectGolden(text.after("Sensitivity: other"), named: "contact-centre-sensitivity.txt")
    #expect(tooWide(text).isEmpty)
    #expect(try schemaFaults(report.json, "rank") == [])
  }

  @Test(arguments: [WeightSpace.free, .ordinal, .ratio(1), .ratio(3)])
  func a_sensitivity_for_machines_fits_its_schema(_ weights: WeightSpace) async throws {
    let json = try await report(weights).json
    #expect(try schemaFaults(json, "rank") == [])
    let sensitivity = try JsonValue(document: json)["sensitivity"]
    #expect(sensitivity["methods"].values.count == 4)
    #expect(sensitivity["acceptability"].values.count == (weights == .free ? 1 : 2))
  }

  @Test func without_being_asked_nothing_is_said_and_the_rest_is_the_same() async throws {
    let plain = try await TwoBids.report(futures: 500)
    let asked = try await report()
    #expect(!plain.text().contains("Sensitivity"))
    #expect(asked.text().hasPrefix(plain.text().before("\n\nassay ")))
    let plainJson = try JsonValue(document: plain.json)
    let askedJson = try JsonValue(document: asked.json)
    #expect(plainJson["ranking"] == askedJson["ranking"])
    #expect(plainJson["bids"] == askedJson["bids"])
  }

  @Test func threads_change_no_byte() async throws {
    let one = try await TwoBids.report(futures: 500, threads: 1).withSensitivity(draws: 2_000)
    let three = try await TwoBids.report(futures: 500, threads: 3).withSensitivity(draws: 2_000)
    #expect(one.json == three.json)
  }

  @Test(arguments: [1, 10])
  func few_futures_fit_schema_and_page(_ futures: Int) async throws {
    let report = try await TwoBids.report(futures: futures).withSensitivity(draws: 500)
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(tooWide(report.text()).isEmpty)
  }

  @Test func a_bid_beyond_all_numbers_is_named() async throws {
    var dossier = try TwoBids.dossier()
    dossier.bids[0].contract.clauses.append(
      Contract.Named("huge", .fixedFee(FixedFee(amount: 1e306))))
    let evaluation = try Evaluation(dossier, futures: 100)
    let report = await evaluation.report(on: evaluation.run()).withSensitivity(draws: 500)
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(report.text().contains("Left out, for amounts too large to be compared: fast."))
    #expect(report.text().contains("no two bids that any method could rank otherwise"))
  }

  @Test(arguments: [
    (["--weights", "free"], "--weights goes with --sensitivity"),
    (["--sensitivity", "--weights", "ratio:0.5"], "a factor from 1 to 1000"),
    (["--sensitivity", "--weights", "ratio:"], "a factor from 1 to 1000"),
    (["--sensitivity", "--weights", "ratio:1e3"], "a factor from 1 to 1000"),
    (["--sensitivity", "--weights", "equal"], "It is free, ordinal, or ratio:"),
    (["--sensitivity", "--base-case"], "--base-case simulates nothing"),
  ])
  func what_cannot_be_asked_is_refused(_ options: [String], _ complaint: String) throws {
    let run = try Command.run(["rank", TwoBids.folder] + options)
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains(complaint), "\(run.complaints)")
  }

  @Test func the_command_says_it() throws {
    let run = try Command.run(
      ["rank", TwoBids.folder, "--futures", "100", "--sensitivity", "--weights", "ratio:1.5"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("weights with ratios within a factor of 1.5 of those stated"))
  }
}

extension String {
  /// The text from the last occurrence of `mark` on.
  fileprivate func after(_ mark: String) -> String {
    guard let range = range(of: mark) else { return "" }
    return String(self[range.lowerBound...])
  }

  /// The text before `mark`.
  fileprivate func before(_ mark: String) -> String {
    guard let range = range(of: mark) else { return "" }
    return String(self[..<range.lowerBound])
  }
}
