import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// Levels that are judged by means of months, and targets that move with them.
@Suite struct MeanTests {
  private static let market = Market(horizon: 24, metrics: [.score("a")])

  private static func option(
    _ bound: Double, _ measurement: ServiceLevel.Measurement,
    trigger: ServiceLevel.Trigger = ServiceLevel.Trigger(), firstMonth: Int = 1,
    excluded: [Int] = [], extra: [(String, Clause)] = []
  ) throws -> Option {
    let level = ServiceLevel(
      metric: "a", target: bound, comparison: .atLeast, firstMonth: firstMonth, trigger: trigger,
      measurement: measurement, excluded: excluded)
    let clauses: [(String, Clause)] = [
      ("fee", .fixedFee(FixedFee(amount: 1000))), ("level", .serviceLevel(level)),
      ("credit", .fixedCredit(FixedCredit(level: "level", share: 0.05))),
    ]
    let contract = Contract(
      id: "north", clauses: (clauses + extra).map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: "north", name: "North", contract: contract), in: market.event(),
      performance: Performance(metrics: [.score("a")]))
  }

  /// The chance that the mean of `months` standard normals lies below `bound`.
  private static func below(_ bound: Double, months: Int) -> Double {
    Normal.below(bound * Double(months).squareRoot())
  }

  @Test(arguments: [2, 3, 12], [1, 5])
  func a_rolling_mean_is_normal_with_a_variance_of_one_over_its_months(
    months: Int, firstMonth: Int
  ) async throws {
    let option = try Self.option(-0.3, .rolling(months: months), firstMonth: firstMonth)
    // Judged from the month in which as many months have passed.
    let judged = Double(24 - (firstMonth + months - 1) + 1)
    let truth = judged * Self.below(-0.3, months: months)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
      expect(tally.credits.estimate, 50 * truth, seed: seed)
    }
  }

  @Test func a_quarter_is_judged_in_its_last_month_by_the_months_that_count() async throws {
    let option = try Self.option(-0.4, .quarter, firstMonth: 3, excluded: [8, 12, 13, 14, 15])
    // Quarters by their months that count: month 3; 4–6; 7 and 9; 10 and 11; none; three times all.
    let truth = [1, 3, 2, 2, 3, 3, 3].reduce(0) { $0 + Self.below(-0.4, months: $1) }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
    }
  }

  @Test func months_that_do_not_count_are_left_out_of_a_rolling_mean() async throws {
    let option = try Self.option(-0.4, .rolling(months: 3), excluded: [7, 12])
    // Three months from month 3 on, but two in the months after an excluded one, which is itself no
    // miss because it does not count.
    let truth = 4 * Self.below(-0.4, months: 2) + 16 * Self.below(-0.4, months: 3)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
    }
  }

  @Test func an_excluded_month_is_no_miss_of_a_rolling_mean() async throws {
    // Every month is far below the target, months 2 to 24 are judged, and month 7 does not count.
    let option = try Self.option(40, .rolling(months: 2), excluded: [7])
    let tally = await Self.market.outcome(of: option, futures: 512, seed: 1)
    #expect(tally.defaults[0].mean == 22)
  }

  @Test func runs_and_windows_of_a_quarterly_level_are_months() async throws {
    let clauses: [(String, Clause)] = [
      ("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 5))),
      ("right", .chronicFailure(ChronicFailure(level: "level", defaults: 2, window: 4))),
    ]
    let option = try Self.option(-0.2, .quarter, extra: clauses)
    // Two quarters in default are no run of months. Four months hold the ends of two quarters in a
    // row: none[n] = q none[n − 1] + p q none[n − 2].
    let p = Self.below(-0.2, months: 3)
    var none = [1.0, 1]
    for n in 2...8 { none.append((1 - p) * none[n - 1] + p * (1 - p) * none[n - 2]) }
    let arises = 1 - none[8]
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.credits.estimate, 50 * 8 * p, seed: seed)
      expect(tally.rightArises.estimate, arises, seed: seed)
    }
  }

  @Test(arguments: [2, 3, 6])
  func overlapping_means_miss_together_with_the_chance_of_an_orthant(months: Int) async throws {
    let twice = try Self.option(
      0, .rolling(months: months), trigger: ServiceLevel.Trigger(misses: 2, window: 2))
    let thrice = try Self.option(
      0, .rolling(months: months), trigger: ServiceLevel.Trigger(misses: 3, window: 3))
    // Means that begin k months apart are correlated by 1 − k/n, 0 from k = n on. Both lie below 0
    // with chance 1/4 + asin(ρ)/2π, three with 1/8 + (asin ρ12 + asin ρ13 + asin ρ23)/4π.
    let angle = { (k: Int) in asin(max(1 - Double(k) / Double(months), 0)) }
    let pair = 0.25 + angle(1) / (2 * .pi)
    let triple = 0.125 + (2 * angle(1) + angle(2)) / (4 * .pi)
    let judged = Double(24 - months + 1)
    await forEverySeed(seedCount) { seed in
      let two = await Self.market.outcome(of: twice, seed: seed)
      expect(two.defaults[0].estimate, (judged - 1) * pair, seed: seed)
      let three = await Self.market.outcome(of: thrice, seed: seed)
      expect(three.defaults[0].estimate, (judged - 2) * triple, seed: seed)
    }
  }

  @Test func a_target_that_follows_the_best_month_is_met_by_records_alone() async throws {
    let ratchet = Ratchet(level: "level", months: 1, share: 1)
    let option = try Self.option(-40, .month, extra: [("level", .ratchet(ratchet))])
    // The target is the best attainment so far, so a month meets it when it is a record. The t-th
    // of independent months is one with chance 1/t (Rényi 1962): Σ (1 − 1/t) defaults.
    let truth = (1...24).reduce(0.0) { $0 + 1 - 1 / Double($1) }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
    }
  }

  @Test func a_target_that_moves_half_way_is_a_chain_of_normal_means() async throws {
    let ratchet = Ratchet(level: "level", months: 1, share: 0.5)
    let option = try Self.option(0, .month, extra: [("level", .ratchet(ratchet))])
    // From target m it moves to (m + z)/2 where z > m. In month 1 it is 0; in month 2 it is 0 or
    // z/2 with z > 0; in month 3 all are known by one integral more. Later months only rise.
    let chance = { (target: Double) in Normal.below(target) }
    let second = Normal.mean(kinks: [0]) { chance(max($0, 0) / 2) }
    let third = Normal.mean(kinks: [0]) { z in
      let m = max(z, 0) / 2
      return Normal.mean(kinks: [m]) { chance((m + max($0, m)) / 2) }
    }
    let market = Market(horizon: 3, metrics: [.score("a")])
    let short = try Option(option.bid, in: market.event(), performance: option.performance)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: short, seed: seed)
      expect(tally.defaults[0].estimate, 0.5 + second + third, seed: seed)
    }
  }
}
