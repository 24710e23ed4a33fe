public import Simulation

/// What figures are on average with one input low and high, and all others as they are.
///
/// The input is told by one figure; low and high are its quantiles 10 and 90 % over the futures. The
/// mean of a cost at a value of it is a regression on a natural cubic spline of that figure, read off
/// at the value.
public struct Tornado: Hashable, Sendable {
  /// A figure's mean with the input low and high.
  public struct Bar: Hashable, Sendable {
    /// With the input at its quantile 10 %.
    public let low: Estimate

    /// With the input at its quantile 90 %.
    public let high: Estimate

    /// How far the two are apart.
    public var width: Double { abs(high.value - low.value) }
  }

  /// The quantiles of the input's figure.
  public let low: Double

  /// The quantile 90 % of the input's figure.
  public let high: Double

  /// A bar for each figure.
  public let bars: [Bar]

  /// Finds the bars of `figures`, each by future, over the values `input` of one figure.
  ///
  /// Standard errors come from up to 16 batches of consecutive futures, each regressed by itself.
  /// Nothing is found with fewer than 100 futures, or where the figure of the input does not vary.
  public init?(of figures: [[Double]], over input: [Double]) {
    guard input.count >= 100, let basis = SplineBasis(of: input) else { return nil }
    let sorted = input.ascending()
    let ends = (sorted.quantile(0.1), sorted.quantile(0.9))
    (low, high) = ends
    // The two ends are rows behind those of the futures, which no regression sees.
    let rows = (input + [ends.0, ends.1]).map(basis.terms)
    let columns = (0..<basis.count).map { place in rows.map { $0[place] } }
    let terms = TermMatrix(columns, futures: rows.count)
    let all = Self.ends(figures, terms, 0..<input.count)
    let count = min(16, input.count / 50)
    let batches = (0..<count).map { batch in
      let futures = (input.count * batch / count)..<(input.count * (batch + 1) / count)
      return Self.ends(figures, terms, futures)
    }
    bars = figures.indices.map { figure in
      let estimate = { (place: Int) in
        Estimate(
          all[figure][place], standardError: Self.error(batches.map { $0[figure][place] }))
      }
      return Bar(low: estimate(0), high: estimate(1))
    }
  }

  /// The fitted means at both ends, by figure.
  private static func ends(
    _ figures: [[Double]], _ terms: TermMatrix, _ futures: Range<Int>
  ) -> [[Double]] {
    let fit = LeastSquares(of: figures, on: terms, in: futures)
    let end = terms.values.count / terms.width
    return figures.indices.map { figure in
      [end - 2, end - 1].map { fit.value(of: figure, on: terms, in: $0) }
    }
  }

  private static func error(_ values: [Double]) -> Double {
    let count = Double(values.count)
    guard count > 1 else { return .nan }
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count - 1) / count).squareRoot()
  }
}
