import Contracts
import Quantities

/// The rate at which prices in another currency are converted.
struct CurrencyRate: Hashable {
  /// The other currency.
  var currency: String

  /// Units of the evaluation currency for one of the other.
  var rate: Double

  /// The day of the rate.
  var date: String

  /// Who published it, or nothing.
  var source: String?

  /// The index with which converted prices move, or nothing where they do not.
  var index: String?

  /// Which way round the index is quoted.
  var quote: ExchangeRate.Quote
}

extension EventFile {
  /// The rates under `rates`, by currency.
  func readRates(_ section: Section, _ context: EventContext) -> [String: CurrencyRate] {
    var rates: [String: CurrencyRate] = [:]
    for (currency, item) in section.given("rates")?.named() ?? [] {
      guard isCurrency(currency), currency != context.currency else {
        let expected: Fault.Reason =
          isCurrency(currency) ? .otherCurrency(than: currency) : .currencyCode
        item.findings.add(expected, at: item.keySpot, path: item.path, found: currency)
        continue
      }
      rates[currency] = item.section { readRate($0, of: currency, context) }
    }
    return rates
  }

  private func readRate(
    _ section: Section, of currency: String, _ context: EventContext
  ) -> CurrencyRate? {
    let rate = section.needed("rate")?.number(.exchangeRate)
    let date = section.needed("date")?.day()
    let source = section.given("source")?.text()
    let index = section.given("index").map {
      $0.reference(to: context.indices, kind: "assumptions/indices")
    }
    let quote = section.given("quoted").map { $0.choice(of: ExchangeRate.Quote.self) } ?? .direct
    guard let rate, let date, let quote, index != .some(nil) else { return nil }
    return CurrencyRate(
      currency: currency, rate: rate, date: date, source: source, index: index ?? nil,
      quote: quote)
  }
}

extension Item {
  /// A day such as `2026-11-01`, as it is written.
  fileprivate func day() -> String? {
    guard let plain, CalendarDay(plain) != nil else {
      refuse(.day)
      return nil
    }
    return plain
  }
}
