/// What a termination fee or a replacement's price is a multiple of.
public enum ChargeBase: Hashable, Sendable {
  /// A monthly charge stated in the contract, in the evaluation currency.
  case stated(Double)
  /// The mean monthly gross charge of the contract at baseline volumes, before indexation.
  case baselineCharge
  /// The mean gross charge of the last `months` months, the current one included.
  case trailingMean(months: Int)
  /// The gross charge of the current month.
  case lastInvoice
  /// What the contract would have charged in each month; for a replacement only.
  case contractCharge
}
