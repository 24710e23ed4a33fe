public import Quantities

/// Credits that the provider gets back for good service.
public struct EarnBack: Hashable, Sendable {
  /// When credits are earned back.
  public enum Condition: Hashable, Sendable {
    /// The credits of a period, once so many periods after it had no default of these levels; of
    /// any critical level where none are named (NICE – Flextronics 5.3.6: two quarters).
    case clean(periods: Int, of: Period, levels: [String]?)
    /// Credits not earned back yet, in a month in which a level's attainment is at least so good
    /// (Tops – C&S).
    case above(level: String, attainment: Double)
  }

  /// When credits are earned back.
  public var condition: Condition

  /// The share of them that is.
  public var share: Double

  /// Creates the right to earn back `share` of credits.
  ///
  /// - Precondition: the share lies between 0 and 1, and at least one period is clean.
  public init(_ condition: Condition, share: Double = 1) {
    precondition((0...1).contains(share), "no more than the credits is earned back")
    if case .clean(let periods, _, _) = condition {
      precondition(periods >= 1, "at least one period is clean")
    }
    self.condition = condition
    self.share = share
  }
}
