import Contracts
import Quantities

/// A contract with all clauses in all their switches.
enum EveryClause {
  /// The contract, whose termination fee and replacement are multiples of `base`.
  static func clauses(base: ChargeBase, _ exercise: Exercise) -> [Contract.Named] {
    adjustment + price + statedPrices + volume + terms + service + patterns
      + exit(base: base, exercise)
  }

  private static let adjustment: [Contract.Named] = [
    .init(
      "cola",
      .indexation(
        Indexation(
          index: "cpi", share: 0.7, cap: 0.04, floor: 0, basis: .cumulative, limited: .index))),
    .init(
      "pay",
      .indexation(
        Indexation(
          index: "wages", share: 0.9, cap: 0.03, floor: -0.01, basis: .eachStep, limited: .price))),
    .init(
      "goods",
      .indexation(
        Indexation(
          index: "cpi", cap: 0.01, basis: .cumulative, limited: .price, firstMonth: 4,
          interval: 3))),
  ]

  private static let price: [Contract.Named] = [
    .init("terms", .paymentTerms(PaymentTerms(lag: 1.5))),
    .init("fee", .fixedFee(FixedFee(amount: 293.69, indexation: "pay"))),
    .init(
      "price",
      .unitPrice(
        UnitPrice(
          serviceLine: "chats", price: 0.305, span: MonthSpan(from: 2, to: 29),
          indexation: "cola"))),
    .init("bare", .unitPrice(UnitPrice(serviceLine: "chats", price: 0.1))),
    .init(
      "tiers",
      .tieredPrice(
        TieredPrice(
          serviceLine: "calls",
          tiers: [
            .init(from: 0, to: 800, price: 1.1), .init(from: 800, to: 1_100.5, price: 0.93),
            .init(from: 1_100.5, price: 0.7),
          ], indexation: "goods"))),
    .init("setup", .oneOffFee(OneOffFee(amount: 81.217, month: 1, purpose: .transition))),
    .init("audit", .oneOffFee(OneOffFee(amount: 12.3, month: 20, indexation: "cola"))),
  ]

  private static let volume: [Contract.Named] = [
    .init(
      "excess",
      .volumeBand(
        VolumeBand(
          serviceLine: "calls", deadband: 0.1, arc: 1.3, rrc: 0.7, reading: .excess,
          indexation: "pay"))),
    .init(
      "deviation",
      .volumeBand(
        VolumeBand(
          serviceLine: "chats", baseline: [310, 290], deadband: 0.15, arc: 0.4, rrc: 0.3,
          reading: .deviation, span: MonthSpan(from: 3)))),
  ]

  private static let service: [Contract.Named] = [
    .init("cap", .creditCap(CreditCap(share: 0.07))),
    .init("fixed", .fixedCredit(FixedCredit(level: "score", share: 0.011))),
    .init(
      "risk",
      .atRiskCredit(
        AtRiskCredit(
          atRisk: 0.12,
          allocations: [
            .init(level: "answer", pool: 1.2, share: 0.4),
            .init(level: "time", pool: 0.6, share: 1),
          ]))),
    .init("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 1.7))),
    .init("answer", level("answered", 0.8, .atLeast, from: 3)),
    .init("time", level("time", 22, .atMost)),
    .init("score", level("score", 3.7, .moreThan)),
    .init("quick", level("time", 30, .lessThan)),
    .init(
      "loss",
      .poorServiceLoss(
        PoorServiceLoss(
          metric: "answered", need: 0.83, lossPerPoint: 0.021, serviceLine: "calls"))),
    .init(
      "waiting",
      .poorServiceLoss(PoorServiceLoss(metric: "time", need: 19.5, lossPerPoint: 1.7))),
    .init(
      "scoring", .poorServiceLoss(PoorServiceLoss(metric: "score", need: 4.1, lossPerPoint: 33))),
  ]

  private static func level(
    _ metric: String, _ target: Double, _ comparison: ServiceLevel.Comparison, from first: Int = 1
  ) -> Clause {
    .serviceLevel(
      ServiceLevel(metric: metric, target: target, comparison: comparison, firstMonth: first))
  }

  private static func exit(base: ChargeBase, _ exercise: Exercise) -> [Contract.Named] {
    let feeBase = base == .contractCharge ? ChargeBase.lastInvoice : base
    return [
      .init("desks left", .strandedCost(StrandedCost(amount: 31.7, indexation: "exchange"))),
      .init(
        "chronic",
        .chronicFailure(
          ChronicFailure(level: "answer", defaults: 3, window: 6, exercise: exercise, notice: 2))),
      .init(
        "slow",
        .chronicFailure(
          ChronicFailure(level: "time", defaults: 4, window: 4, exercise: .withProbability(0.5)))),
      .init(
        "exit",
        .terminationFee(TerminationFee(multiple: 3.7, base: feeBase, indexation: "cola"))),
      .init(
        "takeover",
        .replacement(
          Replacement(
            multiple: 1.15, base: base, indexation: "pay", procurement: 251.3, dualRunning: 1.5,
            attainment: ["answered": 0.81, "score": 4.05]))),
    ]
  }
}
