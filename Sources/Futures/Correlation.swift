/// A correlation matrix of innovations and its lower Cholesky factor.
///
/// A matrix that is not positive semi-definite is repaired to the nearest one by alternating
/// projections (Higham, *Computing the nearest correlation matrix*, IMA J. Numer. Anal. 22, 2002,
/// algorithm 3.3) and the largest change is kept in ``repair``.
public struct Correlation: Hashable, Sendable {
  /// The matrix, row by row.
  public let matrix: [[Double]]

  /// The lower factor `L` with `L·Lᵀ = matrix`, row by row.
  public let factor: [[Double]]

  /// The largest change of a coefficient that made the matrix positive semi-definite; 0 where
  /// nothing was changed.
  public let repair: Double

  /// Creates the correlation `matrix`.
  ///
  /// - Precondition: the matrix is square and symmetric, with ones on its diagonal and all
  ///   coefficients within −1…1.
  public init(_ matrix: [[Double]]) {
    precondition(Self.isWellFormed(matrix), "a correlation matrix is symmetric with unit diagonal")
    if let factor = Self.cholesky(matrix) {
      self.matrix = matrix
      self.factor = factor
      repair = 0
    } else {
      let (nearest, factor) = Self.definite(NearestCorrelation.of(matrix))
      self.matrix = nearest
      self.factor = factor
      repair =
        zip(matrix, nearest).map { row, near in
          zip(row, near).map { abs($0 - $1) }.max() ?? 0
        }.max() ?? 0
    }
  }

  /// The matrix nearest to `matrix`, which lies on the edge of the positive semi-definite ones, that
  /// has a factor in floating point: `(1 − ε)·matrix + ε·I` for the first of ε = 10⁻¹², 10⁻¹¹, … 1.
  private static func definite(
    _ matrix: [[Double]]
  ) -> (matrix: [[Double]], factor: [[Double]]) {
    var epsilon = 1e-12
    while epsilon < 1 {
      let blend = matrix.indices.map { i in
        matrix.indices.map { j in i == j ? 1 : (1 - epsilon) * matrix[i][j] }
      }
      if let factor = cholesky(blend) { return (blend, factor) }
      epsilon *= 10
    }
    return (identityMatrix(matrix.count), identityMatrix(matrix.count))
  }

  /// No correlation between `count` innovations.
  public static func identity(_ count: Int) -> Correlation {
    Correlation(identityMatrix(count))
  }

  /// Whether `matrix` is square and symmetric with a unit diagonal and coefficients in −1…1.
  public static func isWellFormed(_ matrix: [[Double]]) -> Bool {
    matrix.indices.allSatisfy { i in
      matrix[i].count == matrix.count && matrix[i][i] == 1
        && matrix.indices.allSatisfy { j in
          abs(matrix[i][j]) <= 1 && matrix[i][j] == matrix[j][i]
        }
    }
  }

  /// The lower Cholesky factor in declared order, or nothing where a pivot is below `−tolerance`.
  ///
  /// A pivot of nearly 0 leaves its column at 0, so that perfectly correlated innovations work.
  static func cholesky(_ matrix: [[Double]], tolerance: Double = 1e-12) -> [[Double]]? {
    var factor = matrix.map { $0.map { _ in 0.0 } }
    for i in matrix.indices {
      for j in 0...i {
        let rest = matrix[i][j] - (0..<j).reduce(0) { $0 + factor[i][$1] * factor[j][$1] }
        if i == j {
          guard rest >= -tolerance else { return nil }
          factor[i][i] = max(rest, 0).squareRoot()
        } else if factor[j][j] > tolerance.squareRoot() {
          factor[i][j] = rest / factor[j][j]
        } else if abs(rest) > max(tolerance, 1e-9).squareRoot() {
          return nil
        }
      }
    }
    return factor
  }
}
