/// A promise about a metric: a month whose attainment does not meet the target is a service
/// level default.
///
/// Whether a miss is a default at once, or only as one of several, says ``trigger``.
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

  /// The target in the metric's natural unit, 0.80 for 80 %; the minimum, where another level of
  /// attainment is expected.
  public var target: Double

  /// Which attainments meet the target.
  public var comparison: Comparison

  /// The first contract month that counts; months before it are the ramp.
  public var firstMonth: Int

  /// What follows from a default.
  public var rank: Rank

  /// The misses that make a default.
  public var trigger: Trigger

  /// The target beside the minimum, or nothing where there is one target.
  public var expected: Expected?

  /// The second condition, or nothing where the target is all.
  public var tail: Tail?

  /// Over which months attainment is measured.
  public var measurement: Measurement

  /// The contract months that do not count, ascending.
  public var excluded: [Int]

  /// Whether a month that counts and has no measured attainment is a miss.
  public var missesUnreported: Bool

  /// Creates the promise that `metric` meets `target`.
  public init(
    metric: String, target: Double, comparison: Comparison, firstMonth: Int = 1,
    rank: Rank = .critical, trigger: Trigger = Trigger(), expected: Expected? = nil,
    tail: Tail? = nil, measurement: Measurement = .month, excluded: [Int] = [],
    missesUnreported: Bool = false
  ) {
    self.metric = metric
    self.target = target
    self.comparison = comparison
    self.firstMonth = firstMonth
    self.rank = rank
    self.trigger = trigger
    self.expected = expected
    self.tail = tail
    self.measurement = measurement
    self.excluded = excluded
    self.missesUnreported = missesUnreported
  }

  /// Whether the contract month `month` counts: neither the ramp nor excluded.
  public func counts(in month: Int) -> Bool {
    month >= firstMonth && !excluded.contains(month)
  }
}
