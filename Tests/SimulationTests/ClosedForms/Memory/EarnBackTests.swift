import Contracts
import Futures
import Quantities
import Simulation
import TestKit
import Testing

/// Credits that good months or quarters earn back.
@Suite struct EarnBackTests {
  private static let horizon = 26
  private static let market = Market(horizon: horizon, metrics: [.score("a"), .score("b")])
  private static let bounds = (a: -1.1, b: -1.4)

  /// Two independent levels with credits of 50 and 30, together at most 60.
  private static func option(_ earnBack: EarnBack, firstMonth: Int = 1) throws -> Option {
    let level = { (metric: String, bound: Double) in
      ServiceLevel(
        metric: metric, target: bound, comparison: .atLeast, firstMonth: firstMonth)
    }
    return try market.option(
      metrics: [.score("a"), .score("b")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "first": .serviceLevel(level("a", bounds.a)),
        "second": .serviceLevel(level("b", bounds.b)),
        "one": .fixedCredit(FixedCredit(level: "first", share: 0.05)),
        "two": .fixedCredit(FixedCredit(level: "second", share: 0.03)),
        "cap": .creditCap(CreditCap(share: 0.06)),
        "back": .earnBack(earnBack),
      ])
  }

  private static func credit(_ event: (Bool, Bool)) -> Double {
    min((event.0 ? 50 : 0) + (event.1 ? 30 : 0), 60)
  }

  /// The period so far, the clean periods up to now, and what may still be earned back.
  private struct State: Hashable {
    var isMissed = false
    var credited = 0.0
    var clean = 0
    var outstanding = 0.0
  }

  @Test(
    arguments: [(2, Period.quarter), (1, .quarter), (3, .month), (1, .month), (1, .year)],
    [nil, ["first"], ["second"]])
  func credits_are_earned_back_as_the_chain_of_clean_periods_says(
    rule: (periods: Int, period: Period), levels: [String]?
  ) async throws {
    let option = try Self.option(
      EarnBack(.clean(periods: rule.periods, of: rule.period, levels: levels), share: 0.75))
    var chain = Chain(State())
    let law = misses(Normal.below(Self.bounds.a), Normal.below(Self.bounds.b))
    let truth = (1...Self.horizon).reduce(0.0) { sum, month in
      sum
        + chain.move(law) { state, event in
          let credit = Self.credit(event)
          state.credited += credit
          let watched = [levels != ["second"] && event.0, levels != ["first"] && event.1]
          state.isMissed = state.isMissed || watched.contains(true)
          guard month.isMultiple(of: rule.period.months) else { return credit }
          return credit - Self.close(&state, periods: rule.periods)
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  /// What is earned back at the end of a period.
  ///
  /// A period with a default forfeits what was outstanding and leaves its own credits so; the
  /// credits of a clean one are never earned back.
  private static func close(_ state: inout State, periods: Int) -> Double {
    defer { (state.isMissed, state.credited) = (false, 0) }
    if state.isMissed {
      (state.clean, state.outstanding) = (0, state.credited)
      return 0
    }
    // More clean periods than needed are alike, for nothing is outstanding any more.
    state.clean = min(state.clean + 1, periods)
    guard state.clean == periods else { return 0 }
    defer { state.outstanding = 0 }
    return 0.75 * state.outstanding
  }

  @Test func credits_of_a_quarter_come_back_with_the_chance_of_clean_quarters() async throws {
    let market = Market(horizon: 24, metrics: [.score("a"), .score("b")])
    let option = try market.option(
      metrics: [.score("a"), .score("b")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "level": .serviceLevel(ServiceLevel(metric: "a", target: -1, comparison: .atLeast)),
        "key": .serviceLevel(
          ServiceLevel(metric: "b", target: 0, comparison: .atLeast, rank: .key)),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.05)),
        "back": .earnBack(EarnBack(.clean(periods: 2, of: .quarter, levels: nil))),
      ])
    // A quarter's expected credits are 150 p. They come back where the next six months are clean,
    // whatever they are: (1 − p)⁶; a key level is not asked. The last two of the eight quarters are too late.
    let p = Normal.below(-1)
    let kept = 1 - p
    let clean = kept * kept * kept * kept * kept * kept
    let truth = 150 * p * (8 - 6 * clean)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  @Test func credits_that_are_earned_back_still_fill_the_annual_cap() async throws {
    let market = Market(horizon: 26, metrics: [.score("a")])
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "level": .serviceLevel(ServiceLevel(metric: "a", target: -0.5, comparison: .atLeast)),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.05)),
        "cap": .longCreditCap(LongCreditCap(.amount(120), window: .year)),
        "back": .earnBack(EarnBack(.clean(periods: 1, of: .month, levels: nil))),
      ])
    // What the year has credited, and what the next month earns back if it is clean.
    struct State: Hashable { var credited = 0.0, outstanding = 0.0 }
    var chain = Chain(State())
    let truth = (1...26).reduce(0.0) { sum, month in
      sum
        + chain.move(misses(Normal.below(-0.5))) { state, isMissed in
          if month % 12 == 1 { state.credited = 0 }
          let credit = isMissed ? min(50, 120 - state.credited) : 0
          let earned = isMissed ? 0 : state.outstanding
          state.credited += credit
          state.outstanding = credit
          return credit - earned
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  @Test(arguments: [1, 0.3], [1, 4])
  func over_performance_earns_back_a_share_of_what_is_outstanding(
    share: Double, firstMonth: Int
  ) async throws {
    let option = try Self.option(
      EarnBack(.above(level: "first", attainment: 0.9), share: share), firstMonth: firstMonth)
    // Outstanding at the start of a month is independent of the month. With r the chance of
    // attainment above 0.9, earned = share · r · (outstanding + E[credit | above]), where above is
    // no default of the first level, so that only the second's credit falls into such a month.
    let (p, q) = (Normal.below(Self.bounds.a), Normal.below(Self.bounds.b))
    let r = Normal.below(-0.9)
    let mean = p * q * 60 + p * (1 - q) * 50 + (1 - p) * q * 30
    var (outstanding, truth) = (0.0, 0.0)
    for month in 1...Self.horizon {
      let (credit, meanwhile) = month < firstMonth ? (0, 0) : (mean, 30 * q)
      let earned = share * r * (outstanding + meanwhile)
      outstanding += credit - earned
      truth += credit - earned
    }
    await forEverySeed(seedCount) { [truth] seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }
}
