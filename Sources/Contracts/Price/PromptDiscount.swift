public import Quantities

/// A discount on what is invoiced while the buyer pays promptly.
public struct PromptDiscount: Hashable, Sendable {
  /// The share of the invoice that is taken off, 0.02 for 2 %.
  public var share: Double

  /// The months whose invoices are discounted.
  public var span: MonthSpan

  /// Creates a discount of `share`.
  ///
  /// - Precondition: the share is not negative.
  public init(share: Double, span: MonthSpan = MonthSpan()) {
    precondition(share >= 0, "a discount cannot be negative")
    self.share = share
    self.span = span
  }
}
