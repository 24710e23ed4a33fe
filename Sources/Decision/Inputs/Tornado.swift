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
  /// Standard errors are those of a regression whose spread may differ from future to future. Nothing is found with fewer than 100 futures, or where the figure of the input does not vary.
  public init?(of figures: [[Double]], over input: [Double]) {
    guard input.count >= 100, let basis = SplineBasis(of: input) else { return nil }
    let sorted = input.ascending()
    let ends = (sorted.quantile(0.1), sorted.quantile(0.9))
    (low, high) = ends
    // The two ends are rows behind those of the futures, which no regression sees.
    let rows = (input + [ends.0, ends.1]).map(basis.terms)
    let columns = (0..<basis.count).map { place in rows.map { $0[place] } }
    let terms = TermMatrix(columns, futures: rows.count)
    let futures = input.indices
    let fit = LeastSquares(of: figures, on: terms, in: futures)
    let found = [input.count, input.count + 1].map { place in
      zip(
        figures.indices.map { fit.value(of: $0, on: terms, in: place) },
        fit.standardErrors(of: figures, on: terms, in: futures, at: place)
      ).map { Estimate($0, standardError: $1) }
    }
    bars = zip(found[0], found[1]).map { Bar(low: $0, high: $1) }
  }
}
