import CLibCSV

/// Bytes in, batches of records out, by libcsv in its strictest setting.
///
/// Memory is bounded: one record (up to its cap) and one piece of the source are held at a time.
///
/// # Recovery
/// A record that breaks the rules of quoting is abandoned **to the end of the line on which it
/// begins**, and reading starts afresh on the next line. So a stray quote costs one line, and
/// never swallows the rest of the file. Inner lines of a broken record are then read as records
/// of their own, and most likely reported as ragged; nothing read after a fault is sure.
/// Every line is read at most a few times: a quote that opens on one line and stays open is
/// closed by the next line with an odd number of quotes, so restarts do not nest.
@safe
final class Tokenizer {
  let limits: TableLimits
  let tokens: UnsafeMutablePointer<Tokens>
  private(set) var flaw: Flaw?

  /// Whether the batch may hold a zero byte, or bytes beyond ASCII.
  private(set) var isSuspect = false

  private let source: ByteSource
  private let pieceSize: Int
  private let parser: UnsafeMutablePointer<csv_parser>
  private let delimiter: UInt8
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var filled = 0
  private var fed = 0
  private var carriesSuspect = false
  private var skipsLine = false
  private var sourceIsDone = false
  private var isDone = false
  private var isFresh = true

  init(source: ByteSource, format: TableFormat, pieceSize: Int) {
    self.source = source
    self.pieceSize = pieceSize
    limits = format.limits
    delimiter = format.delimiter
    capacity = 2 * pieceSize
    unsafe bytes = .allocate(capacity: capacity + 1)
    unsafe parser = .allocate(capacity: 1)
    unsafe tokens = .allocate(capacity: 1)
    let fields = pieceSize + 1 + limits.fields
    unsafe tokens.initialize(
      to: Tokens(
        bytes: bytes,
        fields: .allocate(capacity: fields),
        records: .allocate(capacity: pieceSize + 1),
        fieldLimit: limits.fields
      )
    )
    unsafe parser.initialize(to: csv_parser())
    startParser()
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
    unsafe tokens.pointee.fields.deallocate()
    unsafe tokens.pointee.records.deallocate()
    unsafe tokens.deallocate()
    unsafe bytes.deallocate()
  }

  /// Reads on, and voids the former batch.
  ///
  /// `false` at the end, when neither a record nor a flaw is left. ``flaw`` stands behind the records of the batch.
  func advance() -> Bool {
    flaw = nil
    isSuspect = false
    dropBatch()
    if isFresh { skipByteOrderMark() }
    while !isDone, flaw == nil, unsafe tokens.pointee.recordCount == 0 {
      if fed == filled, !sourceIsDone { fill() }
      if skipsLine { skipLine() }
      if flaw == nil, fed < filled { feed() }
      if flaw == nil, fed == filled, sourceIsDone { finish() }
    }
    return unsafe flaw != nil || tokens.pointee.recordCount > 0
  }

  /// Strict to the end, blanks kept, every line end reported.
  ///
  /// libcsv's field buffer needs no cap of its own: it holds no more than the unfinished
  /// record, and that is capped in ``feed()``.
  private func startParser() {
    let options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL
    unsafe csv_init(parser, UInt8(truncatingIfNeeded: options))
    unsafe csv_set_delim(parser, delimiter)
    unsafe csv_set_space_func(parser) { _ in 0 }
    unsafe csv_set_blk_size(parser, 4096)
  }

  /// Forgets the records that were handed out, and moves an unfinished one's fields to the front.
  private func dropBatch() {
    let first = unsafe tokens.pointee.firstField
    let pending = unsafe tokens.pointee.fieldCount - first
    if first > 0, pending > 0 {
      unsafe tokens.pointee.fields.update(
        from: tokens.pointee.fields + first,
        count: pending
      )
    }
    unsafe tokens.pointee.firstField = 0
    unsafe tokens.pointee.fieldCount = pending
    unsafe tokens.pointee.recordCount = 0
  }
}

// MARK: - Filling

extension Tokenizer {
  /// Reads a piece behind the unfinished record.
  private func fill() {
    discardFinished()
    if capacity - filled < pieceSize { grow() }
    let room = unsafe UnsafeMutableRawBufferPointer(
      start: bytes + filled,
      count: pieceSize
    )
    switch unsafe source.read(into: room) {
    case .success(let count):
      filled += count
      sourceIsDone = count == 0
    case .failure(let error):
      flaw = unsafe Flaw(
        line: tokens.pointee.line,
        reason: .unreadable(errno: error.errno),
        found: ""
      )
      isDone = true
    }
    // Behind the last byte an empty last field is looked at.
    unsafe bytes[filled] = 0
  }

