import Contracts
import Futures
import Quantities
import Rows
import Settlement

/// A contract that has every clause and every switch, and assumptions under which each of them
/// matters in some futures.
enum Sampled {
  static let horizon = 30

  /// Two service lines, two indices, and a provider of three metrics, one for each link.
  static let assumptions = Assumptions(
    horizon: horizon,
    demand: [
      DemandDriver(
        serviceLine: "calls", forecast: Array(repeating: 1_000, count: horizon),
        persistence: Parameter(0.6, error: 0.1, scale: .atanh),
        spread: Parameter(0.2, error: 0.1, scale: .log), growth: Parameter(0.02, error: 0.05),
        shocks: .init(perYear: 0.5, mean: 0.1, spread: 0.3, persistence: 0.5)),
      DemandDriver(
        serviceLine: "chats", forecast: Array(repeating: 300, count: horizon),
        spread: Parameter(0.3, scale: .log),
        steps: [.init(month: 9, size: -0.5, probability: 0.5)]),
    ],
    indices: [
      IndexDriver(id: "cpi", law: .geometric(drift: 0.02, spread: Parameter(0.06, scale: .log))),
      IndexDriver(
        id: "wages",
        law: .meanReverting(
          drift: 0.025, persistence: Parameter(0.9, scale: .atanh),
          spread: Parameter(0.02, scale: .log))),
    ],
    performance: [
      "bid": Performance(metrics: [
        PerformanceDriver(
          metric: "answered", link: .logit, level: Parameter(1.5, error: 0.2),
          spread: Parameter(0.4, scale: .log), persistence: Parameter(0.5, scale: .atanh),
          demandLinks: ["calls": Parameter(-2)], learning: -0.5, commonShare: 0.2),
        PerformanceDriver(
          metric: "time", link: .log, level: Parameter(3), spread: Parameter(0.3, scale: .log)),
        PerformanceDriver(
          metric: "score", link: .identity, level: Parameter(4),
          spread: Parameter(0.5, scale: .log)),
      ])
    ], goLive: 3)

  static let metrics = [
    Metric(id: "answered", name: "Answered in time", link: .logit, decimals: 1),
    Metric(id: "time", name: "Seconds", link: .log, better: .lower),
    Metric(id: "score", name: "Satisfaction", link: .identity),
  ]

  /// The event of the assumptions, or nothing where the calendar has no such month.
  static func event(in firstMonth: CalendarMonth) -> Event {
    Event(
      id: "sampled", title: "Sampled", currency: "EUR", firstMonth: firstMonth, horizon: horizon,
      goLive: assumptions.goLive,
      serviceLines: assumptions.demand.map {
        ServiceLine(id: $0.serviceLine, name: $0.serviceLine, unit: "unit", baseline: $0.forecast)
      },
      metrics: metrics, indices: assumptions.indices.map(\.id),
      discounting: Discounting(rate: 0.07, timing: .middle))
  }

  /// Hands the block of futures at `draws` of `contract` to `sink`.
  static func settle(_ contract: ResolvedContract, at draws: Draws, into sink: any Sink) {
    let arena = Arena()
    let world = World(for: assumptions, in: arena)
    WorldSampler(assumptions, filling: world, in: arena).fill(at: draws)
    let path = ProviderPath(
      sampling: assumptions.performance["bid"] ?? Performance(metrics: []), of: "bid", in: world,
      assumptions: assumptions, uniforms: contract.uniforms, arena: arena)
    path.begin(at: draws)
    contract.settle(in: world, along: path, into: sink, arena: arena)
  }

  /// The totals of the block of futures at `draws`.
  static func totals(of contract: ResolvedContract, at draws: Draws) -> Totals {
    let totals = Totals(for: contract, in: Arena())
    settle(contract, at: draws, into: totals)
    return totals
  }

  /// The ledger of one future.
  static func ledger(of contract: ResolvedContract, seed: UInt64, future: UInt32) -> Ledger {
    let ledger = Ledger()
    settle(contract, at: Draws(seed: seed, firstFuture: future), into: ledger)
    return ledger
  }
}
