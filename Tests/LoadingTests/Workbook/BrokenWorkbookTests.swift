import Loading
import Quantities
import Testing
import Workbooks

/// Workbooks with something wrong in them, each with what is said of it.
@Suite struct BrokenWorkbookTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var faults: [String]
    var change: @Sendable (inout Workbook) -> Void

    init(
      _ description: String, _ faults: String...,
      change: @escaping @Sendable (inout Workbook) -> Void
    ) {
      testDescription = description
      self.faults = faults.map { "bid.xlsx: \($0)" }
      self.change = change
    }
  }

  @Test(arguments: cells + sheets + rows + stamps)
  func a_fault_is_named_with_its_cell(_ broken: Broken) throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      broken.change(&workbook)
      let faults = try place.faults(workbook.bytes)
      #expect(faults == broken.faults)
      #expect(place.names("bids/alpha") == ["1"])
    }
  }

  static let cells = [
    Broken("text in a number", "prices!F4: price: expected a number, found the text 12,5") {
      $0.set("prices!F4", .text("12,5"))
    },
    Broken(
      "a number with its unit", "prices!F7: price: expected a number, found the text 1.200 EUR"
    ) {
      $0.set("prices!F7", .text("1.200 EUR"))
    },
    Broken("a number typed as text", "prices!F7: price: expected a number, found the text 2.5") {
      $0.set("prices!F7", .text("2.5"))
    },
    Broken("an error", "prices!F4: price: expected a number, found the error #DIV/0!") {
      $0.set("prices!F4", .error("#DIV/0!"), isFormula: true)
    },
    Broken(
      "a formula without a result",
      "prices!F4: price: a formula that was not calculated; open the workbook and save it"
    ) { $0.set("prices!F4", .uncalculated) },
    Broken("no price", "prices!F4: price: missing") { $0.set("prices!F4", nil) },
    Broken(
      "half a month",
      "prices!I5: first_month: expected a whole number from 1 to 1200, found 4.5"
    ) { $0.set("prices!I5", .number(4.5)) },
    Broken(
      "a month as a word",
      "prices!I5: first_month: expected a whole number from 1 to 1200, found the text April"
    ) { $0.set("prices!I5", .text("April")) },
    Broken(
      "an unknown kind",
      "prices!B4: kind: expected one of fixed_fee, unit_price, tier, arc, rrc, transition, one_off, "
        + "staff, found fixed fee; did you mean fixed_fee?"
    ) { $0.set("prices!B4", .text("fixed fee")) },
    Broken(
      "an unknown service line",
      "prices!C7: service_line: expected a name declared under service_lines, found chats; "
        + "did you mean chat?"
    ) { $0.set("prices!C7", .text("chats")) },
    Broken(
      "another currency",
      "prices!G4: currency: expected EUR, or a rate for USD under rates in event.yaml, found USD"
    ) { $0.set("prices!G4", .text("USD")) },
    Broken("a flag as a name", "prices!A4: item: expected text, found true") {
      $0.set("prices!A4", .flag(true))
    },
    Broken(
      "a page that became a date", "answers!I4: page: expected text, found the date 2027-01-02"
    ) {
      $0.set("answers!I4", .date(CalendarDay("2027-01-02") ?? .first))
    },
    Broken("a page with decimals", "answers!I4: page: expected text, found the number 12.1") {
      $0.set("answers!I4", .number(12.1))
    },
    Broken(
      "a month in words",
      "answers!F4: by: expected a month such as 2027-04, as text or as a date, found April 2027"
    ) { $0.set("answers!F4", .text("April 2027")) },
    Broken(
      "a month without its format",
      "answers!F4: by: expected a month such as 2027-04, as text or as a date, "
        + "found the number 46478"
    ) { $0.set("answers!F4", .number(46_478)) },
    Broken(
      "text in the stated total", "bid!B5: stated_total: expected a number, found the text a lot"
    ) {
      $0.set("bid!B5", .text("a lot"))
    },
    Broken("no name", "bid!B4: name: missing") { $0.set("bid!B4", .text("  ")) },
  ]

  static let sheets = [
    Broken("a missing sheet", "totals: this sheet is missing") {
      $0.sheets.removeAll { $0.name == "totals" }
    },
    Broken("a sheet renamed", "prices: this sheet is missing; did you mean Prices?") {
      $0.change("prices") { $0.name = "Prices" }
    },
    Broken("a heading renamed", "prices!F3: Price: unknown heading; did you mean price?") {
      $0.set("prices!F3", .text("Price"))
    },
    Broken("a heading taken away", "prices: price: this heading is missing") {
      $0.set("prices!F3", nil)
    },
    Broken("a heading too many", "prices!O3: discount: unknown heading") {
      $0.set("prices!O3", .text("discount"))
    },
    Broken("a heading twice", "prices!O3: item: this heading is there already, in A3") {
      $0.set("prices!O3", .text("item"))
    },
    Broken("merged headings", "prices!D3: is merged with other cells (D3:E3)") {
      $0.merge("prices!D3:E3")
    },
    Broken("merged cells", "prices!C5: is merged with other cells (C5:C6)") {
      $0.merge("prices!C5:C6")
    },
    Broken(
      "a cell beside the columns",
      "prices!P9: nothing is read here, for there is no heading above, found see my note"
    ) { $0.set("prices!P9", .text("see my note")) },
    Broken(
      "a field renamed", "bid!A4: Name: unknown key; did you mean name?"
    ) {
      $0.set("bid!A4", .text("Name"))
    },
    Broken("a field twice", "bid!A7: name: is there already, in A4") {
      $0.set("bid!A7", .text("name"))
    },
  ]

  static let rows = [
    Broken(
      "a requirement twice", "answers: iso: the row is missing",
      "answers!A5: requirement: is there already, in A4, found gdpr-28",
      "answers!C5: demand: expected what the buyer wrote, Processor agreement, found Certificate"
    ) { $0.set("answers!A5", .text("gdpr-28")) },
    Broken(
      "a requirement that is not the buyer's",
      "answers!A9: requirement: expected a name declared under requirements, found gdpr-29; "
        + "did you mean gdpr-28?"
    ) {
      $0.set("answers!A9", .text("gdpr-29"))
      $0.set("answers!E9", .text("comply"))
    },
    Broken(
      "a requirement rewritten",
      "answers!C4: demand: expected what the buyer wrote, Processor agreement, found An agreement"
    ) { $0.set("answers!C4", .text("An agreement")) },
    Broken("a requirement's row taken away", "answers: iso: the row is missing") {
      $0.change("answers") { $0.rows.removeAll { $0.number == 5 } }
    },
    Broken("words without an answer", "answers!E4: answer: missing") {
      $0.set("answers!E4", nil)
    },
    Broken("a stance without a path", "deviations!A4: path: missing") {
      $0.set("deviations!C4", .text("accept"))
    },
    Broken(
      "a term modified without a value",
      "deviations!B4: value: a value is needed where the stance is modify"
    ) {
      $0.set("deviations!A4", .text("terms/credits/cap"))
      $0.set("deviations!C4", .text("modify"))
    },
    Broken(
      "a path that is none", "deviations!A4: path: a path begins with terms/, found credits/cap"
    ) {
      $0.set("deviations!A4", .text("credits/cap"))
      $0.set("deviations!C4", .text("accept"))
    },
    Broken(
      "a year that is none", "totals!B4: year: expected a whole number from 1 to 100, found 2027"
    ) {
      $0.set("totals!A4", .text("all"))
      $0.set("totals!B4", .number(2_027))
      $0.set("totals!C4", .number(1))
    },
    // Found where bids are read, and told of the workbook.
    Broken("a price twice", "prices!A11: item: is there already, in A4, found fee") {
      for (column, value) in ["fee", "fixed_fee", "EUR"].enumerated() {
        $0.set("prices!\(["A", "B", "G"][column])11", .text(value))
      }
      $0.set("prices!F11", .number(5))
    },
    Broken("a gap between tiers", "prices!D5: from: no tier covers 50000 to 60000") {
      $0.set("prices!D5", .number(60_000))
    },
    Broken(
      "an unknown indexation",
      "prices!H4: indexation: expected a name declared under terms/indexation, found pays; "
        + "did you mean pay?"
    ) { $0.set("prices!H4", .text("pays")) },
    Broken(
      "a charge without its credit",
      "prices!B8: kind: expected both arc and rrc with the same span and indexation in prices.csv, "
        + "found arc"
    ) { $0.change("prices") { $0.rows.removeAll { $0.number == 9 } } },
    Broken(
      "a month for no plan", "answers!F5: by: expected an empty field for comply, found 2027-09"
    ) {
      $0.set("answers!F5", .text("2027-09"))
    },
    Broken("no prices at all", "prices: there is no price") {
      $0.change("prices") { $0.rows.removeAll { $0.number > 3 } }
    },
  ]

  static let stamps = [
    Broken(
      "no stamp",
      "is no workbook of `assay template`: its hidden sheet assay is not as it was made"
    ) { $0.sheets.removeAll { $0.name == "assay" } },
    Broken("another version", "expected a workbook of version 1, found 2") {
      $0.set("assay!B2", .number(2))
    },
    Broken(
      "an older event",
      "the event was changed after this workbook was made; send a new one, or import it with "
        + "--accept-stale"
    ) { $0.set("assay!B5", .text("0000")) },
    Broken("another event", "expected a workbook of the event event, found payroll") {
      $0.set("assay!B5", .text("0000"))
      $0.set("assay!B3", .text("payroll"))
    },
  ]
}

extension CalendarDay {
  fileprivate static let first = CalendarDay(serial: 1, from1904: false) ?? epoch
  private static var epoch: CalendarDay { preconditionFailure("day 1 is a day") }
}
