import Contracts
import Futures
import Quantities
import Simulation

/// A small market, its options and what is true of them.
struct HonestMarket: Sendable {
  var name: String
  var event: Event
  var assumptions: Assumptions
  var options: [Option]
  var truths: [Truth]
  /// The precision that a stopping rule is asked for.
  var precision: Double

  func experiment(futures: Int, seed: UInt64) -> Experiment {
    Experiment(
      options: options, assumptions: assumptions, basis: event.costBasis, futures: futures,
      seed: seed)
  }

  /// All markets.
  static func all() throws -> [HonestMarket] { [try closed(), try contracts()] }

  private static func event(
    _ id: String, _ assumptions: Assumptions, metrics: [String]
  ) throws -> Event {
    guard let month = CalendarMonth(year: 2027, month: 1) else { throw NoMonth() }
    return Event(
      id: id, title: id, currency: "EUR", firstMonth: month, horizon: assumptions.horizon,
      serviceLines: assumptions.demand.map {
        ServiceLine(id: $0.serviceLine, name: $0.serviceLine, unit: "call", baseline: $0.forecast)
      },
      metrics: metrics.map { Metric(id: $0, name: $0, link: .identity) },
      indices: assumptions.indices.map(\.id), discounting: Discounting(rate: 0.06),
      costBasis: .afterCredits,
      criteria: [
        Criterion(measure: .cost, weight: 80, scale: .lowestOverOwn),
        Criterion(measure: .risk, weight: 20, scale: .shareOfLowestCost(worst: 0.25)),
      ])
  }

  private static func option(
    _ id: String, _ metrics: [PerformanceDriver], _ clauses: [(String, Clause)], in event: Event
  ) throws -> Option {
    let contract = Contract(id: id, clauses: clauses.map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: id, name: id, contract: contract), in: event,
      performance: Performance(metrics: metrics))
  }
}

private struct NoMonth: Error {}

// The market whose truth is known in closed form: a tiered price of a lognormal volume in one month,
// and a right that arises with two defaults in a row within half a year.
extension HonestMarket {
  static let tiers: [TieredPrice.Tier] = [
    .init(from: 0, to: 1_000, price: 5), .init(from: 1_000, price: 3),
  ]
  static let closedMonths = 6
  static let closedSpread = 0.25
  static let closedBounds = [-0.8, -1.2]
  static let closedFactors = [1, 1.05]

  private static func closed() throws -> HonestMarket {
    let assumptions = Assumptions(
      horizon: closedMonths,
      demand: [
        DemandDriver(
          serviceLine: "voice", forecast: Array(repeating: 1_000, count: closedMonths),
          spread: Parameter(closedSpread, scale: .log))
      ])
    let event = try event("closed", assumptions, metrics: ["a"])
    let options = try closedBounds.indices.map { bid in
      try option(
        "bid-\(bid)", [score("a")],
        [
          (
            "price",
            .tieredPrice(
              TieredPrice(
                serviceLine: "voice",
                tiers: tiers.map {
                  .init(from: $0.from, to: $0.to, price: ($0.price ?? .nan) * closedFactors[bid])
                }, span: MonthSpan(from: 1, to: 1)))
          ),
          (
            "level",
            .serviceLevel(
              ServiceLevel(metric: "a", target: closedBounds[bid], comparison: .atLeast))
          ),
          ("right", .chronicFailure(ChronicFailure(level: "level", defaults: 2, window: 2))),
        ], in: event)
    }
    return HonestMarket(
      name: "closed form", event: event, assumptions: assumptions, options: options,
      truths: closedFactors.indices.map { Truth.closed(bid: $0) }, precision: 0.012)
  }

  static func score(
    _ metric: String, level: Double = 0, error: Double = 0, spread: Parameter? = nil,
    persistence: Double = 0, links: [String: Parameter] = [:]
  ) -> PerformanceDriver {
    PerformanceDriver(
      metric: metric, link: .identity, level: Parameter(level, error: error),
      spread: spread ?? Parameter(1, scale: .log),
      persistence: Parameter(persistence, scale: .atanh), demandLinks: links)
  }
}

// The market whose truth comes from a long run: two whole contracts with everything at work.
extension HonestMarket {
  private static func contracts() throws -> HonestMarket {
    let assumptions = Assumptions(
      horizon: 12,
      demand: [
        DemandDriver(
          serviceLine: "voice", forecast: (1...12).map { 900 + 10 * Double($0) },
          persistence: Parameter(0.8, scale: .atanh), spread: Parameter(0.05, scale: .log),
          growth: Parameter(0.02, error: 0.02)),
        DemandDriver(
          serviceLine: "chat", forecast: Array(repeating: 500, count: 12), reading: .median,
          persistence: Parameter(0.7, scale: .atanh), spread: Parameter(0.06, scale: .log),
          start: .stationary),
      ],
      indices: [
        IndexDriver(
          id: "wages", law: .geometric(drift: 0.03, spread: Parameter(0.03, scale: .log)))
      ],
      correlation: Correlation([[1, 0.5, 0.1], [0.5, 1, 0], [0.1, 0, 1]]))
    let event = try event("contracts", assumptions, metrics: ["a", "b", "c"])
    let options = [
      try contract("north", price: 5, level: 1.1, in: event),
      try contract("south", price: 5, level: 1.5, in: event),
    ]
    return HonestMarket(
      name: "contracts", event: event, assumptions: assumptions, options: options,
      truths: Truth.contracts, precision: 0.003)
  }

  private static func contract(
    _ id: String, price: Double, level: Double, in event: Event
  ) throws -> Option {
    let links = ["voice": Parameter(-3), "chat": Parameter(-1)]
    let levels = ["a", "b", "c"].map { name in
      (
        "level-\(name)",
        Clause.serviceLevel(ServiceLevel(metric: name, target: 0, comparison: .atLeast))
      )
    }
    let allocations = [("a", 0.5), ("b", 0.3), ("c", 0.2)].map {
      AtRiskCredit.Allocation(level: "level-\($0)", pool: 1, share: $1)
    }
    let clauses: [(String, Clause)] = [
      ("cola", .indexation(Indexation(index: "wages", share: 0.8, firstMonth: 4, interval: 3))),
      ("desk", .fixedFee(FixedFee(amount: 900, indexation: "cola"))),
      (
        "voice",
        .unitPrice(UnitPrice(serviceLine: "voice", price: price, indexation: "cola"))
      ),
      ("chat", .unitPrice(UnitPrice(serviceLine: "chat", price: 2.7))),
      ("band", .volumeBand(VolumeBand(serviceLine: "voice", deadband: 0.05, arc: 2, rrc: 1))),
      ("repeat", .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2))),
      ("pool", .atRiskCredit(AtRiskCredit(atRisk: 0.12, allocations: allocations))),
      ("cap", .creditCap(CreditCap(share: 0.12))),
      (
        "right",
        .chronicFailure(
          ChronicFailure(
            level: "level-a", defaults: 3, window: 6, exercise: .always, notice: 1))
      ),
      ("leaving", .terminationFee(TerminationFee(multiple: 0.5, base: .lastInvoice))),
      (
        "next",
        .replacement(Replacement(multiple: 1.1, base: .stated(6_500), procurement: 2_000))
      ),
    ]
    let metrics = [
      score("a", level: level, persistence: 0.5, links: links),
      score("b", level: level + 0.2, persistence: 0.3),
      score("c", level: level, error: 0.2, spread: Parameter(1, error: 0.2, scale: .log)),
    ]
    return try option(id, metrics, levels + clauses, in: event)
  }
}
