public import Contracts
import Quantities
public import Settlement
import Tables

/// The answer of `assay settle`: what is owed under a contract for what has happened, in each of
/// the contract's readings.
public struct StatementReport: Sendable {
  /// The statement by one reading of the contract.
  public struct Reading: Sendable {
    /// The reading's name; empty for the contract as it is drafted.
    public var name: String

    /// What is owed by it.
    public var statement: Statement

    /// Creates the statement of a reading.
    public init(_ name: String, _ statement: Statement) {
      self.name = name
      self.statement = statement
    }
  }

  let event: Event
  let title: String
  let readings: [Reading]
  let month: Int?

  /// Reports on `readings`, all months or only `month` with its workings.
  ///
  /// - Precondition: There is at least one reading.
  public init(_ event: Event, title: String, _ readings: [Reading], month: Int? = nil) {
    precondition(!readings.isEmpty, "a contract is read in some way")
    self.event = event
    self.title = title
    self.readings = readings
    self.month = month
  }

  func calendarMonth(_ month: Int) -> CalendarMonth { event.firstMonth + (month - 1) }

  /// The statement as a table, a row for each amount, figure and attainment, safe to be opened as a
  /// spreadsheet.
  public var csv: String {
    var table = TableWriter(
      columns: ["reading", "month", "calendar_month", "what", "clause", "name", "value"],
      spreadsheetSafe: true)
    for reading in readings {
      for month in reading.statement.shownMonths(month) {
        for row in reading.statement.rows(in: month) {
          table.write(
            [
              .text(reading.label), .integer(month), .text("\(calendarMonth(month))"),
              .text(row.what), .text(row.clause), .text(row.name),
              row.value.isNaN ? .text("not stated") : .number(row.value),
            ])
        }
      }
    }
    return table.takeText()
  }
}

extension StatementReport.Reading {
  /// The reading's name for people and machines.
  var label: String { name.isEmpty ? "as_drafted" : name }
}

extension Statement {
  /// The totals that are shown, in order of calculation.
  static let totals: [(total: StatementFigure.Total, words: String)] = [
    (.charge, "gross charge"), (.oneOff, "one-off"), (.passThrough, "passed on"),
    (.rawCredits, "credits before rules and caps"), (.takenBack, "taken back from credits"),
    (.credits, "credits and bonuses"), (.tax, "irrecoverable tax"), (.interest, "interest"),
    (.terminationFee, "termination fee"), (.netDue, "net due"),
  ]

  func shownMonths(_ month: Int?) -> ClosedRange<Int> { month.map { $0...$0 } ?? 1...months }

  /// One value of a month, by what it is and whose.
  struct Row {
    var what: String
    var clause: String
    var name: String
    var value: Double
  }

  func rows(in month: Int) -> [Row] {
    let amounts = lines.map { line in
      Row(
        what: line.line.kind.rawValue, clause: line.line.clause, name: line.line.title,
        value: line.amounts[month - 1])
    }
    let figures = figures.compactMap { figure in
      figure.values[month - 1].map {
        Row(what: "figure", clause: figure.clause, name: figure.name, value: $0)
      }
    }
    let attainments = contract.levels.indices.compactMap { at in
      happened[month - 1].levels[at].attainment.map {
        Row(
          what: "attainment", clause: contract.levels[at], name: contract.levels[at], value: $0)
      }
    }
    let defaults = happened[month - 1].defaults.map {
      Row(what: "default", clause: contract.levels[$0], name: contract.levels[$0], value: 1)
    }
    let totals = Self.totals.map { total, _ in
      Row(
        what: "total", clause: "", name: total.rawValue, value: self.total(total)[month - 1])
    }
    return amounts + figures + attainments + defaults + totals
  }
}
