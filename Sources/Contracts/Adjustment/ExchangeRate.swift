/// A factor that moves with an exchange rate, for prices that are agreed in another currency.
public struct ExchangeRate: Hashable, Sendable {
  /// Which way round the rate is quoted.
  public enum Quote: String, Hashable, Sendable, CaseIterable {
    /// Units of the evaluation currency for one unit of the other: a rise makes prices dearer.
    case direct
    /// Units of the other currency for one unit of the evaluation currency.
    case indirect
  }

  /// The index of the sourcing event that is the exchange rate.
  public var index: String

  /// Which way round the rate is quoted.
  public var quote: Quote

  /// The indexation whose factor is multiplied by the move, or nothing where there is none.
  public var indexation: String?

  /// Creates a factor that moves with the exchange rate `index`.
  public init(index: String, quote: Quote = .direct, on indexation: String? = nil) {
    self.index = index
    self.quote = quote
    self.indexation = indexation
  }
}
