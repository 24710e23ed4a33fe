import Contracts
import Quantities
import Settlement

extension StatementReport {
  /// The report for people.
  public var text: String {
    var page = Page()
    let statement = readings[0].statement
    page.title(title)
    page.paragraph(
      "Statement of \(statement.months.of("month")) from \(calendarMonth(1)). Amounts in "
        + "\(event.currency), \(statement.rounding.words); those owed to you are negative.")
    if let month {
      add(month, of: statement, to: &page)
    } else {
      addLines(of: statement, invoiced: true, to: &page)
      addTotals(of: statement, to: &page)
      addLevels(of: statement, to: &page)
      addFigures(of: statement, to: &page)
      addLines(of: statement, invoiced: false, to: &page)
    }
    addReadings(to: &page)
    return page.text
  }

  /// The spans that a statement's columns show: months where they are few, else contract years.
  private func spans(of statement: Statement) -> [(heading: String, months: Range<Int>)] {
    let months = statement.months
    if months <= 12 { return (1...months).map { ("month \($0)", ($0 - 1)..<$0) } }
    return (1...((months + 11) / 12)).map { year in
      ("year \(year)", (12 * (year - 1))..<min(12 * year, months))
    }
  }

  private func cells(_ amounts: [Double], of statement: Statement) -> [String] {
    let spans = spans(of: statement).map { span in
      span.months.reduce(0) { $0 + amounts[$1] }
    }
    let total = amounts.reduce(0, +)
    return (spans.count > 1 ? spans + [total] : spans).map { statement.rounding.figure($0) }
  }

  private func headings(of statement: Statement) -> [String] {
    let spans = spans(of: statement).map(\.heading)
    return spans.count > 1 ? spans + ["total"] : spans
  }

  /// Adds the lines that stand on the invoice, or those that do not.
  private func addLines(of statement: Statement, invoiced: Bool, to page: inout Page) {
    let lines = statement.lines.filter { line in
      line.line.kind.isInvoiced == invoiced && line.amounts.contains { $0 != 0 }
    }
    if !invoiced && lines.isEmpty { return }
    page.section(invoiced ? "Amounts by line" : "What you bear beside the invoice")
    guard !lines.isEmpty else { return page.paragraph("Nothing is owed.") }
    page.table(
      TextTable(
        keys: ["line", "kind"], headings(of: statement),
        rows: lines.map {
          [$0.line.title, $0.line.kind.words] + cells($0.amounts, of: statement)
        }))
  }

  private func addTotals(of statement: Statement, to page: inout Page) {
    page.section("What is due")
    let rows = Statement.totals.compactMap { total, words -> [String]? in
      let amounts = statement.total(total)
      let isShown = total == .charge || total == .netDue || amounts.contains { $0 != 0 }
      return isShown ? [words] + cells(amounts, of: statement) : nil
    }
    page.table(TextTable(keys: [""], headings(of: statement), rows: rows))
    if let remedy = remedy(of: statement) { page.paragraph(remedy) }
  }

  /// Whether credits are all that the buyer may claim, where the contract says when they are settled
  /// and what they leave open.
  private func remedy(of statement: Statement) -> String? {
    for seated in statement.contract.clauses {
      guard case .creditTerms(let terms) = seated.clause else { continue }
      return terms.isSoleRemedy
        ? "Service credits are the sole remedy for what they are given for."
        : "Service credits leave other remedies open; no amount is put on these."
    }
    return nil
  }

  private func addLevels(of statement: Statement, to page: inout Page) {
    guard !statement.contract.levels.isEmpty else { return }
    page.section("Service levels")
    let rows = statement.happened.flatMap { month in
      statement.contract.levels.indices.compactMap { at -> [String]? in
        let isDefault = month.defaults.contains(at)
        guard isDefault || statement.months <= 12 else { return nil }
        let level = month.levels[at]
        return [
          "\(month.month)", "\(calendarMonth(month.month))", statement.contract.levels[at],
          level.attainment.map { statement.contract.metric(ofLevel: at).words(for: $0) }
            ?? "not measured",
          isDefault ? "default" : level.counts ? "" : "does not count yet",
        ]
      }
    }
    guard !rows.isEmpty else { return page.paragraph("No service level is in default.") }
    page.table(
      TextTable(keys: ["month", "calendar", "level"], ["attainment", ""], rows: rows))
  }

  private func addFigures(of statement: Statement, to page: inout Page) {
    guard !statement.figures.isEmpty else { return }
    page.section("Figures behind the amounts")
    let months = statement.months <= 12 ? 1...statement.months : nil
    page.table(
      TextTable(
        keys: ["clause", "figure"], months?.map { "month \($0)" } ?? ["latest", "in month"],
        rows: statement.figures.map { figure in
          let latest = figure.values.lastIndex { $0 != nil } ?? 0
          let cells = months?.map { figure.values[$0 - 1]?.significant ?? "" }
          return [figure.clause, figure.name]
            + (cells ?? [figure.values[latest]?.significant ?? "", "\(latest + 1)"])
        }))
  }

  /// What the readings of the contract differ by.
  private func addReadings(to page: inout Page) {
    guard readings.count > 1 else { return }
    page.section("The contract read otherwise")
    let drafted = readings[0].statement.netDue.reduce(0, +)
    page.table(
      TextTable(
        keys: ["reading"], ["net due", "more than as drafted"],
        rows: readings.map { reading in
          let due = reading.statement.netDue.reduce(0, +)
          let rounding = reading.statement.rounding
          return [reading.label, rounding.figure(due), rounding.figure(due - drafted)]
        }))
  }

  /// Adds the lines of one month with their workings.
  private func add(_ month: Int, of statement: Statement, to page: inout Page) {
    page.section("Month \(month), \(calendarMonth(month))")
    for entry in statement.entries where entry.month == month {
      let line = statement.contract.lines[entry.line]
      page.paragraph(
        "\(line.title) (\(line.kind.words)): \(statement.rounding.figure(entry.amount))")
      page.paragraph("= \(entry.working.formula)", indent: "    ")
      let inputs = entry.working.inputs.map { "\($0.name) = \($0.value.significant)" }
      if !inputs.isEmpty { page.paragraph(inputs.joined(separator: ", "), indent: "    ") }
      page.gap()
    }
    page.paragraph(
      "Net due for month \(month): \(statement.rounding.figure(statement.netDue[month - 1])).")
  }
}

extension Rounding {
  /// How amounts are rounded, in words.
  fileprivate var words: String {
    switch mode {
    case .none: "not rounded"
    case .halfUp: "each line rounded to \(places.of("decimal"))"
    case .down: "each line cut off after \(places.of("decimal"))"
    }
  }

  /// An amount with the decimals in which it is stated.
  fileprivate func figure(_ amount: Double) -> String {
    guard !amount.isNaN else { return "not stated" }
    return amount.figure(places: mode == .none ? 2 : max(0, places))
  }
}
