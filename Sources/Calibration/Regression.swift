/// Least squares by modified Gram–Schmidt with reorthogonalisation (Björck, *Numerical Methods for
/// Least Squares Problems*, 1996, 2.4): `X = Q·R`, coefficients `b = R⁻¹·Qᵀ·y`.
///
/// Each coefficient is a weighted sum of the observations, and its ``weights`` give its error under
/// any covariance of the disturbances.
struct Regression {
  /// Orthonormal columns that span the regressors.
  private(set) var basis: [[Double]] = []

  /// The weight of each observation in each regressor's coefficient; nothing for a regressor that
  /// depends on the ones before it.
  private(set) var weights: [[Double]?]

  /// The observations less what the regressors explain.
  let residuals: [Double]

  private let observations: [Double]

  init(of observations: [Double], on columns: [[Double]]) {
    self.observations = observations
    var triangle: [[Double]] = []
    var kept: [Int] = []
    for (index, column) in columns.enumerated() {
      let (rest, shares) = Self.orthogonal(column, to: basis)
      let length = dot(rest, rest).squareRoot()
      guard length > 1e-9 * dot(column, column).squareRoot() else { continue }
      basis.append(rest.map { $0 / length })
      triangle.append(shares + [length])
      kept.append(index)
    }
    weights = Array(repeating: nil, count: columns.count)
    for (index, row) in zip(kept, Self.solved(triangle, basis)) { weights[index] = row }
    residuals = Self.orthogonal(observations, to: basis).rest
  }

  /// The coefficient of regressor `index`; 0 where it is not determined.
  func coefficient(_ index: Int) -> Double {
    weights[index].map { dot($0, observations) } ?? 0
  }

  /// What is left of `column` beside `basis`, and its shares along it; the second pass takes off
  /// what rounding left behind in the first.
  private static func orthogonal(
    _ column: [Double], to basis: [[Double]]
  ) -> (rest: [Double], shares: [Double]) {
    var rest = column
    var shares = basis.map { _ in 0.0 }
    for _ in 0..<2 {
      for (index, direction) in basis.enumerated() {
        let share = dot(rest, direction)
        shares[index] += share
        for row in rest.indices { rest[row] -= share * direction[row] }
      }
    }
    return (rest, shares)
  }

  /// The rows of `R⁻¹·Qᵀ` by back substitution; `triangle[j]` is column j of R, rows 0…j.
  private static func solved(_ triangle: [[Double]], _ basis: [[Double]]) -> [[Double]] {
    var rows = basis
    for index in triangle.indices.reversed() {
      for later in triangle.indices where later > index {
        let share = triangle[later][index]
        for row in rows[index].indices { rows[index][row] -= share * rows[later][row] }
      }
      rows[index] = rows[index].map { $0 / triangle[index][index] }
    }
    return rows
  }
}

func dot(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
}
