/// A factor that moves by a fixed rate, whatever an index does: a rise, or below 0 a committed price
/// decline.
public struct Escalator: Hashable, Sendable {
  /// The move of each step, 0.03 for 3 %.
  public var rate: Double

  /// The contract month of the first step.
  public var firstMonth: Int

  /// The months from one step to the next.
  public var interval: Int

  /// The indexation whose factor is multiplied by the steps, or nothing where there is none.
  public var indexation: String?

  /// Creates an escalator by `rate`.
  ///
  /// - Precondition: the rate is above −1; the first step comes in month 2 or later, since month 1
  ///   is the base; the interval is at least one month.
  public init(
    rate: Double, firstMonth: Int = 13, interval: Int = 12, on indexation: String? = nil
  ) {
    precondition(rate > -1, "a price cannot decline to nothing")
    precondition(firstMonth >= 2, "prices of month 1 are the base and cannot be adjusted")
    precondition(interval >= 1, "steps are at least a month apart")
    self.rate = rate
    self.firstMonth = firstMonth
    self.interval = interval
    self.indexation = indexation
  }

  /// Whether contract month `month` brings a step.
  public func steps(in month: Int) -> Bool {
    month >= firstMonth && (month - firstMonth).isMultiple(of: interval)
  }
}
