import Tables
import Workbooks

/// The files of a bid's round, made of a workbook, and where each line of them stood in it.
struct RoundFiles {
  /// Where a line of a table stood.
  fileprivate struct Origin {
    var schema: SheetSchema
    var places: [Int]
    /// The columns of the table.
    var written: [String]
    var rows: [Int: Int] = [:]
  }

  /// The bytes by the files' names.
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// The number of rows of each table that was made.
  private(set) var rows: [(file: String, count: Int)] = []

  private var origins: [String: Origin] = [:]
  private var fields: [String: CellPlace] = [:]

  init(_ bid: BidWorkbook) {
    addPage(bid)
    for table in bid.tables { add(table) }
  }

  /// The name and the stated total, in YAML that any text can stand in.
  private mutating func addPage(_ bid: BidWorkbook) {
    var page = ""
    if let name = bid.fields["name"] { page += "name: \(quotedForYaml(name.cell.shown))\n" }
    if let total = bid.fields["stated_total"] { page += "stated_total: \(total.cell.shown)\n" }
    if let basis = bid.fields["totals_basis"] {
      page += "totals: {basis: \(basis.cell.shown)}\n"
    }
    fields = bid.fields.mapValues(\.place)
    files.append((BidSheet.file, Array(page.utf8)))
  }

  /// A table with a row or more; prices also without, for then there is none to be found.
  private mutating func add(_ table: SheetTable) {
    let schema = table.schema
    let needed = schema.columns.indices.filter { schema.columns[$0].isNeeded }
    let filled = table.rows.filter { row in needed.contains { row.cells[$0] != .empty } }
    guard !filled.isEmpty || schema.name == SheetSchema.prices.name else { return }
    let written = schema.columns.indices.filter { index in
      let column = schema.columns[index]
      return column.isWritten
        && (!column.isExtra || filled.contains { $0.cells[index] != .empty })
    }
    let names = written.map { schema.columns[$0].name }
    var writer = TableWriter(columns: names)
    var text = writer.takeText()
    var origin = Origin(schema: schema, places: table.places, written: names)
    var line = 2
    for row in filled {
      origin.rows[line] = row.number
      writer.write(written.map { row.cells[$0] })
      let record = writer.takeText()
      line += record.utf8.count { $0 == UInt8(ascii: "\n") }
      text += record
    }
    origins[schema.file] = origin
    files.append((schema.file, Array(text.utf8)))
    rows.append((schema.file, filled.count))
  }

  /// `fault` of a file in the folder `place`, told of the workbook `file` where that is possible.
  func translated(_ fault: Fault, from place: String, to file: String) -> Fault {
    guard fault.file.hasPrefix(place + "/") else { return fault }
    let name = String(fault.file.dropFirst(place.count + 1))
    var moved = fault
    moved.file = file
    if name == BidSheet.file {
      moved.sheet = BidSheet.name
      let cell = fields[fault.path == "totals/basis" ? "totals_basis" : fault.path]
      (moved.line, moved.column) = (cell?.row ?? 0, cell?.column ?? 0)
      return moved
    }
    guard let origin = origins[name] else { return moved }
    moved.sheet = origin.schema.name
    let column = origin.column(of: fault)
    (moved.line, moved.column) = (origin.rows[fault.line] ?? 0, column ?? 0)
    if case .unique(let first) = fault.expected, let row = origin.rows[first] {
      moved.expected = .workbook(.unique(cell: "\(CellPlace(row: row, column: column ?? 1))"))
    }
    return moved
  }
}

extension RoundFiles.Origin {
  /// The sheet's column that a fault of the table speaks of.
  fileprivate func column(of fault: Fault) -> Int? {
    let name =
      written.contains(fault.path)
      ? fault.path : written.indices.contains(fault.column - 1) ? written[fault.column - 1] : nil
    return name.flatMap { schema.number(of: $0) }.flatMap {
      places.indices.contains($0 - 1) ? places[$0 - 1] : nil
    }
  }
}

/// `text` in double quotes, as YAML reads it back.
func quotedForYaml(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default:
      let isPlain = !isInvisible(scalar) && scalar.value >= 0x20
      if isPlain {
        quoted.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
  }
  return quoted + "\""
}
