extension DecisionMatrix {
  /// How close each alternative is to the ideal by TOPSIS, 0…1, of which 1 is best.
  ///
  /// `D⁻ / (D⁺ + D⁻)` with the distances to the best and the worst value of every criterion, after
  /// `r = w · x / √Σx²` (Hwang and Yoon, *Multiple Attribute Decision Making*, 1981, chapter III.3.1.9).
  /// A criterion in which all are 0 tells nothing apart; alternatives that are equal in everything are
  /// as close to the ideal as to its opposite, ½.
  public func topsis() -> [Double] {
    let columns = weights.indices.map(weightedColumn)
    return values.indices.map { alternative in
      var (toBest, toWorst) = (0.0, 0.0)
      for column in columns {
        let value = column[alternative]
        toBest += squared(value - (column.max() ?? 0))
        toWorst += squared(value - (column.min() ?? 0))
      }
      let (far, near) = (toWorst.squareRoot(), toBest.squareRoot())
      return far + near > 0 ? far / (far + near) : 0.5
    }
  }

  /// A criterion's values as vector normalisation and its weight leave them, more being better.
  private func weightedColumn(_ criterion: Int) -> [Double] {
    let column = values.map { $0[criterion] }
    let largest = column.map(\.magnitude).max() ?? 0
    guard largest > 0 else { return column }
    // Scaled first, so that no square overflows.
    let length = column.reduce(0) { $0 + squared($1 / largest) }.squareRoot()
    let sign = prefersLess[criterion] ? -1.0 : 1
    return column.map { sign * weights[criterion] * ($0 / largest) / length }
  }

  private func squared(_ value: Double) -> Double { value * value }
}
