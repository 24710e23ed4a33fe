@testable import Tables

/// A table in memory, read in pieces of `pieceSize` bytes.
func table(
  _ bytes: [UInt8],
  columns: Columns = .any,
  format: TableFormat = TableFormat(),
  pieceSize: Int = 1 << 16
) -> TableReader {
  TableReader(
    source: ByteSource(bytes: bytes),
    file: "t.csv",
    columns: columns,
    format: format,
    pieceSize: pieceSize
  )
}

/// A table in memory.
func table(
  _ text: String,
  columns: Columns = .any,
  format: TableFormat = TableFormat()
) -> TableReader {
  table(Array(text.utf8), columns: columns, format: format)
}

/// A record as plain values.
struct Line: Hashable {
  var line: Int
  var fields: [String]
}

extension TableReader {
  /// All records.
  func lines() -> [Line] {
    load { record in
      Line(line: record.line, fields: (0..<record.count).map { record.text(at: $0) })
    }.value
  }

  /// The fields of all records.
  func fields() -> [[String]] {
    lines().map(\.fields)
  }
}

extension Faults {
  /// All reasons, in order.
  var reasons: [TableFault.Reason] { kept.map(\.reason) }
}
