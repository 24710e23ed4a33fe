import Contracts
import Quantities

/// Service levels by patterns, and the credits that follow what attainment came to.
extension EveryClause {
  static let patterns: [Contract.Named] =
    levels + credits + limits + [
      .init("ratchet", .ratchet(Ratchet(level: "rising", months: 3, share: 0.4, limit: 0.2))),
      .init(
        "bonus",
        .bonus(
          Bonus(
            metric: "score", neutral: 4, best: 4.7, bonus: 17.3, worst: 3.1, deduction: 11.9,
            period: .quarter))),
    ]

  private static let levels: [Contract.Named] = [
    .init(
      "often",
      .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.79, comparison: .moreThan, firstMonth: 2,
          trigger: .init(misses: 2, window: 4, resets: true),
          expected: .init(target: 0.83, defaults: 2, window: 5),
          tail: .init(metric: "time", target: 27, comparison: .lessThan), excluded: [6, 7],
          missesUnreported: true))),
    .init(
      "mean",
      .serviceLevel(
        ServiceLevel(
          metric: "time", target: 21, comparison: .atMost, measurement: .rolling(months: 3)))),
    .init(
      "quarterly",
      .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.81, comparison: .atLeast, measurement: .quarter))),
    .init(
      "rising",
      .serviceLevel(ServiceLevel(metric: "answered", target: 0.75, comparison: .atLeast))),
    .init(
      "told",
      .serviceLevel(
        ServiceLevel(metric: "score", target: 4, comparison: .atLeast, rank: .reportOnly))),
  ]

  private static let credits: [Contract.Named] = [
    .init(
      "steps",
      .tierCredit(
        TierCredit(
          level: "often",
          table: AttainmentTable([.init(0.83, 0.013), .init(0.8, 0.029), .init(0.7, 0.041)]),
          users: .init(affected: "chats", total: "calls"),
          base: CreditBase(prices: ["fee", "tiers"], amount: .nextMonth)))),
    .init(
      "reached",
      .tierCredit(
        TierCredit(
          level: "mean",
          table: AttainmentTable(
            [.init(20, 0), .init(24, 0.02), .init(30, 0.05)], reading: .lowerRow),
          base: CreditBase(amount: .stated(1_234.5))))),
    .init(
      "line",
      .tierCredit(
        TierCredit(
          level: "quarterly",
          table: AttainmentTable(
            [.init(0.81, 0), .init(0.7, 0.1), .init(0.6, 0.15)], reading: .linear)))),
    .init(
      "points_below",
      .linearCredit(
        LinearCredit(
          level: "rising", from: 0.77, perPoint: 0.007, step: 0.5, partSteps: .floor, cap: 0.05))),
    .init(
      "seconds",
      .linearCredit(
        LinearCredit(level: "time", from: 21, perPoint: 0.003, step: 2, partSteps: .ceiling))),
    .init(
      "points",
      .pointsCredit(
        PointsCredit(
          kpis: [
            .init(level: "answer", table: AttainmentTable([.init(0.8, 1), .init(0.75, 3)])),
            .init(level: "time", table: AttainmentTable([.init(22, 1), .init(26, 2)])),
          ],
          rate: .table(AttainmentTable([.init(2, 0.01), .init(5, 0.03)], boundary: .inclusive)),
          repeats: RepeatMultiplier(run: 2, multiplier: 2)))),
    .init(
      "calls",
      .unitCredit(
        UnitCredit(level: "often", amount: 0.013, pointsFrom: 0.9, volumes: ["calls"]))),
  ]

  private static let limits: [Contract.Named] = [
    .init("highest", .simultaneity(Simultaneity(.highest))),
    .init(
      "half_year",
      .longCreditCap(
        LongCreditCap(
          .charges(share: 0.03), window: .rolling(months: 6),
          opening: .init(charges: 3_000, credits: 17)))),
    .init(
      "earned",
      .earnBack(EarnBack(.clean(periods: 1, of: .quarter, levels: ["score"]), share: 0.7))),
    .init("credits", .creditTerms(CreditTerms(settled: .quarterly, isSoleRemedy: false))),
  ]
}
