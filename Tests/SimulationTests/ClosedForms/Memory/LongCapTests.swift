import Contracts
import Futures
import Quantities
import Simulation
import TestKit
import Testing

/// Caps that remember the credits of earlier months.
@Suite struct LongCapTests {
  private static let horizon = 30

  /// What is charged in `month`: it changes, but not by chance.
  private static func charge(in month: Int) -> Double { 800 + 100 * Double(month % 5) }

  private static var market: Market {
    Market(
      horizon: horizon,
      demand: [DemandDriver(serviceLine: "voice", forecast: (1...horizon).map(charge))],
      metrics: [.score("a")], firstMonthOfYear: 10)
  }

  /// A level in default with chance Φ(−1) and a credit of a tenth of the charge.
  private static func option(_ cap: LongCreditCap?) throws -> Option {
    let clauses: [(String, Clause)] = [
      ("price", .unitPrice(UnitPrice(serviceLine: "voice", price: 1))),
      (
        "level",
        .serviceLevel(ServiceLevel(metric: "a", target: -1, comparison: .atLeast))
      ),
      ("credit", .fixedCredit(FixedCredit(level: "level", share: 0.1))),
    ]
    let caps = cap.map { [("cap", Clause.longCreditCap($0))] } ?? []
    let contract = Contract(id: "north", clauses: (clauses + caps).map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: "north", name: "North", contract: contract), in: market.event(),
      performance: Performance(metrics: [.score("a")]))
  }

  /// What is credited in the months that still count, oldest first, and whether any was ever lost.
  private struct State: Hashable {
    var credited: [Double]
    var lost = false
  }

  /// Expected credits and the chance that the cap binds, by all states of what has been credited.
  ///
  /// `credited = min(credit, max(limit − Σ earlier, 0))`; `remember` says what counts in the next
  /// month of what was credited up to now.
  private static func law(
    from start: [Double] = [], limit: (Int) -> Double,
    remember: (_ credited: [Double], _ month: Int) -> [Double]
  ) -> (mean: Double, binds: Double) {
    var chain = Chain(State(credited: start))
    let mean = (1...horizon).reduce(0.0) { sum, month in
      sum
        + chain.move(misses(Normal.below(-1))) { state, isMissed in
          let credit = isMissed ? charge(in: month) / 10 : 0
          let room = max(limit(month) - state.credited.reduce(0, +), 0)
          state.lost = state.lost || room < credit - 0.5
          state.credited = remember(state.credited + [min(credit, room)], month)
          return min(credit, room)
        }
    }
    return (mean, chain.chance { $0.lost })
  }

  /// The first month of the year that `month` lies in, where years begin with `first`.
  private static func year(of month: Int, first: Int) -> Int {
    month < first ? 1 : first + (month - first) / 12 * 12
  }

  /// Of a year the sum is all that counts, until the next begins.
  private static func yearly(first: Int, limit: (Int) -> Double) -> (mean: Double, binds: Double) {
    law(limit: limit) { credited, month in
      year(of: month + 1, first: first) == month + 1 ? [] : [credited.reduce(0, +)]
    }
  }

  private static func check(
    _ cap: LongCreditCap, _ truth: (mean: Double, binds: Double)
  ) async throws {
    let (capped, free) = (try option(cap), try option(nil))
    #expect(truth.binds > 0.05 && truth.binds < 0.95)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: capped, seed: seed)
      expect(tally.credits.estimate, truth.mean, seed: seed)
      // What the cap takes shows beside the same future without it.
      let left = await market.credits(of: capped, futures: 10_240, seed: seed)
      let all = await market.credits(of: free, futures: 10_240, seed: seed)
      let bound = zip(all, left).count { $0 - $1 > 0.5 }
      expect(bound, of: all.count, truth.binds, seed: seed)
    }
  }

  @Test func an_amount_a_year_is_reached_by_a_binomial_number_of_defaults() async throws {
    let market = Market(horizon: 24, metrics: [.score("a")])
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)),
        "level": .serviceLevel(ServiceLevel(metric: "a", target: -0.8, comparison: .atLeast)),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.1)),
        "cap": .longCreditCap(LongCreditCap(.amount(250), window: .year)),
      ])
    // Two years, each credited min(100 N, 250); both are when N ≥ 3 in both.
    let p = Normal.below(-0.8)
    let truth = 2 * Binomial.mean(of: 12, p) { min(100 * Double($0), 250) }
    let both = Binomial.atLeast(3, of: 12, p) * Binomial.atLeast(3, of: 12, p)
    await forEverySeed(seedCount) { seed in
      let credits = await market.credits(of: option, seed: seed)
      expect(credits.count { $0 > 499 }, of: credits.count, both, seed: seed)
      let tally = await market.outcome(of: option, futures: 10_240, seed: seed)
      expect(tally.credits.estimate, truth, seed: seed)
    }
  }

  // The contract begins in October, so calendar years begin with months 4, 16 and 28.
  @Test(arguments: [(LongCreditCap.Window.year, 1), (.calendarYear, 4)])
  func a_share_of_the_charges_so_far_caps_by_the_month(
    window: LongCreditCap.Window, first: Int
  ) async throws {
    let cap = LongCreditCap(.charges(share: 0.06), window: window)
    let truth = Self.yearly(first: first) { month in
      0.06 * (Self.year(of: month, first: first)...month).reduce(0) { $0 + Self.charge(in: $1) }
    }
    try await Self.check(cap, truth)
  }

  @Test(arguments: [(LongCreditCap.Window.year, 1), (.calendarYear, 4)], [nil, 250.0])
  func months_of_the_year_before_cap_the_next(
    years: (window: LongCreditCap.Window, first: Int), firstYear: Double?
  ) async throws {
    let cap = LongCreditCap(.previousYear(months: 0.3, firstYear: firstYear), window: years.window)
    // The mean month is of as many months as the year before has: 3 of the first calendar year.
    let truth = Self.yearly(first: years.first) { month in
      let start = Self.year(of: month, first: years.first)
      guard start > 1 else { return firstYear ?? .infinity }
      let before = (max(start - 12, 1)..<start).map(Self.charge)
      return 0.3 * before.reduce(0, +) / Double(before.count)
    }
    try await Self.check(cap, truth)
  }

  @Test(arguments: [(2, 150.0), (5, 260), (12, 450)])
  func a_rolling_amount_follows_the_chain_of_all_windows(
    months: Int, amount: Double
  ) async throws {
    let cap = LongCreditCap(.amount(amount), window: .rolling(months: months))
    let truth = Self.law(
      limit: { _ in amount },
      remember: { credited, _ in
        credited.suffix(months - 1)
      })
    try await Self.check(cap, truth)
  }

  @Test func a_running_contract_brings_even_months_into_a_rolling_share() async throws {
    let cap = LongCreditCap(
      .charges(share: 0.055), window: .rolling(months: 6),
      opening: LongCreditCap.Opening(charges: 4500, credits: 150))
    // Five months before month 1, each with a charge of 900 and a credit of 30.
    let truth = Self.law(
      from: Array(repeating: 30, count: 5),
      limit: { month in
        0.055 * (month - 5...month).reduce(0) { $0 + ($1 < 1 ? 900 : Self.charge(in: $1)) }
      },
      remember: { credited, _ in credited.suffix(5) })
    try await Self.check(cap, truth)
  }
}
