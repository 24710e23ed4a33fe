extension Performance {
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
