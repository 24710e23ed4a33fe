extension Assumptions {
  /// The same drivers with every provider's coefficients known equally well: the error of a
  /// coefficient is the root mean square of the providers' errors for that metric.
  ///
  /// History is longer for an incumbent than for a challenger; this takes the difference out.
  public var equallyInformed: Assumptions {
    let drivers = performance.keys.sorted().flatMap { performance[$0]?.metrics ?? [] }
    let lines = demand.map(\.serviceLine)
    let errors = Dictionary(grouping: drivers, by: \.metric).mapValues {
      SharedErrors(of: $0, lines)
    }
    var copy = self
    for (option, own) in performance {
      copy.performance[option]?.metrics = own.metrics.map { driver in
        errors[driver.metric]?.given(to: driver) ?? driver
      }
    }
    return copy
  }
}

/// The errors of a metric's coefficients, over all providers.
private struct SharedErrors {
  private var level: Double
  private var spread: Double
  private var persistence: Double
  private var links: [String: Double] = [:]

  /// The errors of `drivers`, with those of links to the demand of `lines`.
  init(of drivers: [PerformanceDriver], _ lines: [String]) {
    level = rootMeanSquare(drivers.map(\.level.error))
    spread = rootMeanSquare(drivers.map(\.spread.error))
    persistence = rootMeanSquare(drivers.map(\.persistence.error))
    for line in lines {
      links[line] = rootMeanSquare(drivers.compactMap { $0.demandLinks[line]?.error })
    }
  }

  /// `driver` with these errors instead of its own.
  func given(to driver: PerformanceDriver) -> PerformanceDriver {
    var copy = driver
    copy.level.error = level
    copy.spread.error = spread
    copy.persistence.error = persistence
    for (line, error) in links { copy.demandLinks[line]?.error = error }
    return copy
  }
}

private func rootMeanSquare(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  return (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
}
