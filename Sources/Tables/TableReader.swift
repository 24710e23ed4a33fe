/// A table of CSV text, read record by record in constant memory.
///
/// ```swift
/// let table = try TableReader(path: path, columns: Columns(required: ["month", "volume"]))
/// let month = table.column("month")
/// let volume = table.column("volume")
/// let volumes = table.load { record in
///   let month = record.month(month)
///   let volume = record.number(volume)
///   guard let month, let volume else { return nil }
///   return (month, volume)
/// }
/// ```
///
/// The first record is the header. Fields are not trimmed; a byte-order mark is passed over;
/// LF, CRLF and CR end a record; blank lines are passed over and counted. Faults are gathered,
/// and a faulty record is passed over, never guessed at. A record whose quoting is broken ends
/// with the line on which it begins, and reading goes on with the next line.
///
/// A table is read once, from one thread.
@safe
public final class TableReader {
  /// The name that places bear.
  public let file: String

  /// How the table is written.
  public let format: TableFormat

  /// The names in the header; empty if it cannot be read.
  public internal(set) var header: [String] = []

  /// The faults found so far.
  public internal(set) var faults: Faults

  let tokenizer: Tokenizer
  let numeral: Numeral
  let declared: Columns
  private var batchIndex = 0
  private var pendingFlaw: Flaw?

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``TableError`` if the file cannot be opened or its beginning cannot be read. A
  ///   bad header is not thrown but told among the faults.
  public convenience init(
    path: String,
    columns: Columns = .any,
    format: TableFormat = TableFormat()
  ) throws(TableError) {
    let source = try ByteSource(path: path)
    self.init(source: source, file: path, columns: columns, format: format)
    if header.isEmpty, case .unreadable(let errno)? = faults.kept.first?.reason {
      throw .cannotRead(path: path, errno: errno)
    }
  }

  /// Reads the header of a table in memory; `name` stands for the file in places.
  public convenience init(
    bytes: [UInt8],
    name: String,
    columns: Columns = .any,
    format: TableFormat = TableFormat()
  ) {
    self.init(
      source: ByteSource(bytes: bytes),
      file: name,
      columns: columns,
      format: format,
      pieceSize: min(bytes.count + 1, 1 << 16)
    )
  }

  /// Reads in pieces of 64 KiB, which stay in the processor's cache from reading to use.
  init(
    source: ByteSource,
    file: String,
    columns: Columns,
    format: TableFormat,
    pieceSize: Int = 1 << 16
  ) {
    self.file = file
    self.format = format
    declared = columns
    faults = Faults(limit: format.limits.keptFaults)
    numeral = Numeral(format)
    tokenizer = Tokenizer(source: source, format: format, pieceSize: pieceSize)
    readHeader()
  }

  /// How many blank lines were passed over so far.
  public var blankLines: Int { unsafe tokenizer.tokens.pointee.blankLines }

  /// Adds a fault that a caller found.
  public func report(_ fault: TableFault) {
    faults.append(fault)
  }

  /// Reads every remaining record of the right width, and returns all faults so far.
  ///
  /// If the header cannot be read, no record is.
  @discardableResult
  public func forEachRecord(_ body: (borrowing Record) throws -> Void) rethrows -> Faults {
    guard !header.isEmpty else { return faults }
    while let span = nextRecord() {
      let record = Record(reader: self, span: span)
      if record.isReadable() { try body(record) }
    }
    return faults
  }

  /// What `body` makes of every record, without those that it makes `nil` of or reports on.
  public func load<Value>(
    _ body: (borrowing Record) throws -> Value?
  ) rethrows -> Loaded<[Value]> {
    var values: [Value] = []
    try forEachRecord { record in
      if let value = try body(record), record.isSound { values.append(value) }
    }
    return Loaded(values, faults: faults)
  }

  /// The next record, after the flaws before it were told.
  func nextRecord() -> RecordSpan? {
    while true {
      if unsafe batchIndex < tokenizer.tokens.pointee.recordCount {
        batchIndex += 1
        return unsafe tokenizer.tokens.pointee.records[batchIndex - 1]
      }
      tellPendingFlaw()
      batchIndex = 0
      guard tokenizer.advance() else { return nil }
      pendingFlaw = tokenizer.flaw
    }
  }

  private func tellPendingFlaw() {
    guard let flaw = pendingFlaw else { return }
    pendingFlaw = nil
    let place = place(line: flaw.line, index: flaw.field.map { $0 - 1 })
    report(TableFault(place: place, reason: flaw.reason, found: flaw.found))
  }

  func place(line: Int, index: Int?) -> Place {
    var name: String?
    if let index, header.indices.contains(index) { name = header[index] }
    return Place(file: file, line: line, field: index.map { $0 + 1 }, column: name)
  }
}
