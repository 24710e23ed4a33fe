import Assay
import Foundation
import TestKit
import Testing

@Suite struct AwardCommandTests {
  static let folder = "scenarios/multi-site"

  private func report(_ futures: Int, adding rules: [String] = []) async throws -> AwardReport {
    let evaluation = try Evaluation(loadEvent(at: Project.path(Self.folder)), futures: futures)
    let added = try rules.flatMap {
      try awardRules(typed: $0, as: "--rule", of: evaluation.dossier)
    }
    let lots = try evaluation.lots(adding: added)
    return try await evaluation.award(lots, by: Cbc(gap: 0.000_1))
  }

  @Test func a_scenario_prints_what_its_folder_says() async throws {
    let report = try await report(2_000)
    expectGolden(report.text, at: "\(Self.folder)/expected-award.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(report.isPossible)
    #expect(try schemaFaults(report.json, "award") == [])
  }

  @Test func a_conflict_prints_as_recorded() async throws {
    let report = try await report(200, adding: ["one: {providers: {max: 1}}"])
    expectGolden(report.text, named: "multi-site-conflict.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(!report.isPossible)
    #expect(try schemaFaults(report.json, "award") == [])
  }

  @Test func the_command_answers_1_for_a_conflict_and_threads_change_no_byte() throws {
    let folder = Project.path(Self.folder)
    let conflict = try Command.run([
      "award", folder, "--futures", "200", "--alone", "--rule", "one: {providers: {max: 1}}",
    ])
    #expect(conflict.exitCode == 1)
    #expect(conflict.output.contains("The smallest set that must give way: one."))
    let plain = ["award", folder, "--futures", "200", "--json"]
    let one = try Command.run(plain + ["--threads", "1"])
    let two = try Command.run(plain + ["--threads", "2"])
    #expect(one.exitCode == 0)
    #expect(one.output == two.output)
  }

  @Test func faults_of_what_was_typed_are_told() throws {
    let folder = Project.path(Self.folder)
    let unknown = try Command.run(["award", folder, "--without", "fwe"])
    #expect(unknown.exitCode == 2)
    #expect(unknown.complaints.contains("--without: there is no rule fwe; did you mean few?"))
    let typed = try Command.run(["award", folder, "--rule", "x: {providers: {max: two}}"])
    #expect(typed.exitCode == 2)
    #expect(typed.complaints.contains("--rule:1:"))
  }

  /// A name that would be a command, markup or a formula elsewhere.
  @Test func what_a_bidder_wrote_reaches_no_solver_and_no_shell() async throws {
    var dossier = try loadEvent(at: Project.path(Self.folder))
    let names = [#"$(touch owned); "ENDATA"#, "=cmd|x", "\u{1B}[31mred"]
    for (place, name) in names.enumerated() {
      dossier.bids[place].name = name
      for clause in dossier.bids[place].contract.clauses.indices {
        let own = dossier.bids[place].contract.clauses[clause]
        if case .volumeDiscount = own.clause {
          dossier.bids[place].contract.clauses[clause].name = "\n ENDATA \u{1B}[31m"
        }
      }
    }
    let evaluation = try Evaluation(dossier, futures: 100)
    let report = try await evaluation.award(evaluation.lots(), by: Cbc(), isAlone: true)
    #expect(report.isPossible)
    #expect(!report.text.contains("\u{1B}"))
    #expect(!report.json.contains("\u{1B}"))
    #expect(!FileManager.default.fileExists(atPath: "owned"))
  }
}
