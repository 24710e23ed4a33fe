import Contracts
import Futures
import Quantities
import Simulation
import TestKit
import Testing

/// Levels that a volume far above its forecast relieves, each month by itself.
@Suite struct ReliefTests {
  private static let market = Market(
    horizon: 24, demand: [.lognormal(persistence: 0, spread: 0.25, horizon: 24)],
    metrics: [.score("a")])

  private static func clauses(
    _ trigger: ServiceLevel.Trigger = ServiceLevel.Trigger()
  ) -> [(String, Clause)] {
    [
      ("fee", .fixedFee(FixedFee(amount: 1000))),
      ("relief", .forecastRelief(ForecastRelief(serviceLine: "voice", tolerance: 0.15))),
      (
        "level",
        .serviceLevel(
          ServiceLevel(metric: "a", target: -0.2, comparison: .atLeast, trigger: trigger))
      ),
      ("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 3))),
      ("credit", .fixedCredit(FixedCredit(level: "level", share: 0.05))),
      ("right", .chronicFailure(ChronicFailure(level: "level", defaults: 3, window: 5))),
    ]
  }

  private static func option(_ clauses: [(String, Clause)], in market: Market) throws -> Option {
    let contract = Contract(id: "north", clauses: clauses.map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: "north", name: "North", contract: contract), in: market.event(),
      performance: Performance(metrics: [.score("a")]))
  }

  @Test func a_relieved_month_ends_a_run_and_counts_for_no_right() async throws {
    let option = try Self.option(Self.clauses(), in: Self.market)
    // Volume, of mean 1000, lies above 1150 with chance Φ(−(log 1.15 + s²/2)/s); a default is a miss
    // without it.
    let relief = Normal.below(-(0.139_761_942_375_158_7 + 0.031_25) / 0.25)
    let p = Normal.below(-0.2) * (1 - relief)
    struct State: Hashable { var run = 0, past = Past(), arisen = false }
    var chain = Chain(State())
    let truth = (1...24).reduce(0.0) { sum, _ in
      sum
        + chain.move(misses(p)) { state, isDefault in
          state.run = isDefault ? min(state.run + 1, 2) : 0
          state.past.note(isDefault, keeping: 5)
          state.arisen = state.arisen || state.past.count >= 3
          return [0, 50, 150][state.run]
        }
    }
    let arises = chain.chance { $0.arisen }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, 24 * p, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
      expect(tally.rightArises.estimate, arises, seed: seed)
    }
  }

  @Test func a_relieved_month_lets_no_trigger_begin_anew() async throws {
    // Missed in months 1 to 3, of which the second is relieved: with two misses in three months the
    // third is a default, whether the second counts as a miss or not.
    let forecast = [1000.0, 2000, 1000]
    let market = Market(
      horizon: 3, demand: [DemandDriver(serviceLine: "voice", forecast: forecast)],
      metrics: [.score("a")])
    let relief = ForecastRelief(serviceLine: "voice", baseline: [1000], tolerance: 0.15)
    for resets in [false, true] {
      let trigger = ServiceLevel.Trigger(misses: 2, window: 3, resets: resets)
      let level = ServiceLevel(
        metric: "a", target: 40, comparison: .atLeast, trigger: trigger)
      let option = try Self.option(
        [("relief", .forecastRelief(relief)), ("level", .serviceLevel(level))], in: market)
      let tally = await market.outcome(of: option, futures: 512, seed: 1)
      #expect(tally.defaults[0].mean == 1)
    }
  }
}
