import Futures
import Quantities

/// The least months in common for a correlation.
let leastForCorrelation = 12

/// The correlation of the innovations of a provider's metrics over their common months; 0 with a
/// warning where there are fewer than 12.
func innovationCorrelation(of rows: [MetricFit]) -> (Correlation, [FitWarning]) {
  let innovations = rows.map(\.innovations)
  var matrix = rows.indices.map { i in rows.indices.map { $0 == i ? 1.0 : 0 } }
  var warnings: [FitWarning] = []
  for i in rows.indices {
    for j in 0..<i {
      let (value, months) = correlation(innovations[i], innovations[j])
      matrix[i][j] = value ?? 0
      matrix[j][i] = value ?? 0
      if months < leastForCorrelation {
        warnings.append(
          .correlationUnknown(metric: rows[j].metric, other: rows[i].metric, months: months)
        )
      }
    }
  }
  return (Correlation(matrix), warnings)
}

/// The correlation of two series of innovations over the months that both have, nothing where
/// there are fewer than 12 or one does not vary.
func correlation(
  _ one: [CalendarMonth: Double], _ other: [CalendarMonth: Double]
) -> (value: Double?, months: Int) {
  let months = one.keys.filter { other[$0] != nil }.sorted()
  guard months.count >= leastForCorrelation else { return (nil, months.count) }
  let first = centred(months.map { one[$0] ?? 0 })
  let second = centred(months.map { other[$0] ?? 0 })
  let size = (dot(first, first) * dot(second, second)).squareRoot()
  guard size > 0 else { return (nil, months.count) }
  return (min(max(dot(first, second) / size, -1), 1), months.count)
}

private func centred(_ values: [Double]) -> [Double] {
  let mean = values.reduce(0, +) / Double(values.count)
  return values.map { $0 - mean }
}
