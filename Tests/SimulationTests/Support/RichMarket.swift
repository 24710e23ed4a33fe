import Contracts
import Futures
import Quantities
import Settlement
import Simulation

/// A market in which all drivers and all clauses are at work.
enum RichMarket {
  static let market = Market(
    horizon: 24,
    demand: ["voice", "chat"].map { line in
      DemandDriver(
        serviceLine: line, forecast: (1...24).map { 900 + 10 * Double($0 % 12) },
        persistence: Parameter(0.6, error: 0.1, scale: .atanh),
        spread: Parameter(0.08, error: 0.2, scale: .log), growth: Parameter(0.02, error: 0.01),
        steps: [.init(month: 9, size: -0.15, probability: 0.4)],
        shocks: .init(perYear: 1, mean: 0.1, spread: 0.1, persistence: 0.5),
        start: .observed(value: 0.05, months: 2))
    },
    indices: [
      IndexDriver(
        id: "wages", law: .geometric(drift: 0.03, spread: Parameter(0.04, scale: .log)))
    ],
    correlation: Correlation([[1, 0.5, 0.1], [0.5, 1, 0], [0.1, 0, 1]]),
    metrics: ["answer", "quality", "spare"].map { Metric(id: $0, name: $0, link: .logit) },
    discounting: Discounting(rate: 0.07, timing: .middle), goLive: 2)

  static func driver(_ metric: String, level: Double = 1.6) -> PerformanceDriver {
    PerformanceDriver(
      metric: metric, link: .logit, level: Parameter(level, error: 0.2),
      spread: Parameter(0.4, error: 0.1, scale: .log),
      persistence: Parameter(0.5, error: 0.1, scale: .atanh),
      demandLinks: ["voice": Parameter(-2, error: 0.3)], learning: -0.3, trend: 0.05,
      commonShare: 0.3)
  }

  static let charges: [(String, Clause)] = [
    ("cola", .indexation(Indexation(index: "wages", share: 0.8, cap: 0.04, floor: 0))),
    ("desk", .fixedFee(FixedFee(amount: 900, indexation: "cola"))),
    (
      "voice",
      .tieredPrice(
        TieredPrice(
          serviceLine: "voice",
          tiers: [.init(from: 0, to: 950, price: 5.1), .init(from: 950, price: 4.3)],
          indexation: "cola"))
    ),
    ("chat", .unitPrice(UnitPrice(serviceLine: "chat", price: 2.7))),
    ("setup", .oneOffFee(OneOffFee(amount: 5000, month: 2, purpose: .transition))),
    ("terms", .paymentTerms(PaymentTerms(lag: 1.5))),
    ("band", .volumeBand(VolumeBand(serviceLine: "voice", deadband: 0.1, arc: 1.1, rrc: 0.9))),
  ]

  static let service: [(String, Clause)] = [
    ("speed", .serviceLevel(ServiceLevel(metric: "answer", target: 0.8, comparison: .atLeast))),
    ("care", .serviceLevel(ServiceLevel(metric: "quality", target: 0.75, comparison: .moreThan))),
    ("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 1.5))),
    (
      "pool",
      .atRiskCredit(
        AtRiskCredit(atRisk: 0.12, allocations: [.init(level: "speed", pool: 1, share: 0.6)]))
    ),
    ("fixed", .fixedCredit(FixedCredit(level: "care", share: 0.04))),
    ("cap", .creditCap(CreditCap(share: 0.1))),
    (
      "loss",
      .poorServiceLoss(
        PoorServiceLoss(metric: "answer", need: 0.82, lossPerPoint: 0.02, serviceLine: "voice"))
    ),
  ]

  static func exit(_ exercise: Exercise) -> [(String, Clause)] {
    [
      (
        "chronic",
        .chronicFailure(
          ChronicFailure(level: "speed", defaults: 3, window: 6, exercise: exercise, notice: 1))
      ),
      ("leaving", .terminationFee(TerminationFee(multiple: 1, base: .trailingMean(months: 3)))),
      (
        "next",
        .replacement(
          Replacement(
            multiple: 1.05, base: .trailingMean(months: 4), indexation: "cola",
            procurement: 2000, dualRunning: 0.5, attainment: ["answer": 0.85]))
      ),
    ]
  }

  static func option(
    _ id: String, clauses: [(String, Clause)], metrics: [PerformanceDriver],
    correlation: Correlation? = nil
  ) throws -> Option {
    let contract = Contract(id: id, clauses: clauses.map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: id, name: id, contract: contract), in: market.event(),
      performance: Performance(metrics: metrics, correlation: correlation))
  }

  /// A bid that the buyer leaves when cheaper, one that it leaves by chance, and today's operation.
  static func options() throws -> [Option] {
    let two = Correlation([[1, 0.4], [0.4, 1]])
    return [
      try option(
        "north", clauses: charges + service + exit(.whenCheaper(first: 6, interval: 3)),
        metrics: [driver("answer", level: 1.3), driver("quality")], correlation: two),
      try option(
        "south", clauses: charges + service + exit(.withProbability(0.6)),
        metrics: [driver("answer"), driver("quality", level: 1.2)], correlation: two),
      try option("baseline", clauses: charges, metrics: []),
    ]
  }

  static func experiment(
    _ options: [Option], baseline: Int? = 2, futures: Int, seed: UInt64 = 20_270_401
  ) -> Experiment {
    Experiment(
      options: options, baseline: baseline, assumptions: market.assumptions,
      basis: .afterCredits, futures: futures, seed: seed)
  }
}
