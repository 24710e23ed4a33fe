import Simulation

/// The mean of figures given what is known of an input, by regression on the input's own figures.
///
/// Terms are natural cubic splines of each figure, and products of two where there are few; a uniform
/// has a step for every twentieth. Where futures are few for them, terms become lines: with 20,000
/// futures there may be 332 terms.
/// Each half of the futures is fitted by the other half, so that what a regression takes for the
/// effect of an input and is chance does not flatter it.
struct ConditionalMean {
  /// The fitted values by figure and future.
  let fitted: [[Double]]

  /// How many futures a term takes at least.
  static let futuresOfTerm = 30

  /// Up to how many figures have products of two.
  static let mostInProducts = 8

  private static let steps = 20

  /// Fits `figures` to `known`, each by future; nothing where there are too few futures for any terms.
  ///
  /// A linear fit has lines only, and steps of uniforms.
  init?(
    of figures: [[Double]], given known: [[Double]], areUniforms: [Bool], isLinear: Bool = false
  ) {
    let futures = figures.first?.count ?? 0
    let most = futures / 2 / Self.futuresOfTerm - 1
    let shapes = (isLinear ? [] : [Shape.splinesAndProducts, .splines]) + [.steppedLines, .lines]
    let columns = shapes.lazy.map { Self.columns(known, areUniforms, $0) }
      .first { $0.count <= most }
    guard let columns, futures >= 2 else { return nil }
    let terms = TermMatrix(columns, futures: futures)
    let halves = [0..<(futures / 2), (futures / 2)..<futures]
    let fits = halves.map { LeastSquares(of: figures, on: terms, in: $0) }
    fitted = figures.indices.map { figure in
      (0..<futures).map { future in
        fits[future < futures / 2 ? 1 : 0].value(of: figure, on: terms, in: future)
      }
    }
  }

  /// How rich the terms are.
  private enum Shape {
    case splinesAndProducts
    case splines
    case steppedLines
    case lines
  }

  /// The columns of all terms but the constant.
  private static func columns(
    _ known: [[Double]], _ areUniforms: [Bool], _ shape: Shape
  ) -> [[Double]] {
    let isCurved = shape == .splines || shape == .splinesAndProducts
    var columns: [[Double]] = []
    var lines: [[Double]] = []
    for (values, isUniform) in zip(known, areUniforms) {
      if isUniform {
        columns += shape == .lines ? [values] : stepColumns(values)
      } else if let basis = SplineBasis(of: values) {
        let line = values.map(basis.line)
        lines.append(line)
        columns += isCurved ? splineColumns(values, basis) : [line]
      }
    }
    guard shape == .splinesAndProducts, lines.count <= mostInProducts else { return columns }
    for one in lines.indices {
      for other in 0..<one { columns.append(zip(lines[one], lines[other]).map { $0 * $1 }) }
    }
    return columns
  }

  private static func splineColumns(_ values: [Double], _ basis: SplineBasis) -> [[Double]] {
    var columns = (0..<basis.count).map { _ in Array(repeating: 0.0, count: values.count) }
    for (future, value) in values.enumerated() {
      for (place, term) in basis.terms(value).enumerated() { columns[place][future] = term }
    }
    return columns
  }

  private static func stepColumns(_ values: [Double]) -> [[Double]] {
    (1..<steps).map { step in
      values.map { Int($0 * Double(steps)) == step ? 1 : 0 }
    }
  }
}
