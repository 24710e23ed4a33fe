import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// Rights that two levels give, and rights on defaults that are patterns themselves.
@Suite struct RightTests {
  private static let horizon = 24
  private static let market = Market(horizon: horizon, metrics: [.score("a"), .score("b")])
  private static let chances = (a: Normal.below(-0.7), b: Normal.below(-0.9))

  /// Two levels with credits of 50 and 30, and the rights `first` on 3 defaults in 6 months of one,
  /// `second` on 2 in 3 of the other.
  private static func option(
    _ first: Exercise, _ second: Exercise, notice: (Int, Int) = (0, 0)
  ) throws -> Option {
    let level = { (metric: String, bound: Double) in
      ServiceLevel(metric: metric, target: bound, comparison: .atLeast)
    }
    return try market.option(
      metrics: [.score("a"), .score("b")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "one": .serviceLevel(level("a", -0.7)),
        "two": .serviceLevel(level("b", -0.9)),
        "credit_one": .fixedCredit(FixedCredit(level: "one", share: 0.05)),
        "credit_two": .fixedCredit(FixedCredit(level: "two", share: 0.03)),
        "first": .chronicFailure(
          ChronicFailure(
            level: "one", defaults: 3, window: 6, exercise: first, notice: notice.0)),
        "second": .chronicFailure(
          ChronicFailure(
            level: "two", defaults: 2, window: 3, exercise: second, notice: notice.1)),
        "next": .replacement(
          Replacement(multiple: 1.5, base: .stated(1000), procurement: 0, dualRunning: 0)),
      ])
  }

  /// The chance that `least` of the last `window` months have ever been defaults.
  private static func arises(_ p: Double, least: Int, window: Int) -> Double {
    struct State: Hashable { var past = Past(), arisen = false }
    var chain = Chain(State())
    for _ in 1...horizon {
      _ = chain.move(misses(p)) { state, isMissed in
        state.past.note(isMissed, keeping: window)
        state.arisen = state.arisen || state.past.count >= least
        return 0
      }
    }
    return chain.chance { $0.arisen }
  }

  @Test func rights_of_independent_levels_arise_apart() async throws {
    let option = try Self.option(.withProbability(0.5), .withProbability(0.3))
    let (a, b) = (
      Self.arises(Self.chances.a, least: 3, window: 6),
      Self.arises(Self.chances.b, least: 2, window: 3)
    )
    // Each right is used in its own share of the futures, whatever becomes of the other.
    let exits = 1 - (1 - 0.5 * a) * (1 - 0.3 * b)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.rightArises.estimate, 1 - (1 - a) * (1 - b), seed: seed)
      expect(tally.exits.estimate, exits, seed: seed)
    }
  }

  /// Both windows, and the months that are still to be served once a right was used.
  private struct State: Hashable {
    var one = Past()
    var two = Past()
    var left: Int?
  }

  /// The expected months served, defaults and credits, where each right is used at once.
  private static func served(
    _ notice: (Int, Int)
  ) -> (months: Double, defaults: Double, credits: Double, exits: Double) {
    var chain = Chain(State())
    let (p, q) = chances
    let months = (1...horizon).reduce(0.0) { sum, _ in
      sum
        + chain.move(misses(p, q)) { state, event in
          if let left = state.left {
            state.left = max(left - 1, 0)
            return left > 0 ? 1 : 0
          }
          state.one.note(event.0, keeping: 6)
          state.two.note(event.1, keeping: 3)
          // Where both arise in the same month, the right declared first gives the notice.
          let uses = state.one.count >= 3 ? notice.0 : state.two.count >= 2 ? notice.1 : nil
          if let uses { state = State(left: uses) }
          return 1
        }
    }
    // Whether a month is served is settled by the months before it.
    return (
      months, months * (p + q), months * (50 * p + 30 * q), chain.chance { $0.left != nil }
    )
  }

  @Test(arguments: [(0, 0), (3, 0), (0, 4), (2, 5)])
  func a_contract_is_left_once_by_the_right_that_arises_first(
    first: Int, second: Int
  ) async throws {
    let option = try Self.option(.always, .always, notice: (first, second))
    let truth = Self.served((first, second))
    let cost = 1000 * truth.months + 1500 * (Double(Self.horizon) - truth.months)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.exits.estimate, truth.exits, seed: seed)
      expect(tally.allDefaults.estimate, truth.defaults, seed: seed)
      expect(tally.credits.estimate, truth.credits, seed: seed)
      expect(tally.before.estimate, cost, seed: seed)
    }
  }

  @Test(arguments: [false, true])
  func a_right_counts_the_defaults_of_a_trigger(resets: Bool) async throws {
    let market = Market(horizon: 36, metrics: [.score("a")])
    let trigger = ServiceLevel.Trigger(misses: 2, window: 4, resets: resets)
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "level": .serviceLevel(
          ServiceLevel(metric: "a", target: -0.6, comparison: .atLeast, trigger: trigger)),
        "right": .chronicFailure(ChronicFailure(level: "level", defaults: 3, window: 10)),
      ])
    struct State: Hashable { var misses = Past(), defaults = Past(), arisen = false }
    var chain = Chain(State())
    for _ in 1...36 {
      _ = chain.move(misses(Normal.below(-0.6))) { state, isMissed in
        if state.arisen { return 0 }
        state.misses.note(isMissed, keeping: 4)
        let isDefault = isMissed && state.misses.count >= 2
        if isDefault && resets { state.misses = Past() }
        state.defaults.note(isDefault, keeping: 10)
        if state.defaults.count >= 3 { state = State(arisen: true) }
        return 0
      }
    }
    let truth = chain.chance { $0.arisen }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.rightArises.estimate, truth, seed: seed)
    }
  }

  @Test(arguments: [2, 4])
  func so_many_defaults_in_a_row_give_the_right_like_a_run_of_tails(run: Int) async throws {
    let market = Market(horizon: 36, metrics: [.score("a")])
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "level": .serviceLevel(ServiceLevel(metric: "a", target: -0.4, comparison: .atLeast)),
        "right": .chronicFailure(
          ChronicFailure(level: "level", defaults: run, window: run)),
      ])
    // De Moivre: P(no run in n) = P(none in n − 1) − (1 − p) p^r P(none in n − r − 1).
    let p = Normal.below(-0.4)
    var none = Array(repeating: 1.0, count: run)
    none.append(1 - pow(p, Double(run)))
    for n in run + 1...36 {
      none.append(none[n - 1] - (1 - p) * pow(p, Double(run)) * none[n - run - 1])
    }
    let truth = 1 - none[36]
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.rightArises.estimate, truth, seed: seed)
    }
  }
}
