import TestKit
import Testing

/// How many seeds each statistical test runs through.
let seedCount: UInt64 = 20

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The mean of the products of deviations.
func covariance(_ x: [Double], _ y: [Double]) -> Double {
  let (a, b) = (mean(x), mean(y))
  return mean(zip(x, y).map { ($0 - a) * ($1 - b) })
}

func variance(_ x: [Double]) -> Double { covariance(x, x) }

func expectMean(
  of values: [Double], _ truth: Double, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    mean(values), truth, standardError: (variance(values) / Double(values.count)).squareRoot(),
    seed: seed, sourceLocation: sourceLocation)
}

/// The covariance is the mean of products; their spread gives its standard error.
func expectCovariance(
  of x: [Double], _ y: [Double], _ truth: Double, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (a, b) = (mean(x), mean(y))
  let products = zip(x, y).map { ($0 - a) * ($1 - b) }
  expectMean(of: products, truth, seed: seed, sourceLocation: sourceLocation)
}

func expectVariance(
  of values: [Double], _ truth: Double, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectCovariance(of: values, values, truth, seed: seed, sourceLocation: sourceLocation)
}

/// For pairs of normals the sample correlation has the standard error `(1 − ρ²)/√n`.
func expectCorrelation(
  of x: [Double], _ y: [Double], _ truth: Double, seed: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let estimate = covariance(x, y) / (variance(x) * variance(y)).squareRoot()
  expectClose(
    estimate, truth, standardError: (1 - truth * truth) / Double(x.count).squareRoot(), seed: seed,
    sourceLocation: sourceLocation)
}

/// Expects all values to equal `truth` but for the rounding of single precision.
func expectEach(
  of values: [Double], _ truth: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  let worst = values.map { abs($0 - truth) }.max() ?? .infinity
  #expect(worst <= 4e-7 * max(1, abs(truth)), sourceLocation: sourceLocation)
}

/// The mean of `function` under the standard normal law, by Simpson's rule on −9…9.
func normalMean(_ function: (Double) -> Double) -> Double {
  let steps = 3_600
  let width = 18 / Double(steps)
  let sum = (0...steps).reduce(0.0) { sum, i in
    let z = -9 + Double(i) * width
    let weight = i == 0 || i == steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
    return sum + weight * function(z) * density(z)
  }
  return sum * width / 3
}
