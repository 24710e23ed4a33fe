public import Futures
import Glibc

/// The performance of a provider without history, from those of its peers: each coefficient is the
/// mean over the providers on its unconstrained scale, and its error that of predicting one more of
/// them: the standard deviation between them times `√(1 + 1/n)`.
///
/// With one provider that deviation is unknown: the coefficients keep that provider's errors, and
/// the level is as uncertain as one month of it, its spread **[assumption]**. There is no trend,
/// and the state starts from the stationary law. A provider that occurs more than once counts once.
public func peers(of fits: [PerformanceFit]) -> Performance {
  let providers = oneOfEachProvider(fits).map(\.performance)
  var order: [String] = []
  for metric in providers.flatMap(\.metrics).map(\.metric) where !order.contains(metric) {
    order.append(metric)
  }
  return Performance(
    metrics: order.compactMap { peer($0, among: providers) },
    correlation: meanCorrelation(order, among: providers)
  )
}

private func peer(_ metric: String, among providers: [Performance]) -> PerformanceDriver? {
  let drivers = providers.flatMap(\.metrics).filter { $0.metric == metric }
  guard let first = drivers.first else { return nil }
  let spread = pooled(drivers.map(\.spread))
  var level = pooled(drivers.map(\.level))
  if drivers.count == 1 { level.error = max(level.error, spread.estimate) }
  let lines = Set(drivers.flatMap(\.demandLinks.keys))
  return PerformanceDriver(
    metric: metric, link: first.link, level: level, spread: spread,
    persistence: pooled(drivers.map(\.persistence)),
    demandLinks: Dictionary(
      uniqueKeysWithValues: lines.map { line in
        (line, pooled(drivers.compactMap { $0.demandLinks[line] }))
      }
    ),
    commonShare: drivers.map(\.commonShare).reduce(0, +) / Double(drivers.count)
  )
}

/// The mean of `parameters` on their unconstrained scale with the deviation between them; a spread
/// of 0, of a series that does not vary, has no logarithm and is left out where others are above 0.
private func pooled(_ parameters: [Parameter]) -> Parameter {
  let usable = parameters.filter { $0.scale != .log || $0.estimate > 0 }
  guard let first = usable.first else { return parameters.first ?? Parameter(0) }
  guard usable.count > 1 else { return first }
  let values = usable.map { parameter in
    switch parameter.scale {
    case .identity: parameter.estimate
    case .log: log(parameter.estimate)
    case .atanh: atanh(parameter.estimate)
    }
  }
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let n = Double(values.count)
  let error = (squares / (n - 1) * (1 + 1 / n)).squareRoot()
  switch first.scale {
  case .identity: return Parameter(mean, error: error)
  case .log: return Parameter(exp(mean), error: error, scale: .log)
  case .atanh: return Parameter(tanh(mean), error: error, scale: .atanh)
  }
}

/// The mean correlation of each pair of metrics over the providers that have both.
private func meanCorrelation(_ order: [String], among providers: [Performance]) -> Correlation {
  var matrix = order.indices.map { i in order.indices.map { $0 == i ? 1.0 : 0 } }
  for i in order.indices {
    for j in 0..<i {
      let values = providers.compactMap { provider -> Double? in
        guard let row = provider.metrics.firstIndex(where: { $0.metric == order[i] }),
          let column = provider.metrics.firstIndex(where: { $0.metric == order[j] })
        else { return nil }
        return provider.correlation.matrix[row][column]
      }
      guard !values.isEmpty else { continue }
      let mean = values.reduce(0, +) / Double(values.count)
      matrix[i][j] = min(max(mean, -1), 1)
      matrix[j][i] = matrix[i][j]
    }
  }
  return Correlation(matrix)
}
