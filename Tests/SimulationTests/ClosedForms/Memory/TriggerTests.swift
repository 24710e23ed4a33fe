import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// Defaults that hang on the misses of earlier months.
@Suite struct TriggerTests {
  private static let horizon = 40
  private static let market = Market(horizon: horizon, metrics: [.score("a")])
  private static let excluded = [9, 10, 23]

  private static func counts(in month: Int) -> Bool { month >= 3 && !excluded.contains(month) }

  /// A level that is missed with chance Φ(bound) in a month that counts, and a credit of 50.
  private static func option(
    _ bound: Double, _ trigger: ServiceLevel.Trigger, expected: ServiceLevel.Expected? = nil,
    repeats: RepeatMultiplier = RepeatMultiplier(run: 32, multiplier: 1)
  ) throws -> Option {
    try market.option(
      metrics: [.score("a")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "level": .serviceLevel(
          ServiceLevel(
            metric: "a", target: bound, comparison: .atLeast, firstMonth: 3, trigger: trigger,
            expected: expected, excluded: excluded)),
        "repeat": .repeatMultiplier(repeats),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.05)),
      ])
  }

  /// The expected number of months with an event of chance `p` that are at least the `least`-th such
  /// month of a window: of the months before it in the window, those that count hold a binomial
  /// number of events.
  ///
  /// `Σ_t p · P(Bin(c_t, p) ≥ least − 1)`, `c_t` the months that count among the `window − 1` before.
  private static func repeated(_ p: Double, least: Int, window: Int) -> Double {
    (1...horizon).filter(counts).reduce(0) { sum, month in
      let before = (max(month - window + 1, 1)..<month).count(where: counts)
      return sum + p * Binomial.atLeast(least - 1, of: before, p)
    }
  }

  @Test(arguments: [(1, 4), (2, 3), (3, 3), (3, 6), (4, 12), (8, 32)])
  func defaults_of_a_trigger_are_binomial_windows(least: Int, window: Int) async throws {
    let option = try Self.option(
      -0.5, ServiceLevel.Trigger(misses: least, window: window))
    let truth = Self.repeated(Normal.below(-0.5), least: least, window: window)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
      expect(tally.credits.estimate, 50 * truth, seed: seed)
    }
  }

  @Test(
    arguments: [
      (2, 3, false), (3, 6, false), (4, 10, false), (2, 3, true), (3, 6, true), (4, 12, true),
      (3, 32, true),
    ])
  func a_trigger_is_met_as_often_as_the_chain_of_windows_says(
    least: Int, window: Int, resets: Bool
  ) async throws {
    let option = try Self.option(
      -1, ServiceLevel.Trigger(misses: least, window: window, resets: resets))
    // The misses of the window, none after a default that resets, and whether there was a default.
    struct State: Hashable { var past = Past(), ever = false }
    var chain = Chain(State())
    let truth = (1...Self.horizon).reduce(0.0) { sum, month in
      sum
        + chain.move(misses(Normal.below(-1), counts: Self.counts(in: month))) { state, isMissed in
          state.past.note(isMissed, keeping: window)
          guard isMissed && state.past.count >= least else { return 0 }
          if resets { state.past = Past() }
          state.ever = true
          return 1
        }
    }
    if !resets {
      // The chain agrees with the binomial sum, which knows nothing of it.
      let sum = Self.repeated(Normal.below(-1), least: least, window: window)
      #expect(abs(truth - sum) < 1e-11)
    }
    let ever = chain.chance { $0.ever }
    await forEverySeed(seedCount) { seed in
      let credits = await Self.market.credits(of: option, seed: seed)
      expect(credits.count { $0 > 25 }, of: credits.count, ever, seed: seed)
      let tally = await Self.market.outcome(of: option, futures: 10_240, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
    }
  }

  @Test(arguments: [2, 3, 4])
  func runs_that_begin_anew_are_a_renewal_process(run: Int) async throws {
    let market = Market(horizon: 36, metrics: [.score("a")])
    let trigger = ServiceLevel.Trigger(misses: run, window: run, resets: true)
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "level": .serviceLevel(
          ServiceLevel(metric: "a", target: 0, comparison: .atLeast, trigger: trigger))
      ])
    // Feller, An Introduction to Probability Theory I, XIII.7: success runs of length r have
    // u_n + u_{n−1} p + … + u_{n−r+1} p^{r−1} = p^r from n = r on, and u_n = 0 before.
    let p = 0.5
    var renewals = Array(repeating: 0.0, count: run - 1)
    for n in run...36 {
      let started = (1..<run).reduce(0.0) { sum, back in
        n - back >= 1 ? sum + renewals[n - back - 1] * pow(p, Double(back)) : sum
      }
      renewals.append(pow(p, Double(run)) - started)
    }
    let truth = renewals.reduce(0, +)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
    }
  }

  @Test(arguments: [(1, 1), (2, 3), (4, 12), (6, 32)])
  func misses_beside_the_minimum_default_from_the_kth_of_a_window_on(
    least: Int, window: Int
  ) async throws {
    let option = try Self.option(
      -1.2, ServiceLevel.Trigger(),
      expected: ServiceLevel.Expected(target: 0.1, defaults: least, window: window))
    // A month below the minimum is a default and no occasion; one between the two targets is an
    // occasion, and a default where the window's others number `least − 1`.
    let minimum = Normal.below(-1.2)
    let months = Double((1...Self.horizon).count(where: Self.counts))
    let truth =
      months * minimum + Self.repeated(Normal.below(0.1) - minimum, least: least, window: window)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
      expect(tally.credits.estimate, 50 * truth, seed: seed)
    }
  }

  @Test(arguments: [false, true])
  func both_patterns_and_a_multiplier_on_runs_are_one_chain(resets: Bool) async throws {
    let option = try Self.option(
      -0.6, ServiceLevel.Trigger(misses: 2, window: 5, resets: resets),
      expected: ServiceLevel.Expected(target: 0.2, defaults: 3, window: 6),
      repeats: RepeatMultiplier(run: 2, multiplier: 2.5))
    // A default of either pattern lengthens the run. Only misses of the minimum are begun anew.
    struct State: Hashable { var misses = Past(), shorts = Past(), run = 0 }
    enum Month { case met, short, missed }
    let (minimum, expected) = (Normal.below(-0.6), Normal.below(0.2))
    let law = [(Month.missed, minimum), (.short, expected - minimum), (.met, 1 - expected)]
    var chain = Chain(State())
    let truth = (1...Self.horizon).reduce(0.0) { sum, month in
      sum
        + chain.move(Self.counts(in: month) ? law : [(.met, 1)]) { state, event in
          state.misses.note(event == .missed, keeping: 5)
          state.shorts.note(event == .short, keeping: 6)
          let isTriggered = event == .missed && state.misses.count >= 2
          if isTriggered && resets { state.misses = Past() }
          let isDefault = isTriggered || event == .short && state.shorts.count >= 3
          state.run = isDefault ? min(state.run + 1, 2) : 0
          return isDefault ? (state.run == 2 ? 125 : 50) : 0
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  @Test func a_miss_of_either_condition_counts_for_the_trigger() async throws {
    let market = Market(horizon: 24, metrics: [.score("a"), .score("b")])
    let level = ServiceLevel(
      metric: "a", target: -0.9, comparison: .atLeast,
      trigger: ServiceLevel.Trigger(misses: 3, window: 6),
      tail: ServiceLevel.Tail(metric: "b", target: 0.8, comparison: .atMost))
    let option = try market.option(
      metrics: [.score("a"), .score("b")], clauses: ["level": .serviceLevel(level)])
    // A miss is either of two independent ones; of the 5 months before, fewer in the first months,
    // at least two are misses too.
    let p = 1 - (1 - Normal.below(-0.9)) * (1 - Normal.below(-0.8))
    let truth = (1...24).reduce(0.0) { $0 + p * Binomial.atLeast(2, of: min($1 - 1, 5), p) }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
    }
  }
}
