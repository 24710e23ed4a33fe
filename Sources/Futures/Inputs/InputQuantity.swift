/// A figure of one future that says how an input has turned out.
public enum InputQuantity: Hashable, Sendable {
  /// The volume of a service line over all months, or over the second half, as a share of the
  /// forecast.
  case volume(String, inSecondHalf: Bool)
  /// The mean level of an index over all months, or over the second half, as a share of its
  /// expected path's.
  case index(String, inSecondHalf: Bool)
  /// A provider's mean attainment of a metric in a world without demand surprises, in the metric's
  /// natural unit.
  case attainment(option: String, metric: String)
  /// The variance of that attainment over the months, on the link scale.
  case swing(option: String, metric: String)
  /// A drawn coefficient, in its natural unit.
  case coefficient(String)
  /// The mean innovation that providers have in common in a metric.
  case common(String)
  /// A uniform that a contract asks for.
  case uniform(String)

  /// Whether the figure is a uniform, of which costs are steps rather than smooth functions.
  public var isUniform: Bool { if case .uniform = self { true } else { false } }
}

extension Input {
  /// The figures that say how the input has turned out; the first is the one to name.
  ///
  /// The service of all providers has only the mean attainments: swings would be too many for a
  /// regression.
  public func quantities(
    of parties: [Party], in assumptions: Assumptions
  ) -> [InputQuantity] {
    let halves = assumptions.horizon > 1 ? [false, true] : [false]
    switch subject {
    case .demand(let line), .events(let line), .movement(let line):
      return halves.map { .volume(line, inSecondHalf: $0) }
    case .growth(let line): return [.volume(line, inSecondHalf: false)]
    case .index(let id): return halves.map { .index(id, inSecondHalf: $0) }
    case .allDemand:
      return assumptions.demand.flatMap { driver in
        halves.map { .volume(driver.serviceLine, inSecondHalf: $0) }
      }
    case .allIndices:
      return assumptions.indices.flatMap { driver in
        halves.map { .index(driver.id, inSecondHalf: $0) }
      }
    case .common: return drivers.map(InputQuantity.common)
    case .uniforms: return drivers.map(InputQuantity.uniform)
    case .coefficients: return drivers.map(InputQuantity.coefficient)
    case .swings(let option): return parties.attainments(of: option)
    case .service(let option):
      return parties.attainments(of: option) + parties.links(of: option)
    case .allService:
      return parties.flatMap { party in
        party.performance.metrics.map { .attainment(option: party.option, metric: $0.metric) }
      }
    }
  }
}

extension [Input.Party] {
  /// The links of a provider's service to demand that are uncertain.
  fileprivate func links(of option: String) -> [InputQuantity] {
    filter { $0.option == option }.flatMap(\.performance.metrics).flatMap { driver in
      let prefix = "\(driver.name(of: option))/demand/"
      return driver.uncertainCoefficients(of: option).map(\.name)
        .filter { $0.hasPrefix(prefix) }.map(InputQuantity.coefficient)
    }
  }

  fileprivate func attainments(of option: String) -> [InputQuantity] {
    filter { $0.option == option }.flatMap(\.performance.metrics).flatMap { driver in
      [
        .attainment(option: option, metric: driver.metric),
        .swing(option: option, metric: driver.metric),
      ]
    }
  }
}
