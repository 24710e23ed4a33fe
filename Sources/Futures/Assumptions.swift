/// What may happen: the drivers that all options share, and those of each provider.
public struct Assumptions: Hashable, Sendable {
  /// The demand of each service line, in declared order.
  public var demand: [DemandDriver]

  /// The indices and exchange rates, in declared order.
  public var indices: [IndexDriver]

  /// The correlation of the innovations of ``demand`` and then ``indices``.
  public var correlation: Correlation

  /// The performance of each option's provider, by the option's identifier.
  public var performance: [String: Performance]

  /// The contract month in which every provider takes the service over.
  public var goLive: Int

  /// The months of the horizon.
  public var horizon: Int

  /// Creates assumptions over `horizon` months.
  ///
  /// - Precondition: every forecast has a value for each month of the horizon.
  public init(
    horizon: Int, demand: [DemandDriver], indices: [IndexDriver] = [],
    correlation: Correlation? = nil, performance: [String: Performance] = [:], goLive: Int = 1
  ) {
    precondition(
      demand.allSatisfy { $0.forecast.count == horizon },
      "a forecast has one volume for each month of the horizon"
    )
    self.horizon = horizon
    self.demand = demand
    self.indices = indices
    self.correlation = correlation ?? .identity(demand.count + indices.count)
    self.performance = performance
    self.goLive = goLive
  }

  /// The same drivers with every coefficient taken as known.
  public var known: Assumptions {
    var copy = self
    copy.demand = demand.map(\.known)
    copy.indices = indices.map(\.known)
    copy.performance = performance.mapValues(\.known)
    return copy
  }
}

/// How all metrics of one provider may run.
public struct Performance: Hashable, Sendable {
  /// The metrics, in the order in which their correlation is declared; new ones come last.
  public var metrics: [PerformanceDriver]

  /// The correlation of the metrics' innovations.
  public var correlation: Correlation

  /// Creates the performance of one provider.
  public init(metrics: [PerformanceDriver], correlation: Correlation? = nil) {
    self.metrics = metrics
    self.correlation = correlation ?? .identity(metrics.count)
  }

  var known: Performance { Performance(metrics: metrics.map(\.known), correlation: correlation) }
}

extension DemandDriver {
  /// The same driver with its coefficients taken as known; growth is a risk and stays drawn.
  var known: DemandDriver {
    var copy = self
    copy.persistence = persistence.known
    copy.spread = spread.known
    return copy
  }
}

extension IndexDriver {
  var known: IndexDriver {
    var copy = self
    switch law {
    case .geometric(let drift, let spread):
      copy.law = .geometric(drift: drift, spread: spread.known)
    case .meanReverting(let drift, let persistence, let spread):
      copy.law = .meanReverting(
        drift: drift, persistence: persistence.known, spread: spread.known)
    }
    return copy
  }
}

extension PerformanceDriver {
  var known: PerformanceDriver {
    var copy = self
    copy.level = level.known
    copy.spread = spread.known
    copy.persistence = persistence.known
    copy.demandLinks = demandLinks.mapValues(\.known)
    return copy
  }
}
