import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

@Suite struct CreditTests {
  private static let bounds = [-0.2, -0.6, -1, -1.4, 0.3, -0.9]
  private static let shares = [0.04, 0.05, 0.03, 0.06, 0.02, 0.05]
  private static let names = ["a", "b", "c", "d", "e", "f"]

  private static var market: Market {
    Market(demand: [.lognormal()], metrics: names.map { .score($0) })
  }

  /// Six independent levels, four of them credited from pools and two with a fixed share.
  private static func option(cap: Double?) throws -> Option {
    let levels = zip(names, bounds).map { name, bound in
      (
        "level_\(name)",
        Clause.serviceLevel(ServiceLevel(metric: name, target: bound, comparison: .atLeast))
      )
    }
    let pools = zip(names, shares).prefix(4).map { name, share in
      AtRiskCredit.Allocation(level: "level_\(name)", pool: 2, share: share / 0.24)
    }
    let credits: [(String, Clause)] = [
      ("price", .unitPrice(UnitPrice(serviceLine: "voice", price: 10))),
      ("pools", .atRiskCredit(AtRiskCredit(atRisk: 0.12, allocations: pools))),
      ("fixed_e", .fixedCredit(FixedCredit(level: "level_e", share: shares[4]))),
      ("fixed_f", .fixedCredit(FixedCredit(level: "level_f", share: shares[5]))),
    ]
    let caps = cap.map { [("cap", Clause.creditCap(CreditCap(share: $0)))] } ?? []
    let contract = Contract(
      id: "north", clauses: (levels + credits + caps).map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: "north", name: "North", contract: contract), in: market.event(),
      performance: Performance(metrics: names.map { .score($0) }))
  }

  /// The expected credited share of a month's charge over all 2⁶ patterns of defaults.
  private static func enumerated(cap: Double) -> Double {
    (0..<64).reduce(0.0) { sum, pattern in
      var (probability, share) = (1.0, 0.0)
      for level in 0..<6 {
        let p = Normal.below(bounds[level])
        let isMissed = pattern >> level & 1 == 1
        probability *= isMissed ? p : 1 - p
        share += isMissed ? shares[level] : 0
      }
      return sum + probability * min(share, cap)
    }
  }

  @Test(arguments: [0.08, 0.12, nil])
  func credits_under_a_cap_are_those_of_all_patterns_of_defaults(cap: Double?) async throws {
    let option = try Self.option(cap: cap)
    let truth = 120_000 * Self.enumerated(cap: cap ?? 1)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
      expect(tally.before.estimate, 120_000, seed: seed)
      expect(tally.after.estimate, 120_000 - truth, seed: seed)
    }
  }

  @Test(arguments: [(2, 3.0), (3, 2.0), (4, 0.0)])
  func credits_with_a_repeat_multiplier_follow_the_chain_of_runs(
    run: Int, multiplier: Double
  ) async throws {
    let market = Market(metrics: [.score("a")])
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "level": .serviceLevel(
          ServiceLevel(metric: "a", target: 0.2, comparison: .atLeast, firstMonth: 3)),
        "repeat": .repeatMultiplier(RepeatMultiplier(run: run, multiplier: multiplier)),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.05)),
      ])
    let p = Normal.below(0.2)
    // The chance of each length of the current run of defaults, the last state for `run` or more.
    var chain = [1.0] + Array(repeating: 0, count: run)
    var truth = 0.0
    for _ in 3...12 {
      var next = [1 - p] + Array(repeating: 0, count: run)
      for (length, chance) in chain.enumerated() { next[min(length + 1, run)] += p * chance }
      chain = next
      truth += 50 * (chain[1..<run].reduce(0, +) + multiplier * chain[run])
    }
    await forEverySeed(seedCount) { [truth] seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }
}
