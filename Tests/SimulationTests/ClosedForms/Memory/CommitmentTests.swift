import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// Minimum commitments under volumes of which every month stands by itself.
@Suite struct CommitmentTests {
  private static let spread = 0.25
  private static let market = Market(
    demand: [.lognormal(persistence: 0, spread: spread)], metrics: [.score("a")])

  /// `E max(minimum − q, 0)` of a month's volume of mean 1000: Black's put, by parity.
  private static func shortfall(under minimum: Double) -> Double {
    Normal.excess(over: minimum, mean: 1000, deviation: spread) - 1000 + minimum
  }

  private static func option(
    _ commitment: MinimumCommitment, in market: Market = market
  ) throws -> Option {
    try market.option(
      metrics: market.metrics.isEmpty ? [] : [.score("a")],
      clauses: [
        "minimum": .minimumCommitment(commitment),
        "level": .serviceLevel(ServiceLevel(metric: "a", target: -0.5, comparison: .atLeast)),
      ])
  }

  @Test func monthly_minimums_are_puts_on_volume() async throws {
    let option = try Self.option(
      MinimumCommitment(measure: .volume(of: "voice"), minimum: [700, 900, 1100], price: 2))
    // The last minimum holds on.
    let truth =
      2
      * (Self.shortfall(under: 700) + Self.shortfall(under: 900)
        + 10 * Self.shortfall(under: 1100))
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_default_lowers_the_minimum_of_the_month_after() async throws {
    let option = try Self.option(
      MinimumCommitment(
        measure: .volume(of: "voice"), minimum: [1100], price: 2,
        relief: .init(level: "level", share: 0.2)))
    // Month 1 has no month before it; from month 2 on the put is struck at 880 with chance p.
    let p = Normal.below(-0.5)
    let later = (1 - p) * Self.shortfall(under: 1100) + p * Self.shortfall(under: 880)
    let truth = 2 * (Self.shortfall(under: 1100) + 11 * later)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  /// A volume of 1000 in every month, and levels in default by chance.
  private static func steady(_ horizon: Int) -> Market {
    Market(
      horizon: horizon,
      demand: [
        DemandDriver(serviceLine: "voice", forecast: Array(repeating: 1000, count: horizon))
      ], metrics: [.score("a")])
  }

  /// A quarter of 3000 units beside a minimum of 4000 that each default lowers by 15 %.
  private static func quarters(horizon: Int) throws -> Option {
    try option(
      MinimumCommitment(
        measure: .volume(of: "voice"), minimum: [4000], price: 2,
        reckoning: Reckoning(every: .quarter, rest: .proRata),
        relief: .init(level: "level", share: 0.15)), in: steady(horizon))
  }

  /// The expected shortfall of a period of `months`, before which `counted` months may have been
  /// defaults.
  private static func relieved(months: Int, counted: Int) -> Double {
    Binomial.mean(of: counted, Normal.below(-0.5)) { defaults in
      let minimum = 4000 * max(1 - 0.15 * Double(defaults), 0) * Double(months) / 3
      return 2 * max(minimum - 1000 * Double(months), 0)
    }
  }

  @Test func defaults_up_to_the_last_month_but_one_lower_a_quarters_minimum() async throws {
    let option = try Self.quarters(horizon: 12)
    // Counted are the month before the quarter and its first two; before month 1 there is none.
    let truth =
      Self.relieved(months: 3, counted: 2) + 3 * Self.relieved(months: 3, counted: 3)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.steady(12).outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_last_quarter_cut_short_is_relieved_by_its_own_months() async throws {
    let option = try Self.quarters(horizon: 8)
    // Of months 7 and 8 count those before the last, and the one before the first: 6 and 7.
    let truth =
      Self.relieved(months: 3, counted: 2) + Self.relieved(months: 3, counted: 3)
      + Self.relieved(months: 2, counted: 2)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.steady(8).outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_default_of_the_quarter_before_does_not_relieve_one_cut_short() async throws {
    // The only default is in month 5, of which quarter 2 takes note: 4000 · 0.85 − 3000 units.
    // Months 7 and 8 look back on 6 and 7: 4000 · 2/3 − 2000 units.
    let market = Self.steady(8)
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "minimum": .minimumCommitment(
          MinimumCommitment(
            measure: .volume(of: "voice"), minimum: [4000],
            reckoning: Reckoning(every: .quarter, rest: .proRata),
            relief: .init(level: "level", share: 0.15))),
        "level": .serviceLevel(
          ServiceLevel(
            metric: "a", target: 40, comparison: .atLeast, firstMonth: 5, excluded: [6, 7, 8])),
      ])
    let tally = await market.outcome(of: option, futures: 512, seed: 1)
    #expect(abs(tally.before.mean - (1000 + 400 + 2000.0 / 3)) < 1e-6)
  }

  @Test func a_minimum_that_grows_follows_the_chain_of_steps() async throws {
    let market = SteppedVolume.market(horizon: 20)
    let option = try Self.option(
      MinimumCommitment(
        measure: .volume(of: "voice"), minimum: [2700, 3100], price: 2,
        reckoning: Reckoning(every: .quarter, rest: .proRata),
        stepUp: .init(growthShare: 0.5, cap: 4000)),
      in: market)
    struct State: Hashable { var volume = SteppedVolume.start, before = 0.0, raised = 0.0 }
    var chain = Chain(State())
    let truth = (0...6).reduce(0.0) { sum, period in
      sum
        + chain.move(SteppedVolume.steps) { state, factor in
          state.volume *= factor
          let months = period == 6 ? 2.0 : 3
          let quantity = state.volume * months
          let stated = period == 0 ? 2700.0 : 3100
          let minimum = min(stated + state.raised, 4000) * months / 3
          if period > 0 { state.raised += 0.5 * max(quantity - state.before, 0) }
          state.before = quantity
          return 2 * max(minimum - quantity, 0)
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }
}

/// A volume that rises by 40 % with chance 0.5 and falls by 30 % with chance 0.6 at the beginning of
/// every quarter, and stays so: all paths can be counted.
enum SteppedVolume {
  static let start = 1000.0

  static let steps = [(1.4 * 0.7, 0.3), (1.4, 0.2), (0.7, 0.3), (1, 0.2)]

  static func market(horizon: Int) -> Market {
    let steps = stride(from: 1, through: horizon, by: 3).flatMap { month in
      [
        DemandDriver.Step(month: month, size: 0.4, probability: 0.5),
        .init(month: month, size: -0.3, probability: 0.6),
      ]
    }
    return Market(
      horizon: horizon,
      demand: [
        DemandDriver(
          serviceLine: "voice", forecast: Array(repeating: start, count: horizon), steps: steps)
      ], metrics: [.score("a")])
  }
}
