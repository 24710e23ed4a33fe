import Assay
import TestKit
import Testing

@Suite struct TalkingTherapiesTests {
  private static let folder = "scenarios/talking-therapies"
  private static let madeUp = "Tests/Fixtures/nhs_talking_therapies"
  // NHS England's statistics are no part of the project; they may lie beside it.
  private static let real = "../shared/data/nhs_talking_therapies"
  private static let bids = ["alr01", "nki", "nwc07", "rj8", "rtq", "tad"]

  private func dossier(_ data: String) throws -> Dossier {
    try loadEvent(at: Project.path(Self.folder), data: Project.path(data))
  }

  @Test func made_up_data_of_the_real_shape_rank() async throws {
    try await expectARanking(madeUpOrReal: Self.madeUp)
  }

  // Skipped where the real data do not lie beside the project.
  @Test(.enabled(if: Project.holds(Self.real), "the real data are not beside the project"))
  func the_real_data_rank() async throws {
    try await expectARanking(madeUpOrReal: Self.real)
  }

  private func expectARanking(madeUpOrReal data: String) async throws {
    let dossier = try dossier(data)
    #expect(dossier.bids.map(\.id) == Self.bids)
    #expect(dossier.demandFits.count == 1)
    #expect(dossier.performanceFits.count == 7)
    #expect(!dossier.dataDigests.isEmpty)
    let comparison = try await Evaluation(dossier, futures: 2_048).run()
    #expect(comparison.ranking.rows.count == 6)
    #expect(comparison.outcome.basis == .beforeCredits)
    for position in comparison.options.indices {
      let cost = comparison.outcome.summary(of: position, .afterCredits)
      #expect((10e6...60e6).contains(cost.mean.value))
      #expect(cost[0.10].value < cost[0.90].value)
      #expect(comparison.outcome.options[position].exits.mean == 0)
    }
    #expect(comparison.ranking.rows.allSatisfy { (0...100).contains($0.overall.value) })
  }

  @Test(arguments: bids)
  func the_base_case_is_the_total_that_the_bid_states(_ id: String) throws {
    let dossier = try dossier(Self.madeUp)
    let bid = try #require(dossier.bids.first { $0.id == id })
    let stated = try #require(bid.statedTotal)
    #expect(abs(try dossier.baseCaseTotal(of: bid) / stated - 1) < 0.005)
  }

  @Test func without_its_data_the_event_does_not_load() {
    #expect(throws: LoadingError.self) { try loadEvent(at: Project.path(Self.folder)) }
  }
}
