/// Least-squares regressions of several figures on the same terms.
///
/// The normal equations are solved by Cholesky; a term of which less than 10⁻⁹ is left when the terms
/// before it are taken out is all but a combination of them, and gets the coefficient 0. Terms are of
/// the order of 1, so that the equations are well conditioned.
struct LeastSquares {
  /// The coefficients by figure and term.
  private(set) var coefficients: [[Double]]

  private static let leastPivot = 1e-9

  private let factor: [Double]
  private let isUsed: [Bool]

  /// Regresses `figures` on the rows of `terms` in the futures `futures`.
  init(of figures: [[Double]], on terms: TermMatrix, in futures: Range<Int>) {
    let width = terms.width
    var gram = Array(repeating: 0.0, count: width * width)
    var cross = figures.map { _ in Array(repeating: 0.0, count: width) }
    for future in futures {
      let start = future * width
      for one in 0..<width {
        let value = terms.values[start + one]
        guard value != 0 else { continue }
        for other in 0...one {
          gram[one * width + other] += value * terms.values[start + other]
        }
        for figure in figures.indices { cross[figure][one] += value * figures[figure][future] }
      }
    }
    let used = Self.factorise(&gram, width)
    (factor, isUsed) = (gram, used)
    coefficients = cross.map { [gram] in Self.solve(gram, width, used, $0) }
  }

  /// The standard error of the fitted values of `figures` at `place`, fitted in `futures`.
  ///
  /// `√(n/(n − p) · Σ e²·(x·w)²)` with the residuals e and `w = (XᵀX)⁻¹·x` at the place: right also where
  /// the spread differs from future to future (White, *A heteroskedasticity-consistent covariance
  /// matrix estimator*, Econometrica 48, 1980). Not a number where there are no more futures than terms.
  func standardErrors(
    of figures: [[Double]], on terms: TermMatrix, in futures: Range<Int>, at place: Int
  ) -> [Double] {
    let width = terms.width
    let row = Array(terms.values[(place * width)..<((place + 1) * width)])
    let weights = Self.solve(factor, width, isUsed, row)
    let leverages = futures.map { future in
      (0..<width).reduce(0.0) { $0 + terms.values[future * width + $1] * weights[$1] }
    }
    let spare = Double(futures.count - isUsed.count { $0 })
    guard spare > 0 else { return figures.map { _ in .nan } }
    return figures.indices.map { figure in
      let squares = zip(futures, leverages).reduce(0.0) { sum, next in
        let residual =
          figures[figure][next.0] - value(of: figure, on: terms, in: next.0)
        return sum + residual * residual * next.1 * next.1
      }
      return (squares * Double(futures.count) / spare).squareRoot()
    }
  }

  /// The fitted value of figure `figure` in `future`.
  func value(of figure: Int, on terms: TermMatrix, in future: Int) -> Double {
    let start = future * terms.width
    var sum = 0.0
    for term in 0..<terms.width {
      sum += coefficients[figure][term] * terms.values[start + term]
    }
    return sum
  }

  /// Puts the Cholesky factor in the place of the lower half of `gram`, with zeros for terms that
  /// are left out, and says which are not.
  private static func factorise(_ gram: inout [Double], _ width: Int) -> [Bool] {
    var isUsed = Array(repeating: false, count: width)
    for i in 0..<width {
      let own = gram[i * width + i]
      for j in 0...i {
        var rest = gram[i * width + j]
        for k in 0..<j { rest -= gram[i * width + k] * gram[j * width + k] }
        if i == j {
          isUsed[i] = own > 0 && rest > leastPivot * own
          gram[i * width + i] = isUsed[i] ? rest.squareRoot() : 0
        } else {
          gram[i * width + j] = isUsed[j] ? rest / gram[j * width + j] : 0
        }
      }
    }
    return isUsed
  }

  /// Forward and back substitution over the terms that are used.
  private static func solve(
    _ factor: [Double], _ width: Int, _ isUsed: [Bool], _ right: [Double]
  ) -> [Double] {
    var x = right
    for i in 0..<width {
      guard isUsed[i] else {
        x[i] = 0
        continue
      }
      for k in 0..<i { x[i] -= factor[i * width + k] * x[k] }
      x[i] /= factor[i * width + i]
    }
    for i in (0..<width).reversed() where isUsed[i] {
      for k in (i + 1)..<max(width, i + 1) where isUsed[k] {
        x[i] -= factor[k * width + i] * x[k]
      }
      x[i] /= factor[i * width + i]
    }
    return x
  }
}

/// The terms of a regression in every future, future by future.
struct TermMatrix {
  /// The number of terms, the constant among them.
  let width: Int

  /// The values, all terms of a future side by side.
  let values: [Double]

  /// Puts a constant and `columns`, each by future, side by side; columns are centred.
  init(_ columns: [[Double]], futures: Int) {
    width = columns.count + 1
    var values = Array(repeating: 1.0, count: width * futures)
    for (place, column) in columns.enumerated() {
      let mean = column.reduce(0, +) / Double(max(futures, 1))
      for future in 0..<futures { values[future * width + place + 1] = column[future] - mean }
    }
    self.values = values
  }
}
