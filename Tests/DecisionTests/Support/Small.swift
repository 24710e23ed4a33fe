import Contracts
import Futures
import Quantities
import Settlement
import Simulation

/// Small events, bids and experiments, of which every cost is known by hand.
enum Small {
  static let firstMonth = month("2027-04")

  static func month(_ text: String) -> CalendarMonth {
    guard let month = CalendarMonth(text) else { preconditionFailure("\(text) is no month") }
    return month
  }

  static let costOnly = [Criterion(measure: .cost, weight: 1, scale: .lowestOverOwn)]

  /// One service line, one score `quality` of which more is better, nothing discounted.
  static func event(
    horizon: Int = 12, goLive: Int = 1, requirements: [Requirement] = [],
    criteria: [Criterion] = costOnly
  ) -> Event {
    Event(
      id: "small", title: "Small", currency: "EUR", firstMonth: firstMonth, horizon: horizon,
      goLive: goLive,
      serviceLines: [
        ServiceLine(
          id: "calls", name: "Calls", unit: "call",
          baseline: Array(repeating: 100, count: horizon))
      ],
      metrics: [Metric(id: "quality", name: "Quality", link: .identity)],
      requirements: requirements, discounting: Discounting(rate: 0, timing: .start),
      criteria: criteria)
  }

  static func bid(
    _ id: String, _ clauses: [Contract.Named] = [], answers: [String: Answer] = [:]
  ) -> Bid {
    Bid(id: id, name: id, contract: Contract(id: id, clauses: clauses), answers: answers)
  }

  /// A fixed fee of `amount` in the months of `span`.
  static func fee(_ amount: Double, _ span: MonthSpan = MonthSpan()) -> Contract.Named {
    Contract.Named(
      "fee from \(span.first)", .fixedFee(FixedFee(amount: amount, span: span)))
  }

  static func once(_ amount: Double, in month: Int) -> Contract.Named {
    Contract.Named("once", .oneOffFee(OneOffFee(amount: amount, month: month)))
  }

  /// A price of `amount` for every call.
  static func price(_ amount: Double) -> Contract.Named {
    Contract.Named("calls", .unitPrice(UnitPrice(serviceLine: "calls", price: amount)))
  }

  /// The promise that quality is at least 0, with `share` of the charge credited where it is not.
  static func credit(_ share: Double) -> [Contract.Named] {
    [
      Contract.Named(
        "good", .serviceLevel(ServiceLevel(metric: "quality", target: 0, comparison: .atLeast))),
      Contract.Named("back", .fixedCredit(FixedCredit(level: "good", share: share))),
    ]
  }

  /// A loss of `amount` a month for each point of quality below 0.
  static func loss(_ amount: Double) -> Contract.Named {
    Contract.Named(
      "harm", .poorServiceLoss(PoorServiceLoss(metric: "quality", need: 0, lossPerPoint: amount)))
  }

  // Quality is normal around the level that is given, 1 where none is; `demandSpread` is that of
  // the monthly innovation of the log volume.
  static func experiment(
    _ event: Event, _ bids: [Bid], levels: [String: Double] = [:], baseline: Int? = nil,
    basis: CostBasis = .beforeCredits, demandSpread: Double = 0, futures: Int = 256,
    seed: UInt64 = 1
  ) throws -> Experiment {
    let performance = Dictionary(
      uniqueKeysWithValues: bids.map { ($0.id, quality(around: levels[$0.id] ?? 1)) })
    let assumptions = Assumptions(
      horizon: event.horizon,
      demand: event.serviceLines.map {
        DemandDriver(
          serviceLine: $0.id, forecast: $0.baseline,
          spread: Parameter(demandSpread, scale: .log))
      },
      performance: performance, goLive: event.goLive)
    let options = try bids.map {
      try Option($0, in: event, performance: quality(around: levels[$0.id] ?? 1))
    }
    return Experiment(
      options: options, baseline: baseline, assumptions: assumptions, basis: basis,
      futures: futures, seed: seed)
  }

  static func quality(around level: Double) -> Performance {
    Performance(metrics: [
      PerformanceDriver(
        metric: "quality", link: .identity, level: Parameter(level),
        spread: Parameter(1, scale: .log))
    ])
  }
}
