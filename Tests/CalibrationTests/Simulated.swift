import Futures
import Glibc
import Quantities
import TestKit
import Testing

/// Normal numbers by Box and Muller, from a generator of the tests.
struct Normals {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func next() -> Double {
    let radius = (-2 * log(1 - generator.uniform())).squareRoot()
    return radius * cos(2 * .pi * generator.uniform())
  }

  /// An AR(1) of unit stationary variance, from its stationary law.
  mutating func autoregression(_ persistence: Double, months: Int) -> [Double] {
    var state = next()
    let scale = (1 - persistence * persistence).squareRoot()
    return (0..<months).map { month in
      if month > 0 { state = persistence * state + scale * next() }
      return state
    }
  }
}

/// January 2020 and the months after it.
func month(_ index: Int) -> CalendarMonth {
  guard let january = CalendarMonth(year: 2020, month: 1) else { preconditionFailure("no month") }
  return january + index
}

/// One observation a month from January 2020 on.
func observed(_ values: [Double], sample: Double? = nil) -> [History.Observation] {
  values.enumerated().map {
    History.Observation(month: month($0.offset), value: $0.element, sample: sample)
  }
}

/// The mean of `values` and its standard error.
func meanWithError(_ values: [Double]) -> (mean: Double, error: Double) {
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, (squares / (count - 1) / count).squareRoot())
}

/// What `make` gives for the seeds 1 to `count`.
func ofSeeds<Result>(
  _ count: UInt64, _ make: (UInt64) throws -> Result
) rethrows -> [Result] {
  try (1...count).map(make)
}

/// How many standard errors a coefficient lies above the truth, on its unconstrained scale.
func score(_ parameter: Parameter, _ truth: Double) -> Double {
  switch parameter.scale {
  case .identity: (parameter.estimate - truth) / parameter.error
  case .log: (log(parameter.estimate) - log(truth)) / parameter.error
  case .atanh: (atanh(parameter.estimate) - atanh(truth)) / parameter.error
  }
}

/// Monthly volumes `exp(6 + 0.04·years + 0.2·sin(month) + x)` with an AR(1) x.
func simulatedDemand(
  seed: UInt64, months: Int, persistence: Double, spread: Double, trend: Double = 0.04
) -> [Double] {
  var normals = Normals(seed: seed)
  let stationary = spread / (1 - persistence * persistence).squareRoot()
  return normals.autoregression(persistence, months: months).enumerated().map { index, state in
    let years = Double(index - months + 1) / 12
    return exp(6 + trend * years + trueSeason(index) + stationary * state)
  }
}

/// The log season of month `index` after January.
func trueSeason(_ index: Int) -> Double { 0.2 * sin(Double(index) * .pi / 6) }

/// The mean of the twelve factors `exp(trueSeason)`.
let meanOfTrueSeason = (0..<12).reduce(0) { $0 + exp(trueSeason($1)) / 12 }

/// The share of `scores` within the central 90 % of the standard normal law.
func coverage(_ scores: [Double]) -> Double {
  Double(scores.filter { abs($0) < 1.6449 }.count) / Double(scores.count)
}

/// Expects the mean of `estimates` to lie within four standard errors of `truth`.
func expectMean(
  _ estimates: [Double], _ truth: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  let (mean, error) = meanWithError(estimates)
  expectClose(mean, truth, standardError: error, seed: 1, sourceLocation: sourceLocation)
}
