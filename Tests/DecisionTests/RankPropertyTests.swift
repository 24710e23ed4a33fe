import Contracts
import Decision
import Simulation
import TestKit
import Testing

/// A made-up event: a few bids of the same service at different prices, levels and credits.
private struct Tender {
  var bids: [Bid] = []
  var levels: [String: Double] = [:]

  init(seed: UInt64, statesLoss: Bool = false) {
    var random = SplitMix64(seed: seed)
    let loss = 50 * random.uniform()
    for number in 0..<Int.random(in: 2...5, using: &random) {
      let id = "bid-\(number)"
      var clauses = [Small.fee(900 + 200 * random.uniform()), Small.price(random.uniform())]
      clauses += Small.credit(random.uniform()) + Self.more(&random)
      if statesLoss { clauses.append(Small.loss(loss)) }
      bids.append(Small.bid(id, clauses))
      levels[id] = 2 * random.uniform() - 1
    }
  }

  /// Rich credits, doubled when repeated and capped, and a right to leave that is never used.
  private static func more(_ random: inout SplitMix64) -> [Contract.Named] {
    [
      Contract.Named("again", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2))),
      Contract.Named("cap", .creditCap(CreditCap(share: random.uniform()))),
      Contract.Named(
        "leave", .chronicFailure(ChronicFailure(level: "good", defaults: 2, window: 3))),
    ]
  }

  func comparison(_ event: Event, basis: CostBasis, seed: UInt64) async throws -> Comparison {
    let experiment = try Small.experiment(
      event, bids, levels: levels, basis: basis, demandSpread: 0.05, seed: seed)
    return await Comparison(event, experiment, experiment.run(threads: 1))
  }
}

extension Comparison {
  fileprivate func row(of option: Int) -> (place: Int, rank: Int)? {
    guard let place = ranking.rows.firstIndex(where: { $0.option == option }) else { return nil }
    return (place, ranking.rows[place].rank)
  }
}

@Test func lower_attainment_never_improves_a_rank() async {
  await forEverySeed(60) { seed in
    let event = Small.event(criteria: Criterion.standard)
    var tender = Tender(seed: seed)
    let before = try await tender.comparison(event, basis: .beforeCredits, seed: seed)
    let worse = Int(seed) % tender.bids.count
    tender.levels["bid-\(worse)"]? -= 1.5
    let after = try await tender.comparison(event, basis: .beforeCredits, seed: seed)
    let old = try #require(before.row(of: worse))
    let new = try #require(after.row(of: worse))
    #expect(new.rank >= old.rank)
    #expect(new.place >= old.place)
    // The credits did become richer: compared after them the worse bid would seem cheaper.
    let credits = [before, after].map { $0.outcome.options[worse].credits.mean }
    #expect(credits[1] > credits[0])
    #expect(after.outcome.options[worse].after.mean < before.outcome.options[worse].after.mean)
  }
}

@Test func where_a_loss_is_stated_lower_attainment_costs_more_in_every_future() async {
  await forEverySeed(60) { seed in
    let event = Small.event(criteria: Criterion.standard)
    var tender = Tender(seed: seed, statesLoss: true)
    let before = try await tender.comparison(event, basis: .beforeCredits, seed: seed)
    let worse = Int(seed) % tender.bids.count
    tender.levels["bid-\(worse)"]? -= 0.5
    let after = try await tender.comparison(event, basis: .beforeCredits, seed: seed)
    let costs = zip(
      before.outcome.sample.before[worse], after.outcome.sample.before[worse])
    #expect(costs.allSatisfy { $0 <= $1 })
    let old = try #require(before.row(of: worse))
    let new = try #require(after.row(of: worse))
    #expect(new.place >= old.place)
    #expect(new.rank >= old.rank)
  }
}

@Test func adding_a_bid_leaves_the_costs_and_their_order_as_they_were() async {
  await forEverySeed(60) { seed in
    let event = Small.event()
    let all = Tender(seed: seed, statesLoss: true)
    var fewer = all
    let added = Int(seed) % all.bids.count
    fewer.bids.remove(at: added)
    let before = try await fewer.comparison(event, basis: .afterCredits, seed: seed)
    let after = try await all.comparison(event, basis: .afterCredits, seed: seed)
    var costs = after.outcome.sample.after
    costs.remove(at: added)
    #expect(costs == before.outcome.sample.after)
    let others = after.ranking.rows.map { all.bids[$0.option].id }
    let order = before.ranking.rows.map { fewer.bids[$0.option].id }
    #expect(others.filter { $0 != "bid-\(added)" } == order)
  }
}
