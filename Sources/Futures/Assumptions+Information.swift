extension Assumptions {
  /// The same drivers with every provider's coefficients known equally well: the error of a
  /// coefficient is the root mean square of the providers' errors for that metric.
  ///
  /// History is longer for an incumbent than for a challenger; this takes the difference out.
  public var equallyInformed: Assumptions {
    var copy = self
    for metric in Set(performance.values.flatMap { $0.metrics.map(\.metric) }) {
      copy.share(\.level, of: metric)
      copy.share(\.spread, of: metric)
      copy.share(\.persistence, of: metric)
      for line in demand.map(\.serviceLine) { copy.shareLink(to: line, of: metric) }
    }
    return copy
  }

  private mutating func share(
    _ coefficient: WritableKeyPath<PerformanceDriver, Parameter>, of metric: String
  ) {
    let error = rootMeanSquare(drivers(of: metric).map { $0[keyPath: coefficient].error })
    change(metric) { $0[keyPath: coefficient].error = error }
  }

  private mutating func shareLink(to line: String, of metric: String) {
    let error = rootMeanSquare(drivers(of: metric).compactMap { $0.demandLinks[line]?.error })
    change(metric) { $0.demandLinks[line]?.error = error }
  }

  private func drivers(of metric: String) -> [PerformanceDriver] {
    performance.keys.sorted().flatMap { option in
      (performance[option]?.metrics ?? []).filter { $0.metric == metric }
    }
  }

  private mutating func change(_ metric: String, _ body: (inout PerformanceDriver) -> Void) {
    for option in performance.keys {
      for place in performance[option]?.metrics.indices ?? 0..<0
      where performance[option]?.metrics[place].metric == metric {
        if var driver = performance[option]?.metrics[place] {
          body(&driver)
          performance[option]?.metrics[place] = driver
        }
      }
    }
  }
}

private func rootMeanSquare(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  return (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
}
