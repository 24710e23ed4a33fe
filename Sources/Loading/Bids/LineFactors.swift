import Contracts

/// The factor that a price line follows: its indexation, then the yearly improvement of an unchanged
/// operation, then the exchange rate of its currency.
struct LineFactors {
  /// By how much an unchanged operation gets cheaper in a year.
  var improvement = 0.0

  /// The name of the factor, and the clauses that make it of `indexation`; names with a space are
  /// those of no indexation that a file states.
  ///
  /// - Parameters:
  ///   - indexation: The indexation of the line, or nothing.
  ///   - isPaidOnce: Whether the line is no trend of an operation.
  ///   - rate: The rate of the line's currency, or nothing for the event's own.
  /// - Returns: The factor's name, or nothing for a line that follows none, and its clauses.
  func factor(
    on indexation: String?, isPaidOnce: Bool = false, rate: CurrencyRate? = nil
  ) -> (name: String?, clauses: [Contract.Named]) {
    var name = indexation
    var clauses: [Contract.Named] = []
    if improvement != 0, !isPaidOnce {
      let escalator = Escalator(rate: -improvement, on: name)
      name = name.map { "\($0) with improvement" } ?? "yearly improvement"
      clauses.append(Contract.Named(name ?? "", .escalator(escalator)))
    }
    if let rate, let index = rate.index {
      let exchange = ExchangeRate(index: index, quote: rate.quote, on: name)
      name = name.map { "\($0) in \(rate.currency)" } ?? "exchange rate \(rate.currency)"
      clauses.append(Contract.Named(name ?? "", .exchangeRate(exchange)))
    }
    return (name, clauses)
  }
}
