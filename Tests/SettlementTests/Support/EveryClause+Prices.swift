import Contracts
import Quantities

extension EveryClause {
  /// The clauses that terms state beside a price sheet.
  static let statedPrices: [Contract.Named] = factors + prices

  private static let factors: [Contract.Named] = [
    .init(
      "labour",
      .indexation(
        Indexation(
          following: .blend([.init("wages", weight: 0.7), .init("cpi", weight: 0.3)]),
          plus: 0.005, lag: 4, over: 6, firstMonth: 5, interval: 5))),
    .init(
      "least",
      .indexation(
        Indexation(
          following: .lesser([.index("wages"), .index("cpi"), .rate(0.02)]), lag: 1,
          basis: .eachStep, firstMonth: 3, interval: 4))),
    .init(
      "drafted",
      .indexation(
        Indexation(
          following: .index("cpi"), cap: 0.1, basis: .asDrafted, firstMonth: 6, interval: 6))),
    .init("rise", .escalator(Escalator(rate: 0.03, firstMonth: 7, interval: 6, on: "labour"))),
    .init("decline", .escalator(Escalator(rate: -0.02, firstMonth: 4, interval: 9))),
    .init(
      "exchange", .exchangeRate(ExchangeRate(index: "cpi", quote: .indirect, on: "decline"))),
    .init(
      "delay",
      .transitionDelay(
        TransitionDelay(
          [.init(months: 0, probability: 0.7), .init(months: 2, probability: 0.3)], goLive: 3,
          todaysCost: [1_900, 1_950]))),
    .init(
      "rate",
      .currencyShare(
        CurrencyShare(
          index: "cpi", baseline: 1.01, share: 0.6, deadZone: 0.01, bound: 0.2,
          of: ["fee", "bundle"], span: MonthSpan(from: 2)))),
  ]

  private static let prices: [Contract.Named] = [
    .init(
      "cliff",
      .tieredPrice(
        TieredPrice(
          serviceLine: "chats",
          tiers: [.init(from: 0, to: 250, price: 0.2), .init(from: 250, price: 0.15)],
          units: .all, indexation: "drafted"))),
    .init(
      "bundle",
      .includedVolume(
        IncludedVolume(
          serviceLine: "calls", amount: 210.5, included: 900, price: 0.31, indexation: "least"))),
    .init(
      "staff",
      .staffCharge(StaffCharge(.stated([3, 2.5]), rate: 41.3, vacancy: 0.05, indexation: "rise"))),
    .init(
      "desks",
      .staffCharge(
        StaffCharge(.volume(of: "chats"), rate: 0.11, vacancy: 0.1, indexation: "exchange"))),
    .init(
      "peak",
      .peakPrice(
        PeakPrice(
          serviceLine: "chats", price: 0.7, peakRatio: 1.3, ratchet: 4, indexation: "decline"))),
    .init(
      "plus",
      .costPlus(CostPlus(serviceLine: "calls", markup: 0.07, fee: 12.5, indexation: "labour"))),
    .init("passed", .costPlus(CostPlus(serviceLine: "chats", isInCharge: false))),
    .init(
      "target",
      .targetCost(
        TargetCost(
          serviceLine: "calls", targetCost: 1_010, targetProfit: 81, shareOver: 0.4,
          shareUnder: 0.5, ceiling: 1_300, settled: .quarter))),
    .init(
      "minimum",
      .minimumFee(MinimumFee(amount: 320, of: ["bundle"], indexation: "decline"))),
    .init(
      "hidden",
      .hiddenCost(
        HiddenCost(
          probability: 0.5, amount: 17.1, span: MonthSpan(from: 3), indexation: "least"))),
    .init(
      "left_out",
      .levellingAdjustment(
        LevellingAdjustment(
          .exclusion, of: "all", .amount(330, .init(low: 120, high: 710)),
          span: MonthSpan(from: 4, to: 27)))),
    .init(
      "unpriced",
      .levellingAdjustment(
        LevellingAdjustment(
          .plug, of: "chats",
          .rates(
            .init(
              of: "chats", byMonth: [nil, 0.07, 0.06, nil, 0.08], indexation: "rise",
              from: "other"))))),
  ]
}
