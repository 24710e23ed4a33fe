/// Expected quadratic forms of least-squares residuals under AR(1) disturbances.
///
/// Residuals are `e = M·x` with `M = I − Q·Qᵀ`. For disturbances of unit variance and
/// autocorrelation `φ^k` at distance k, `E[eᵀ·C·e] = tr(M·C·M·Γ) = Σ_k φ^k · c_k`, where `c_k` is
/// the sum of the coefficients of `M·C·M` over all pairs of months k apart. So each form is a
/// polynomial in φ whose coefficients depend on the regressors and the gaps alone.
struct LagSums {
  /// `Σ e_t²` over all months.
  let squares: [Double]

  /// `Σ e_{t−1}·e_t` over the consecutive pairs.
  let products: [Double]

  /// `Σ e_{t−1}²` over the consecutive pairs.
  let earlier: [Double]

  /// `Σ e_t²` over the consecutive pairs.
  let later: [Double]

  /// The sums for months at ascending `positions`, regressors spanned by `basis`, and `pairs` that
  /// name the later of two consecutive observations.
  ///
  /// As `M·M = M`, a sum over all months needs `M` alone, and one over most months is that less
  /// the months left out.
  init(positions: [Int], basis: [[Double]], pairs: [Int]) {
    let rows = positions.indices.map { index in
      Self.rest(of: positions.indices.map { $0 == index ? 1 : 0 }, beside: basis)
    }
    let isLater = Set(pairs)
    let isEarlier = Set(pairs.map { $0 - 1 })
    squares = Self.sums(rows, positions)
    products = Self.sums(Self.shifted(rows, isLater, basis), positions)
    earlier = Self.less(squares, rows, positions) { !isEarlier.contains($0) }
    later = Self.less(squares, rows, positions) { !isLater.contains($0) }
  }

  /// The value of the polynomial `sums` at `persistence`, by Horner's rule.
  static func value(_ sums: [Double], at persistence: Double) -> Double {
    sums.reversed().reduce(0) { $0 * persistence + $1 }
  }

  /// `M·B·M`, where B leads from the earlier to the later month of each pair.
  private static func shifted(
    _ rows: [[Double]], _ isLater: Set<Int>, _ basis: [[Double]]
  ) -> [[Double]] {
    rows.map { row in
      rest(of: row.indices.map { isLater.contains($0) ? row[$0 - 1] : 0 }, beside: basis)
    }
  }

  /// `M·v`, what is left of `vector` beside the regressors.
  private static func rest(of vector: [Double], beside basis: [[Double]]) -> [Double] {
    var rest = vector
    for direction in basis {
      let share = dot(vector, direction)
      for index in rest.indices { rest[index] -= share * direction[index] }
    }
    return rest
  }

  /// The sums of a matrix over its coefficients at each distance of months.
  private static func sums(_ matrix: [[Double]], _ positions: [Int]) -> [Double] {
    var sums = Array(repeating: 0.0, count: (positions.last ?? -1) + 1)
    for (i, row) in matrix.enumerated() {
      for (j, value) in row.enumerated() { sums[abs(positions[i] - positions[j])] += value }
    }
    return sums
  }

  /// `sums` less the outer products of the rows of `M` that are `isLeftOut`.
  private static func less(
    _ sums: [Double], _ rows: [[Double]], _ positions: [Int], where isLeftOut: (Int) -> Bool
  ) -> [Double] {
    var rest = sums
    for row in rows.indices.filter(isLeftOut).map({ rows[$0] }) {
      for i in row.indices {
        for j in row.indices { rest[abs(positions[i] - positions[j])] -= row[i] * row[j] }
      }
    }
    return rest
  }
}
