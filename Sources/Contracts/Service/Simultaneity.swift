/// What several credits of one month come to together.
///
/// Without this clause they are added up.
public struct Simultaneity: Hashable, Sendable {
  /// The rule.
  public enum Rule: Hashable, Sendable {
    /// The highest of them is credited, and no other.
    case highest
    /// This share of the month's charge is credited once, whatever their number.
    case flat(Double)
  }

  /// The rule.
  public var rule: Rule

  /// Creates the rule for credits of one month.
  ///
  /// - Precondition: a flat share is not negative.
  public init(_ rule: Rule) {
    if case .flat(let share) = rule { precondition(share >= 0, "a credit cannot be negative") }
    self.rule = rule
  }
}