  private func discardFinished() {
    let start = unsafe tokens.pointee.recordStart
    guard start > 0 else { return }
    unsafe bytes.update(from: bytes + start, count: filled - start)
    filled -= start
    fed -= start
    unsafe tokens.pointee.recordStart = 0
    unsafe tokens.pointee.position -= start
    for index in unsafe tokens.pointee.firstField..<tokens.pointee.fieldCount {
      unsafe tokens.pointee.fields[index].offset -= UInt32(start)
    }
  }

  private func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + 1)
    unsafe larger.update(from: bytes, count: filled)
    unsafe bytes.deallocate()
    unsafe bytes = unsafe larger
    unsafe tokens.pointee.bytes = unsafe larger
    capacity *= 2
  }

  /// Passes over the byte-order mark, if these are the first bytes.
  private func skipByteOrderMark() {
    isFresh = false
    while filled < 3, !sourceIsDone, flaw == nil { fill() }
    guard filled >= 3, unsafe bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    else { return }
    fed = 3
    unsafe tokens.pointee.beginRecord(at: 3)
  }
}

// MARK: - Feeding

extension Tokenizer {
  private func feed() {
    let piece = min(filled - fed, pieceSize)
    let suspect = unsafe holdsSuspectBytes(UnsafeRawBufferPointer(start: bytes + fed, count: piece))
    isSuspect = suspect || carriesSuspect
    let taken = unsafe csv_parse(
      parser,
      bytes + fed,
      piece,
      { unsafe fieldEnded($0, $1, $2) },
      { unsafe recordEnded($0, $1) },
      tokens
    )
    fed += taken
    let pending = unsafe fed - tokens.pointee.recordStart
    carriesSuspect = isSuspect && pending > 0
    if taken < piece {
      abandonRecord(because: syntaxError())
    } else if pending > limits.recordBytes {
      abandonRecord(because: .recordTooLong(limit: limits.recordBytes))
    }
  }

  private func finish() {
    isSuspect = isSuspect || carriesSuspect
    let result = unsafe csv_fini(
      parser,
      { unsafe fieldEnded($0, $1, $2) },
      { unsafe recordEnded($0, $1) },
      tokens
    )
    if result == 0 {
      isDone = true
    } else {
      abandonRecord(because: .quoteNeverClosed)
    }
  }

  /// What libcsv stopped at, told by the state that it stopped in.
  private func syntaxError() -> TableFault.Reason {
    let isInsideField: Int32 = 2
    guard unsafe csv_error(parser) == CSV_EPARSE else {
      return .fieldTooLong(limit: limits.fieldBytes)
    }
    return unsafe parser.pointee.pstate == isInsideField
      ? .quoteInsideUnquotedField : .textAfterClosingQuote
  }
}

// MARK: - Recovery

extension Tokenizer {
  private func abandonRecord(because reason: TableFault.Reason) {
    flaw = unsafe Flaw(
      line: tokens.pointee.line,
      field: tokens.pointee.fieldsFound + 1,
      reason: reason,
      found: excerpt(from: min(tokens.pointee.position, filled))
    )
    unsafe csv_free(parser)
    startParser()
    carriesSuspect = false
    unsafe tokens.pointee.fieldCount = tokens.pointee.firstField
    fed = unsafe tokens.pointee.recordStart
    skipsLine = true
    skipLine()
  }

  /// Passes over the rest of a line, as far as it is in memory.
  private func skipLine() {
    while fed < filled {
      let byte = unsafe bytes[fed]
      fed += 1
      if byte == Ascii.lineFeed || byte == Ascii.carriageReturn {
        skipsLine = false
        unsafe tokens.pointee.line += 1
        unsafe tokens.pointee.lastEnd = Int32(byte)
        break
      }
    }
    unsafe tokens.pointee.beginRecord(at: fed)
  }

  private func excerpt(from start: Int) -> String {
    let text = unsafe UnsafeBufferPointer(start: bytes + start, count: min(filled - start, 400))
    return unsafe cutExcerpt(String(decoding: text, as: UTF8.self))
  }
}

/// At most 80 characters of `text`.
func cutExcerpt(_ text: String) -> String {
  String(text.prefix(80))
}

private func fieldEnded(
  _ data: UnsafeMutableRawPointer?,
  _ length: Int,
  _ context: UnsafeMutableRawPointer?
) {
  let tokens = unsafe context?.assumingMemoryBound(to: Tokens.self)
  unsafe tokens?.pointee.endField(data, length)
}

private func recordEnded(_ end: Int32, _ context: UnsafeMutableRawPointer?) {
  let tokens = unsafe context?.assumingMemoryBound(to: Tokens.self)
  unsafe tokens?.pointee.endRecord(end)
}
