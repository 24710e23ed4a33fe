/// One field of the bytes in memory, without its outer quotes.
struct FieldSpan {
  var offset: UInt32
  var length: UInt32

  /// Whether doubled quotes inside still stand for single ones.
  var hasDoubledQuotes: Bool
}

/// One record, as a run of fields.
struct RecordSpan {
  /// The line on which it begins, counted from 1.
  var line: Int
  var firstField: Int

  /// The number of fields that are stored.
  var stored: Int

  /// The number of fields in the text, more than `stored` if a cap was met.
  var found: Int

  /// Its length in bytes as written.
  var bytes: Int
}

/// What libcsv's two callbacks write down about the bytes that it reads.
///
/// libcsv tells neither the place nor the line of a field. Both follow from what it does tell:
/// with blanks kept and every bare line end reported (`CSV_REPALL_NL`), a field occupies its
/// length plus, if it begins with a quote, two quotes and one more for each quote inside; and
/// one byte, a delimiter or a line end, follows. So fields need no copy: they are spans of the
/// bytes that were read.
@unsafe struct Tokens {
  var bytes: UnsafeMutablePointer<UInt8>
  var fields: UnsafeMutablePointer<FieldSpan>
  var records: UnsafeMutablePointer<RecordSpan>
  var fieldCount = 0
  var recordCount = 0

  /// Where the next field begins.
  var position = 0

  /// Where the record being read begins.
  var recordStart = 0
  var firstField = 0
  var fieldsFound = 0
  var fieldLimit: Int

  /// The line on which the record being read begins.
  var line = 1

  /// The line ends inside its quoted fields so far.
  var innerLines = 0

  /// The line end just read, to take CRLF for one.
  var lastEnd: Int32 = 0
  var blankLines = 0

  init(
    bytes: UnsafeMutablePointer<UInt8>,
    fields: UnsafeMutablePointer<FieldSpan>,
    records: UnsafeMutablePointer<RecordSpan>,
    fieldLimit: Int
  ) {
    unsafe self.bytes = unsafe bytes
    unsafe self.fields = unsafe fields
    unsafe self.records = unsafe records
    unsafe self.fieldLimit = fieldLimit
  }

  /// Notes a field, given what libcsv made of it.
  @inline(__always)
  mutating func endField(_ data: UnsafeRawPointer?, _ length: Int) {
    if unsafe bytes[position] == Ascii.quote {
      unsafe endQuotedField(data, length)
    } else {
      unsafe store(offset: position, length: length, hasDoubledQuotes: false)
      unsafe position += length + 1
    }
  }

  private mutating func endQuotedField(_ data: UnsafeRawPointer?, _ length: Int) {
    let text = unsafe UnsafeRawBufferPointer(start: data, count: length)
    var quotes = 0
    var before: UInt8 = 0
    for index in 0..<length {
      let byte = unsafe text[index]
      if byte == Ascii.quote { quotes += 1 }
      if endsLine(byte, after: before) { unsafe innerLines += 1 }
      before = byte
    }
    let written = length + quotes
    unsafe store(offset: position + 1, length: written, hasDoubledQuotes: quotes > 0)
    unsafe position += written + 3
  }

  @inline(__always)
  private mutating func store(offset: Int, length: Int, hasDoubledQuotes: Bool) {
    unsafe fieldsFound += 1
    guard unsafe fieldsFound <= fieldLimit else { return }
    unsafe fields[fieldCount] = FieldSpan(
      offset: UInt32(truncatingIfNeeded: offset),
      length: UInt32(truncatingIfNeeded: length),
      hasDoubledQuotes: hasDoubledQuotes
    )
    unsafe fieldCount += 1
  }

  /// Notes the end of a record, or of a blank line; `end` is −1 at the end of the file.
  @inline(__always)
  mutating func endRecord(_ end: Int32) {
    guard unsafe fieldsFound > 0 else {
      unsafe endBlankLine(end)
      return
    }
    unsafe records[recordCount] = unsafe RecordSpan(
      line: line,
      firstField: firstField,
      stored: fieldCount - firstField,
      found: fieldsFound,
      bytes: position - recordStart
    )
    unsafe recordCount += 1
    unsafe line += 1 + innerLines
    unsafe lastEnd = end
    unsafe beginRecord(at: position)
  }

  private mutating func endBlankLine(_ end: Int32) {
    let completesCRLF = unsafe end == 0x0A && lastEnd == 0x0D
    unsafe lastEnd = completesCRLF ? 0 : end
    unsafe beginRecord(at: position + 1)
    guard !completesCRLF else { return }
    unsafe line += 1
    unsafe blankLines += 1
  }

  mutating func beginRecord(at start: Int) {
    unsafe position = start
    unsafe recordStart = start
    unsafe firstField = fieldCount
    unsafe fieldsFound = 0
    unsafe innerLines = 0
  }
}

/// Whether `byte` ends a line that was not ended already; a CR before the LF ended it.
@inline(__always)
func endsLine(_ byte: UInt8, after before: UInt8) -> Bool {
  byte == Ascii.carriageReturn || (byte == Ascii.lineFeed && before != Ascii.carriageReturn)
}
