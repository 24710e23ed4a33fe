import Simulation

/// The terms of a natural cubic spline of one figure: cubic between knots, a line beyond them.
///
/// Five knots at the quantiles 5, 27.5, 50, 72.5 and 95 % (Harrell, *Regression Modeling
/// Strategies*, 2001, section 2.4.5), fewer where quantiles coincide. With knots `k_1 … k_K` the
/// terms are the figure and, for j up to K − 2,
/// `((x − k_j)₊³ − (x − k_{K−1})₊³·(k_K − k_j)/(k_K − k_{K−1})
///   + (x − k_K)₊³·(k_{K−1} − k_j)/(k_K − k_{K−1})) / (k_K − k_1)²`.
struct SplineBasis {
  static let levels = [0.05, 0.275, 0.5, 0.725, 0.95]

  private let knots: [Double]
  private let centre: Double
  private let scale: Double

  /// The basis for `values`, or nothing where they do not vary.
  init?(of values: [Double]) {
    let sorted = values.ascending()
    guard let lowest = sorted.first, let highest = sorted.last else { return nil }
    let size = max(abs(lowest), abs(highest))
    guard highest - lowest > 1e-9 * size else { return nil }
    centre = sorted.reduce(0, +) / Double(sorted.count)
    let mean = centre
    scale = (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sorted.count))
      .squareRoot()
    let deviation = scale
    var knots: [Double] = []
    for level in Self.levels {
      let knot = (sorted.quantile(level) - mean) / deviation
      if knots.last.map({ knot - $0 > 1e-3 }) ?? true { knots.append(knot) }
    }
    self.knots = knots
  }

  /// How many terms there are.
  var count: Int { knots.count < 3 ? 1 : knots.count - 1 }

  /// The figure itself in units of its standard deviation.
  func line(_ value: Double) -> Double { (value - centre) / scale }

  /// The terms of one value.
  func terms(_ value: Double) -> [Double] {
    let x = line(value)
    guard knots.count >= 3, let last = knots.last, let first = knots.first else { return [x] }
    let before = knots[knots.count - 2]
    let range = (last - first) * (last - first)
    let beyond = (cube(x - before), cube(x - last))
    return [x]
      + knots.dropLast(2).map { knot in
        (cube(x - knot) - beyond.0 * (last - knot) / (last - before)
          + beyond.1 * (before - knot) / (last - before)) / range
      }
  }

  /// `x₊³`.
  private func cube(_ x: Double) -> Double { x > 0 ? x * x * x : 0 }
}
