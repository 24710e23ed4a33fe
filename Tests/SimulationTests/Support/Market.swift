import Contracts
import Futures
import Quantities
import Settlement
import Simulation
import TestKit
import Testing

/// A small market in which a test builds options and simulates them.
struct Market {
  var horizon = 12
  var demand: [DemandDriver] = []
  var indices: [IndexDriver] = []
  var correlation: Correlation?
  var metrics: [Metric] = []
  var discounting = Discounting(rate: 0)
  var goLive = 1
  /// The calendar month of 2027 in which the contract begins.
  var firstMonthOfYear = 1

  var assumptions: Assumptions {
    Assumptions(
      horizon: horizon, demand: demand, indices: indices, correlation: correlation, goLive: goLive)
  }

  func event() throws -> Event {
    Event(
      id: "test", title: "Test", currency: "EUR",
      firstMonth: try #require(CalendarMonth(year: 2027, month: firstMonthOfYear)),
      horizon: horizon, goLive: goLive,
      serviceLines: demand.map {
        ServiceLine(id: $0.serviceLine, name: $0.serviceLine, unit: "call", baseline: $0.forecast)
      },
      metrics: metrics, indices: indices.map(\.id), discounting: discounting)
  }

  /// The option `id` under a contract of `clauses`, whose provider performs as `metrics` say.
  func option(
    _ id: String = "north", metrics: [PerformanceDriver] = [], correlation: Correlation? = nil,
    clauses: KeyValuePairs<String, Clause>
  ) throws -> Option {
    let contract = Contract(id: id, clauses: clauses.map { .init($0.key, $0.value) })
    return try Option(
      Bid(id: id, name: id, contract: contract), in: event(),
      performance: Performance(metrics: metrics, correlation: correlation))
  }

  func experiment(
    _ options: [Option], basis: CostBasis = .afterCredits, futures: Int = 20_480, seed: UInt64
  ) -> Experiment {
    Experiment(
      options: options, assumptions: assumptions, basis: basis, futures: futures, seed: seed)
  }

  /// Simulates one option.
  func outcome(
    of option: Option, futures: Int = 20_480, seed: UInt64
  ) async -> OptionTally {
    await experiment([option], futures: futures, seed: seed).run(threads: 1).options[0]
  }

  /// What one option credits in each future, where nothing is discounted.
  func credits(of option: Option, futures: Int = 20_480, seed: UInt64) async -> [Double] {
    let sample = await experiment([option], futures: futures, seed: seed).run(threads: 1).sample
    return zip(sample.before[0], sample.after[0]).map { $0 - $1 }
  }
}

/// How many seeds each closed form runs through.
let seedCount: UInt64 = 20

/// Expects `estimate` to lie within four of its own standard errors of `truth`.
func expect(
  _ estimate: Estimate, _ truth: Double, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    estimate.value, truth, standardError: estimate.standardError, seed: seed,
    sourceLocation: sourceLocation)
}

/// Expects an event of the chance `truth` in as many of the `futures` as four of its standard errors
/// allow.
func expect(
  _ count: Int, of futures: Int, _ truth: Double, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let n = Double(futures)
  expectClose(
    Double(count) / n, truth, standardError: (truth * (1 - truth) / n).squareRoot(), seed: seed,
    sourceLocation: sourceLocation)
}

extension DemandDriver {
  /// A lognormal volume of `mean` a month that begins on its forecast.
  static func lognormal(
    _ serviceLine: String = "voice", mean: Double = 1000, persistence: Double = 0.6,
    spread: Double = 0.1, horizon: Int = 12, reading: Reading = .mean
  ) -> DemandDriver {
    DemandDriver(
      serviceLine: serviceLine, forecast: Array(repeating: mean, count: horizon), reading: reading,
      persistence: Parameter(persistence, scale: .atanh), spread: Parameter(spread, scale: .log))
  }
}

extension PerformanceDriver {
  /// A standard normal score without memory, of which a target of `b` is missed with chance Φ(b).
  static func score(
    _ metric: String, level: Double = 0, spread: Double = 1, persistence: Double = 0
  ) -> PerformanceDriver {
    PerformanceDriver(
      metric: metric, link: .identity, level: Parameter(level),
      spread: Parameter(spread, scale: .log), persistence: Parameter(persistence, scale: .atanh))
  }
}

extension Metric {
  static func score(_ id: String) -> Metric { Metric(id: id, name: id, link: .identity) }
}
