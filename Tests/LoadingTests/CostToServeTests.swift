import Contracts
import Loading
import Testing

/// `assumptions/cost_to_serve`.
@Suite struct CostToServeTests {
  private func event(_ costs: String) -> EventFixture {
    EventFixture().replacing("  indices:\n", with: "  cost_to_serve: \(costs)\n  indices:\n")
  }

  @Test func what_serving_costs_is_stated_by_bid_or_for_all() throws {
    let dossier = try event(
      "{alpha: {share: 90%, improvement: 0.03, most: 1.5, walk_away: 4%, source: estimate}}"
    ).load()
    #expect(
      dossier.costToServe["alpha"]
        == CostToServe(
          share: 0.9, improvement: 0.03, most: 1.5, walkAway: 0.04, source: "estimate"))
    let peers = try event("{peers: {walk_away: -2%}}").load()
    #expect(peers.costToServe["alpha"] == CostToServe(walkAway: -0.02))
  }

  @Test func nothing_is_stated_where_nothing_is_written() throws {
    #expect(try EventFixture().load().costToServe.isEmpty)
  }

  @Test(
    arguments: [
      ("{alfa: {share: 90%}}", "cost_to_serve/alfa"),
      ("{alpha: {shares: 90%}}", "cost_to_serve/alpha/shares"),
      ("{alpha: {share: 300%}}", "cost_to_serve/alpha/share"),
      ("{alpha: {improvement: -1%}}", "cost_to_serve/alpha/improvement"),
      ("{alpha: {most: 0}}", "cost_to_serve/alpha/most"),
      ("{alpha: {walk_away: much}}", "cost_to_serve/alpha/walk_away"),
    ])
  func a_faulty_cost_is_named(_ costs: String, _ path: String) throws {
    let faults = try event(costs).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.contains("assumptions/\(path)") == true, "\(faults)")
  }
}
