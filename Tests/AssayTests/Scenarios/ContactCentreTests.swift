import Assay
import Foundation
import TestKit
import Testing

@Suite struct ContactCentreTests {
  private static let folder = "scenarios/contact-centre"
  private static let data = "datasets/contact-centre"

  private func dossier() throws -> Dossier { try loadEvent(at: Project.path(Self.folder)) }

  @Test func five_bids_and_todays_operation_load_without_faults() throws {
    let dossier = try dossier()
    #expect(dossier.bids.map(\.id) == ["alpha", "beta", "delta", "epsilon", "gamma"])
    #expect(dossier.baseline?.id == "baseline")
    #expect(dossier.notes.isEmpty)
    #expect(dossier.demandFits.count == 3)
    #expect(dossier.historyProviders["gamma"] == "C")
  }

  // Bidders state their totals at the agreed volumes, with every index on its drift.
  @Test(arguments: ["alpha", "beta", "delta", "epsilon", "gamma"])
  func the_base_case_is_the_total_that_the_bid_states(_ id: String) throws {
    let dossier = try dossier()
    let bid = try #require(dossier.bids.first { $0.id == id })
    let stated = try #require(bid.statedTotal)
    let total = try dossier.baseCaseTotal(of: bid)
    #expect(abs(total / stated - 1) < 0.005, "\(total) against \(stated)")
  }

  @Test func every_total_ties_out_to_the_cent() throws {
    var dossier = try dossier()
    dossier.event.levelling.tolerance = 0
    let report = try TieOutReport(dossier)
    #expect(report.bids.map(\.bid) == ["alpha", "beta", "delta", "epsilon", "gamma"])
    #expect(report.bids.allSatisfy { $0.rows.count > 20 })
    #expect(report.tiesOut, "\(report.text())")
    #expect(try schemaFaults(report.json, "tie-out") == [])
  }

  @Test(.enabled(if: Python.isPresent, "there is no python3"))
  func its_script_writes_the_committed_totals() throws {
    let copy = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try FileManager.default.copyItem(atPath: Project.path(Self.folder), toPath: copy)
    let files = Project.files(under: "\(Self.folder)/bids", endingIn: ["totals.csv"])
    #expect(files.count == 5)
    let places = files.map { copy + $0.dropFirst(Self.folder.count) }
    for place in places { try FileManager.default.removeItem(atPath: place) }
    try Python.run("\(copy)/totals.py")
    for (file, place) in zip(files, places) {
      let isSame = try ScratchCopy.bytes(at: place) == ScratchCopy.bytes(at: Project.path(file))
      #expect(isSame, "\(file)")
    }
  }

  @Test func gamma_cannot_be_awarded_for_its_transfers() throws {
    let dossier = try dossier()
    for bid in dossier.bids {
      let failed = bid.eligibility(in: dossier.event).failed
      #expect(failed == (bid.id == "gamma" ? ["gdpr-transfers"] : []))
    }
  }

  // Beta's attestation comes after signature and before go-live, when it is due.
  @Test func what_is_planned_before_go_live_is_covered_then() throws {
    let dossier = try dossier()
    let beta = try #require(dossier.bids.first { $0.id == "beta" })
    let coverage = beta.overallCoverage(of: dossier.event)
    #expect(coverage.atSignature < coverage.atGoLive)
    #expect(coverage.openAtGoLive.isEmpty)
    #expect(beta.eligibility(in: dossier.event).isAwardable)
  }

  @Test func the_ranking_makes_sense() async throws {
    let comparison = try await Evaluation(dossier(), futures: 4_096).run()
    #expect(comparison.outcome.basis == .beforeCredits)
    #expect(comparison.ranking.rows.count == 5)
    #expect(comparison.findings.contains(.notAwardable(bid: "gamma", failed: ["gdpr-transfers"])))
    for (position, option) in comparison.options.enumerated() {
      let tally = comparison.outcome.options[position]
      let cost = comparison.outcome.summary(of: position, .afterCredits)
      #expect((25e6...60e6).contains(cost.mean.value), "\(option.bid.id) costs \(cost.mean.value)")
      #expect(cost[0.05].value < cost[0.50].value && cost[0.50].value < cost[0.95].value)
      #expect(cost[0.95].value < cost.cvar95.value)
      #expect(tally.loss.mean >= 0 && tally.credits.mean >= 0)
      #expect((0...1).contains(tally.exits.mean))
      #expect(tally.after.mean <= tally.before.mean)
    }
    #expect(comparison.variants.map(\.kind) == Variant.Kind.allCases)
    #expect(comparison.variants.allSatisfy { $0.ranking.rows.count == 5 })
    let defaults = Dictionary(
      uniqueKeysWithValues: zip(comparison.options, comparison.outcome.options).map {
        ($0.bid.id, $1.allDefaults.mean)
      })
    // The offshore bid has the weakest record.
    let gamma = try #require(defaults["gamma"])
    for id in ["alpha", "beta", "epsilon"] { #expect(try gamma > #require(defaults[id])) }
  }

  // python3 is not needed to build or to use the program.
  @Test(.enabled(if: Python.isPresent, "there is no python3"))
  func its_script_writes_the_committed_history() throws {
    let copy = try ScratchCopy(of: "\(Self.data)/generate.py")
    defer { copy.remove() }
    try Python.run(copy.path(of: "generate.py"))
    #expect(copy.files(besides: "generate.py") == ["history.csv"])
    let written = try copy.bytes(of: "history.csv")
    let isSame = try written == ScratchCopy.bytes(at: Project.path("\(Self.data)/history.csv"))
    #expect(isSame)
  }
}

extension Dossier {
  /// The undiscounted base case of `bid`.
  func baseCaseTotal(of bid: Bid) throws -> Double {
    let metrics = assumptions.performance[bid.id]?.metrics.map(\.metric) ?? []
    let contract = try bid.contract.resolved(in: event, metrics: metrics)
    let entries = contract.baseCase(in: assumptions)
    return entries.reduce(0) { $0 + $1.amount }
  }
}
