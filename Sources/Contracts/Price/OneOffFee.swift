/// A fee that is paid once, such as a transition or set-up fee.
public struct OneOffFee: Hashable, Sendable {
  /// What the fee is for.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// Taking the service over: knowledge transfer, set-up, migration.
    case transition
    /// Anything else that is paid once.
    case other
  }

  /// The fee, in the evaluation currency.
  public var amount: Double

  /// The contract month in which it falls due, counted from 1.
  public var month: Int

  /// What the fee is for.
  public var purpose: Purpose

  /// The indexation that the fee follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a fee of `amount` due in contract month `month`.
  public init(amount: Double, month: Int, purpose: Purpose = .other, indexation: String? = nil) {
    self.amount = amount
    self.month = month
    self.purpose = purpose
    self.indexation = indexation
  }
}
