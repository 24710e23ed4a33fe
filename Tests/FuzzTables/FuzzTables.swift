import Tables

/// Any bytes are read without a crash, and what was read is written and read back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let limits = TableLimits(fieldBytes: 64, fields: 16, recordBytes: 256, keptFaults: 8)
  let format = TableFormat(limits: limits)
  let (header, rows) = contents(bytes, format)
  guard !header.isEmpty else { return 0 }
  var writer = TableWriter(columns: header)
  for row in rows { writer.write(row.map { .text($0) }) }
  let again = contents(Array(writer.takeText().utf8), TableFormat())
  precondition(again.header == header && again.rows == rows, "a table reads back the same")
  return 0
}

private func contents(
  _ bytes: [UInt8],
  _ format: TableFormat
) -> (header: [String], rows: [[String]]) {
  let reader = TableReader(bytes: bytes, name: "fuzz", format: format)
  var rows: [[String]] = []
  reader.forEachRecord { record in
    rows.append((0..<record.count).map { record.text(at: $0) })
    for name in reader.header {
      let column = reader.column(name)
      _ = record.number(column)
      _ = record.share(column)
      _ = record.integer(column)
      _ = record.month(column)
    }
  }
  return (reader.header, rows)
}
