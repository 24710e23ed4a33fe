import Contracts
import Quantities
import Settlement
import Simulation

extension ExplainReport {
  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("\(event.title): \(bid.id) in future \(future)")
    page.paragraph("\(bid.name)\(bid.round.isEmpty ? "" : ", round \(bid.round)"). \(choiceWords)")
    page.paragraph("Amounts in \(event.currency); those owed to you are negative.")
    if let month {
      add(month, to: &page)
    } else {
      addYears(to: &page)
      addEvents(to: &page)
    }
    addTotals(to: &page)
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  private func addYears(to page: inout Page) {
    page.section("Amounts by line and contract year, undiscounted")
    let years = (event.horizon + 11) / 12
    page.table(
      TextTable(
        keys: ["line", "kind"], (1...years).map { "year \($0)" } + ["total", "present value"],
        rows: contract.lines.indices.compactMap { row(of: $0, years: years) }))
  }

  private func row(of line: Int, years: Int) -> [String]? {
    let own = entries.filter { $0.line == line }
    guard own.contains(where: { $0.amount != 0 }) else { return nil }
    let byYear = (0..<years).map { year in
      own.filter { ($0.month - 1) / 12 == year }.reduce(0) { $0 + $1.amount }
    }
    let present = own.reduce(0) { $0 + $1.presentValue }
    return [contract.lines[line].title, contract.lines[line].kind.words]
      + (byYear + [byYear.reduce(0, +), present]).map { $0.figure() }
  }

  private func addEvents(to page: inout Page) {
    let rows = months.compactMap(row(of:))
    page.section("Defaults, rights and exit")
    guard !rows.isEmpty else { return page.paragraph("Nothing of the kind happens.") }
    page.table(
      TextTable(
        keys: ["month", "calendar", "defaults", "open rights", ""], [], rows: rows))
  }

  private func row(of month: Ledger.Month) -> [String]? {
    let isFirstWithout = !month.isLive && (month.month == 1 || months[month.month - 2].isLive)
    let defaults = month.isLive ? month.defaults.map { contract.levels[$0] } : []
    let rights = month.isLive ? month.openRights.map { contract.rights[$0] } : []
    guard isFirstWithout || month.exercises || !defaults.isEmpty || !rights.isEmpty else {
      return nil
    }
    return [
      "\(month.month)", "\(calendarMonth(month.month))", defaults.joined(separator: ", "),
      rights.joined(separator: ", "),
      month.exercises ? "the buyer gives notice" : isFirstWithout ? "the replacement serves" : "",
    ]
  }

  private func addTotals(to page: inout Page) {
    page.section("Net present cost of all \(event.horizon.of("month"))")
    page.table(
      TextTable(
        keys: ["what"], ["present value"],
        rows: [
          ["before service credits", beforeCredits.figure(places: 2)],
          ["service credits", credits.figure(places: 2)],
          ["after service credits", (beforeCredits + credits).figure(places: 2)],
        ]))
  }
}

extension ExplainReport {
  /// Adds the lines of one month with their workings.
  fileprivate func add(_ month: Int, to page: inout Page) {
    page.section("Month \(month), \(calendarMonth(month))")
    let fixed = "\u{A0}"  // a space at which no line is broken
    for entry in shown {
      let line = line(of: entry)
      page.paragraph("\(line.title) (\(line.kind.words)): \(entry.amount.figure(places: 2))")
      page.paragraph("= \(entry.working.formula)", indent: "    ")
      let inputs = entry.working.inputs.map {
        "\($0.name)\(fixed)=\(fixed)\($0.value.significant)"
      }
      if !inputs.isEmpty { page.paragraph(inputs.joined(separator: ", "), indent: "    ") }
      for origin in origins(of: entry) { page.paragraph(origin, indent: "    ") }
      page.paragraph(
        "present value \(entry.presentValue.figure(places: 2)), discounted by "
          + entry.discount.figure(places: 6), indent: "    ")
      page.gap()
    }
    let sum = shown.reduce(0) { $0 + $1.amount }
    let present = shown.reduce(0) { $0 + $1.presentValue }
    page.paragraph(
      "All of month \(month): \(sum.figure(places: 2)), present value "
        + "\(present.figure(places: 2)).")
    if let row = row(of: months[month - 1]) {
      page.paragraph(
        [("In default: ", row[2]), ("Open rights: ", row[3]), ("", row[4])]
          .filter { !$0.1.isEmpty }.map { $0.0 + $0.1 + "." }.joined(separator: " "))
    }
  }
}

extension ExplainReport {
  private var choiceWords: String {
    switch choice {
    case .asked: "The future that was asked for; futures are numbered from 0."
    case .nearestMedian: "The future whose \(basis.words) lies nearest the median."
    }
  }
}

extension LedgerLine.Kind {
  /// What the amounts are, in a word or two.
  var words: String {
    switch self {
    case .charge: "charge"
    case .oneOff: "one-off"
    case .passThrough: "passed on"
    case .credit: "credit"
    case .bonus: "bonus"
    case .tax: "tax"
    case .interest: "interest"
    case .own: "own cost"
    case .terminationFee: "termination fee"
    case .replacement: "replacement"
    case .loss: "your loss"
    }
  }
}
