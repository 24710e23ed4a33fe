import Contracts
import Quantities

extension Terms {
  func taxes(_ section: Section) -> [Contract.Named] {
    section.clauses("taxes") { _, item in
      item.section { readTax($0) }.map { .tax($0) }
    }
  }

  /// Credits reduce the tax on all of the charge, and leave that on named prices alone.
  private func readTax(_ section: Section) -> Tax? {
    let rate = section.needed("rate")?.share(.share)
    let recoverable = section.given("recoverable").map { $0.share(.share) } ?? 0
    let scope = section.given("of").map { readScope($0) } ?? Scope()
    let byDefault: Tax.Credits = scope?.prices == nil ? .reduce : .separate
    let credits = section.given("credits").map { $0.choice(of: Tax.Credits.self) } ?? byDefault
    let grossUp = section.given("gross_up").map { $0.share(.withholding) } ?? 0
    guard let rate, let recoverable, let scope, let grossUp, let credits else { return nil }
    return Tax(
      rate: rate, recoverable: recoverable, of: scope.prices, credits: credits,
      withholding: grossUp)
  }

  func lateAndPrompt(_ section: Section) -> [Contract.Named] {
    section.clause("late_interest") { item in
      item.section(readLateInterest).map { .lateInterest($0) }
    }
      + section.clause("prompt_discount") { item in
        item.section(readPromptDiscount).map { .promptDiscount($0) }
      }
      + section.clause("disputes") { item in
        item.section(readDisputes).map { .disputedInvoices($0) }
      }
  }

  private func readLateInterest(_ section: Section) -> LateInterest? {
    let share = section.needed("share_late")?.share(.share)
    let days = section.needed("days_late")?.number(Bounds(lower: 0, upper: 365))
    let rate = section.needed("rate")?.share(.share)
    guard let share, let days, let rate else { return nil }
    return LateInterest(shareLate: share, daysLate: days, rate: rate)
  }

  private func readPromptDiscount(_ section: Section) -> PromptDiscount? {
    let longest = EventContext.longestHorizon
    let share = section.needed("share")?.share(.share)
    let first = section.given("from").map { $0.whole(1...longest) } ?? 1
    let last = section.given("to").map { $0.whole((first ?? 1)...longest) }
    guard let share, let first, last != .some(nil) else { return nil }
    return PromptDiscount(share: share, span: MonthSpan(from: first, to: last ?? nil))
  }

  private func readDisputes(_ section: Section) -> DisputedInvoices? {
    let share = section.needed("share")?.share(.share)
    let months = section.needed("months")?.wholeMonths(1...60)
    let won = section.needed("won")?.share(.share)
    guard let share, let months, let won else { return nil }
    return DisputedInvoices(share: share, months: months, won: won)
  }
}
