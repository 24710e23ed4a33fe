/// A promise about a metric: a month whose attainment does not meet the target is a service
/// level default.
public struct ServiceLevel: Hashable, Sendable {
  /// Which attainments meet the target.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// `attainment ≥ target`.
    case atLeast = "at_least"
    /// `attainment > target`.
    case moreThan = "more_than"
    /// `attainment ≤ target`.
    case atMost = "at_most"
    /// `attainment < target`.
    case lessThan = "less_than"

    /// Whether `attainment` meets `target`.
    public func meets(_ attainment: Double, _ target: Double) -> Bool {
      switch self {
      case .atLeast: attainment >= target
      case .moreThan: attainment > target
      case .atMost: attainment <= target
      case .lessThan: attainment < target
      }
    }
  }

  /// The metric that is measured.
  public var metric: String

  /// The target in the metric's natural unit, 0.80 for 80 %.
  public var target: Double

  /// Which attainments meet the target.
  public var comparison: Comparison

  /// The first contract month that counts; months before it are the ramp.
  public var firstMonth: Int

  /// Creates the promise that `metric` meets `target`.
  public init(metric: String, target: Double, comparison: Comparison, firstMonth: Int = 1) {
    self.metric = metric
    self.target = target
    self.comparison = comparison
    self.firstMonth = firstMonth
  }
}
