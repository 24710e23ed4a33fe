/// The fee that the buyer owes when it exercises a right to leave for cause.
///
/// Without this clause leaving for cause is free.
public struct TerminationFee: Hashable, Sendable {
  /// The fee as a number of monthly charges.
  public var multiple: Double

  /// The monthly charge that is multiplied.
  public var base: ChargeBase

  /// The indexation that the fee follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a fee of `multiple` times `base`.
  ///
  /// - Precondition: the multiple is not negative.
  public init(multiple: Double, base: ChargeBase, indexation: String? = nil) {
    precondition(multiple >= 0, "a termination fee cannot be negative")
    self.multiple = multiple
    self.base = base
    self.indexation = indexation
  }
}
