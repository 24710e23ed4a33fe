/// The correlation matrix nearest to a symmetric one, in the Frobenius norm.
enum NearestCorrelation {
  /// Alternating projections on the positive semi-definite cone and on unit diagonals, with
  /// Dykstra's correction (Higham 2002, algorithm 3.3), until no coefficient moves by 1e-12.
  static func of(_ matrix: [[Double]]) -> [[Double]] {
    var y = matrix
    var correction = matrix.map { $0.map { _ in 0.0 } }
    for _ in 0..<2_000 {
      let r = combine(y, correction) { $0 - $1 }
      let x = positiveSemidefinite(r)
      correction = combine(x, r) { $0 - $1 }
      let next = withUnitDiagonal(x)
      let moved = combine(next, y) { abs($0 - $1) }.joined().max() ?? 0
      y = next
      if moved < 1e-12 { break }
    }
    return withUnitDiagonal(y.map { row in row.map { min(max($0, -1), 1) } })
  }

  /// The nearest positive semi-definite matrix: negative eigenvalues become 0.
  private static func positiveSemidefinite(_ matrix: [[Double]]) -> [[Double]] {
    let (values, vectors) = eigen(matrix)
    return matrix.indices.map { i in
      matrix.indices.map { j in
        values.indices.reduce(0) { $0 + max(values[$1], 0) * vectors[i][$1] * vectors[j][$1] }
      }
    }
  }

  /// Eigenvalues and eigenvectors (columns) of a symmetric matrix by cyclic Jacobi rotations.
  private static func eigen(_ matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    var a = matrix
    var v = Correlation.identityMatrix(matrix.count)
    for _ in 0..<64 {
      var off = 0.0
      for p in a.indices {
        for q in a.indices where q > p && abs(a[p][q]) > 1e-300 {
          off = max(off, abs(a[p][q]))
          rotate(&a, &v, p, q)
        }
      }
      if off < 1e-15 { break }
    }
    return (a.indices.map { a[$0][$0] }, v)
  }

  /// One rotation that makes `a[p][q]` vanish (Golub & Van Loan, *Matrix Computations*, 8.5.2).
  private static func rotate(_ a: inout [[Double]], _ v: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let sign = theta < 0 ? -1.0 : 1.0
    let t = sign / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in a.indices {
      (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
    }
    for k in a.indices {
      (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
      (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q])
    }
  }

  private static func withUnitDiagonal(_ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.map { i in
      matrix.indices.map { j in i == j ? 1 : (matrix[i][j] + matrix[j][i]) / 2 }
    }
  }

  private static func combine(
    _ one: [[Double]], _ other: [[Double]], _ operation: (Double, Double) -> Double
  ) -> [[Double]] {
    zip(one, other).map { zip($0, $1).map(operation) }
  }
}

extension Correlation {
  static func identityMatrix(_ count: Int) -> [[Double]] {
    (0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } }
  }
}
