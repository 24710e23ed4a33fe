import Quantities

extension PerformanceDriver {
  /// The same driver with its level moved by `change` in the metric's natural unit.
  ///
  /// The link scale moves by as much in every month and future, `g(g⁻¹(μ) + change) − μ`: so attainment
  /// at the level differs by `change`, and attainment nearer an end of the range by less.
  ///
  /// - Returns: Nothing where the moved level would not lie inside the metric's range.
  public func moved(by change: Double) -> PerformanceDriver? {
    let level = link.scaled(link.natural(level.estimate) + change)
    guard level.isFinite else { return nil }
    var copy = self
    copy.level.estimate = level
    return copy
  }
}

extension Performance {
  /// The same performance with the level of the metric at `position` moved by `change` in its natural
  /// unit; nothing where it would not lie inside the metric's range.
  public func moved(at position: Int, by change: Double) -> Performance? {
    guard let driver = metrics[position].moved(by: change) else { return nil }
    var copy = self
    copy.metrics[position] = driver
    return copy
  }

  /// The same performance with the level of each metric moved by `shifts` on its link scale.
  ///
  /// - Precondition: there is a shift for each metric.
  public func shifted(by shifts: [Double]) -> Performance {
    precondition(shifts.count == metrics.count, "there is a shift for each metric")
    var copy = self
    for (place, shift) in shifts.enumerated() { copy.metrics[place].level.estimate += shift }
    return copy
  }
}
