import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// Credits of several independent levels in one month, with and without runs of defaults.
@Suite struct MultiplierTests {
  private static let names = ["a", "b", "c"]
  private static let bounds = [-0.2, -0.7, 0.1]
  private static let shares = [0.05, 0.09, 0.03]

  private static var market: Market { Market(metrics: names.map { .score($0) }) }

  private static func option(_ rules: [(String, Clause)], levels: Int) throws -> Option {
    let promises = (0..<levels).flatMap { level in
      [
        (
          "level_\(names[level])",
          Clause.serviceLevel(
            ServiceLevel(metric: names[level], target: bounds[level], comparison: .atLeast))
        ),
        (
          "credit_\(names[level])",
          .fixedCredit(FixedCredit(level: "level_\(names[level])", share: shares[level]))
        ),
      ]
    }
    let clauses = [("fee", Clause.fixedFee(FixedFee(amount: 1000)))] + promises + rules
    let contract = Contract(id: "north", clauses: clauses.map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: "north", name: "North", contract: contract), in: market.event(),
      performance: Performance(metrics: names.map { .score($0) }))
  }

  @Test func the_highest_credit_is_that_of_independent_levels_in_order() async throws {
    let option = try Self.option([("rule", .simultaneity(Simultaneity(.highest)))], levels: 3)
    // The highest credit is that of a level where no level with a higher one defaults:
    // Σ_i share_i p_i Π_{j above i} (1 − p_j).
    let levels = zip(Self.shares, Self.bounds.map(Normal.below)).sorted { $0.0 > $1.0 }
    var (mean, none) = (0.0, 1.0)
    for (share, p) in levels {
      mean += none * p * share
      none *= 1 - p
    }
    let truth = 12_000 * mean
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  @Test func a_flat_credit_is_owed_unless_every_level_is_met() async throws {
    let option = try Self.option([("rule", .simultaneity(Simultaneity(.flat(0.04))))], levels: 3)
    let truth = 12 * 40 * (1 - Self.bounds.reduce(1) { $0 * (1 - Normal.below($1)) })
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  @Test(arguments: [-0.8, 0, 0.5])
  func a_flat_credit_of_correlated_levels_is_an_orthant(correlation: Double) async throws {
    let market = Market(metrics: [.score("a"), .score("b")])
    let option = try market.option(
      metrics: [.score("a"), .score("b")],
      correlation: Correlation([[1, correlation], [correlation, 1]]),
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "first": .serviceLevel(ServiceLevel(metric: "a", target: 0, comparison: .atLeast)),
        "second": .serviceLevel(ServiceLevel(metric: "b", target: 0, comparison: .atLeast)),
        "one": .fixedCredit(FixedCredit(level: "first", share: 0.02)),
        "two": .fixedCredit(FixedCredit(level: "second", share: 0.03)),
        "rule": .simultaneity(Simultaneity(.flat(0.1))),
      ])
    // Both are met with chance 1/4 + asin(ρ)/2π (Sheppard 1899).
    let truth = 12 * 100 * (0.75 - asin(correlation) / (2 * .pi))
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  private enum Rule: String, CaseIterable { case sum, highest, flat, capped }

  @Test(arguments: Rule.allCases)
  private func runs_are_counted_level_by_level_before_rules_and_caps(rule: Rule) async throws {
    let rules: [(String, Clause)] =
      switch rule {
      case .sum: []
      case .highest: [("rule", .simultaneity(Simultaneity(.highest)))]
      case .flat: [("rule", .simultaneity(Simultaneity(.flat(0.06))))]
      case .capped: [("cap", .creditCap(CreditCap(share: 0.1)))]
      }
    let multiplier = Clause.repeatMultiplier(RepeatMultiplier(run: 3, multiplier: 2))
    let option = try Self.option([("repeat", multiplier)] + rules, levels: 2)
    // The lengths of both runs up to 3.
    var chain = Chain([0, 0])
    let (p, q) = (Normal.below(Self.bounds[0]), Normal.below(Self.bounds[1]))
    let truth = (1...12).reduce(0.0) { sum, _ in
      sum
        + chain.move(misses(p, q)) { runs, event in
          runs = [event.0 ? min(runs[0] + 1, 3) : 0, event.1 ? min(runs[1] + 1, 3) : 0]
          let credits = zip(runs, [50.0, 90]).map { $0 == 0 ? 0 : $0 == 3 ? 2 * $1 : $1 }
          let total = credits[0] + credits[1]
          return switch rule {
          case .sum: total
          case .highest: max(credits[0], credits[1])
          case .flat: total > 0 ? 60 : 0
          case .capped: min(total, 100)
          }
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  @Test func points_have_a_run_of_their_own() async throws {
    let market = Market(metrics: [.score("a")])
    let rows = [(-0.1, 1.0), (-0.9, 3), (-1.5, 4)]
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "level": .serviceLevel(ServiceLevel(metric: "a", target: -0.1, comparison: .atLeast)),
        "repeat": .repeatMultiplier(RepeatMultiplier(run: 3, multiplier: 7)),
        "points": .pointsCredit(
          PointsCredit(
            kpis: [
              .init(level: "level", table: AttainmentTable(rows.map { .init($0.0, $0.1) }))
            ], rate: .perPoint(0.01), repeats: RepeatMultiplier(run: 2, multiplier: 2))),
      ])
    // Points given a default do not hang on the months before; a default follows one with chance p:
    // E points · (1 + the chance that the month before was one), in all months but the first.
    let p = Normal.below(-0.1)
    let points = Normal.below(-0.1) + 2 * Normal.below(-0.9) + Normal.below(-1.5)
    let truth = 10 * points * (12 + 11 * p)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }
}
