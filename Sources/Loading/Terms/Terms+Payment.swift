import Contracts
import Quantities

extension Terms {
  func taxes(_ section: Section, _ prices: PriceList) -> [Contract.Named] {
    section.clauses("taxes") { _, item in
      item.section { readTax($0, prices) }.map { .tax($0) }
    }
  }

  /// Credits reduce the tax on all of the charge, and leave that on named prices alone.
  private func readTax(_ section: Section, _ prices: PriceList) -> Tax? {
    let rate = section.needed("rate")?.share(.share)
    let recoverable = section.given("recoverable").map { $0.share(.share) } ?? 0
    let scope = section.given("of").map { readScope($0, prices) } ?? Scope()
    let stated = section.given("credits").map { $0.choice(of: Tax.Credits.self) }
    let grossUp = section.given("gross_up").map { $0.share(.withholding) } ?? 0
    guard let rate, let recoverable, let scope, let grossUp,
      let credits = stated ?? (scope.prices == nil ? .reduce : .separate)
    else { return nil }
    return Tax(
      rate: rate, recoverable: recoverable, of: scope.prices, credits: credits,
      withholding: grossUp)
  }
}
