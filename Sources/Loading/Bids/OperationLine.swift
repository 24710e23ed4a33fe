import Contracts
import Quantities
import Tables

/// What the rows of `staff.csv` and `costs.csv` have in common.
struct OperationLine {
  /// A row that could be read.
  struct Row {
    var name: LineName
    var clause: Clause
    var factors: [Contract.Named]
    var line: Int
  }

  struct Fields {
    let first, last, indexation: Column

    init(_ table: TableReader) {
      first = table.column("first_month")
      last = table.column("last_month")
      indexation = table.column("indexation")
    }
  }

  typealias Reading = (borrowing Record, OperationLine) -> Row?

  let file: String
  let terms: Terms
  let factors: LineFactors

  /// The prices that `reading` makes of the file's rows, of which each has a name of its own.
  func list(_ columns: Columns, _ reading: (TableReader) -> Reading) -> PriceList {
    let findings = terms.folder.findings
    let faultsBefore = findings.count
    guard let bytes = terms.folder.bytes(file) else { return PriceList() }
    let table = TableReader(bytes: bytes, name: file, columns: columns)
    let read = reading(table)
    var rows: [Row] = []
    table.forEachRecord { record in
      if let row = read(record, self) { rows.append(row) }
    }
    findings.add(table.faults, file: file)
    if rows.isEmpty, findings.count == faultsBefore {
      findings.add(.somePrice, at: Spot(file: file))
    }
    var list = PriceList()
    var firstLines: [String: Int] = [:]
    for row in rows {
      if let first = firstLines[row.name.text] {
        findings.add(
          .unique(firstLine: first), at: Spot(file: file, line: row.line), found: row.name.text)
      }
      firstLines[row.name.text] = firstLines[row.name.text] ?? row.line
      list.add(row.clause, row.name, following: row.factors)
    }
    list.isSound = findings.count == faultsBefore
    return list
  }

  /// What a row is for, in a name that does not mean a location or role.
  func readItem(_ record: borrowing Record, _ column: Column) -> String? {
    guard let item = record.text(column) else { return nil }
    guard !LineName.isGroup(item) else {
      report(.plainItem, record.place(of: column), found: item)
      return nil
    }
    return item
  }

  /// The months of a row; what is paid once has a first month only.
  func readSpan(
    _ record: borrowing Record, _ fields: Fields, isPaidOnce: Bool = false
  ) -> MonthSpan? {
    let horizon = terms.context.horizon
    let first =
      record.textIfPresent(fields.first) == nil
      ? 1 : record.integer(fields.first, in: 1...horizon)
    guard let last = record.textIfPresent(fields.last) else {
      return first.map { MonthSpan(from: $0) }
    }
    if isPaidOnce {
      report(.emptyBeside("paid: once"), record.place(of: fields.last), found: last)
      return nil
    }
    guard let last = record.integer(fields.last, in: 1...EventContext.longestHorizon), let first
    else { return nil }
    guard last >= first else {
      report(.lastAfterFirst, record.place(of: fields.last), found: "\(last)")
      return nil
    }
    return MonthSpan(from: first, to: last)
  }

  /// The indexation that a row names.
  func readIndexation(_ record: borrowing Record, _ fields: Fields) -> String? {
    record.reference(
      fields.indexation, to: terms.indexations, kind: "terms/indexation", in: file,
      terms.folder.findings)
  }

  func report(_ expected: Fault.Reason, _ place: Place, found: String) {
    terms.folder.findings.add(expected, at: place, of: file, found: found)
  }
}
