public import Quantities

/// A cost that the contract leaves out and that the buyer may have to bear itself.
public struct HiddenCost: Hashable, Sendable {
  /// How often the cost is borne where it arises.
  public enum Payment: String, Hashable, Sendable, CaseIterable {
    /// In every month of the span.
    case monthly
    /// In the first month of the span.
    case once
  }

  /// The probability that the cost arises, once for the whole contract.
  public var probability: Double

  /// The cost where it arises, in the evaluation currency, before indexation.
  public var amount: Double

  /// How often the cost is borne where it arises.
  public var payment: Payment

  /// The months in which the cost is borne.
  public var span: MonthSpan

  /// The indexation that the cost follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a cost of `amount` that arises with `probability`.
  ///
  /// - Precondition: the probability is in 0…1.
  public init(
    probability: Double, amount: Double, payment: Payment = .monthly,
    span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    self.probability = probability
    self.amount = amount
    self.payment = payment
    self.span = span
    self.indexation = indexation
  }
}
