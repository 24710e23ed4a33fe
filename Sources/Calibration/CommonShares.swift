import Futures
import Quantities

/// The share of each metric's innovation variance that providers have in common.
///
/// It is the mean correlation of their innovations over all pairs of providers with 12 common
/// months, clipped to 0…0.6; a metric without such a pair has no share. A provider that occurs more
/// than once counts once.
public func commonShares(of fits: [PerformanceFit]) -> [String: Double] {
  let distinct = oneOfEachProvider(fits)
  var series: [String: [[CalendarMonth: Double]]] = [:]
  for row in distinct.flatMap(\.rows) where row.spread.estimate > 0 {
    series[row.metric, default: []].append(row.innovations)
  }
  return series.compactMapValues { innovations in
    let pairs = innovations.indices.flatMap { i in
      (0..<i).compactMap { correlation(innovations[i], innovations[$0]).value }
    }
    guard !pairs.isEmpty else { return nil }
    return min(max(pairs.reduce(0, +) / Double(pairs.count), 0), 0.6)
  }
}

/// The fits without the later ones of a provider that has one already.
func oneOfEachProvider(_ fits: [PerformanceFit]) -> [PerformanceFit] {
  var seen: Set<String> = []
  return fits.filter { seen.insert($0.provider).inserted }
}
