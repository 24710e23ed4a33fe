/// One record of a table, valid while it is lent.
///
/// A field is read by its ``Column``, or by its position counted from 0. A method that returns
/// an optional has reported a fault, with its place, when it returns `nil` for a field that is
/// there; for a column that the header lacks it returns `nil` in silence, because the header
/// was reported. To gather all faults of a record, read all its fields before testing any.
@safe
public struct Record: ~Copyable {
  /// The line on which the record begins, counted from 1.
  public let line: Int

  /// The number of fields.
  public let count: Int

  let reader: TableReader
  private let fields: UnsafePointer<FieldSpan>
  private let bytes: UnsafePointer<UInt8>
  private let found: Int
  private let length: Int
  private let faultsBefore: Int

  init(reader: TableReader, span: RecordSpan) {
    self.reader = reader
    line = span.line
    count = span.stored
    found = span.found
    length = span.bytes
    faultsBefore = reader.faults.count
    let tokens = unsafe reader.tokenizer.tokens
    unsafe fields = unsafe UnsafePointer(tokens.pointee.fields + span.firstField)
    unsafe bytes = unsafe UnsafePointer(tokens.pointee.bytes)
  }

  /// Whether no fault of this record was reported so far.
  public var isSound: Bool { reader.faults.count == faultsBefore }

  /// Where a field stands.
  public func place(of column: Column) -> Place {
    var place = reader.place(line: line, index: column.index)
    place.column = column.name
    return place
  }

  /// Where a field stands, by its position.
  public func place(at index: Int) -> Place {
    reader.place(line: line, index: index)
  }

  /// Reports that a rule of the caller's refuses a field.
  public func reject(_ column: Column, rule: String) {
    var text = ""
    if let index = column.index { text = self.text(at: index) }
    let reason = TableFault.Reason.rejected(rule: rule)
    reader.report(TableFault(place: place(of: column), reason: reason, found: cutExcerpt(text)))
  }

  func report(_ reason: TableFault.Reason, at index: Int) {
    let found = cutExcerpt(text(at: index))
    reader.report(TableFault(place: place(at: index), reason: reason, found: found))
  }

  /// The bytes of a field, without outer quotes, before doubled quotes are undone.
  @inline(__always)
  func written(at index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "a field lies within its record")
    let field = unsafe fields[index]
    return unsafe UnsafeBufferPointer(start: bytes + Int(field.offset), count: Int(field.length))
  }

  func hasDoubledQuotes(at index: Int) -> Bool {
    unsafe fields[index].hasDoubledQuotes
  }
}

// MARK: - Checks before a record is lent

extension Record {
  func isReadable() -> Bool {
    guard found == reader.header.count else {
      report(.ragged(found: found, expected: reader.header.count))
      return false
    }
    return isText()
  }

  /// Whether caps hold and all fields are text; reports otherwise.
  func isText() -> Bool {
    let limits = reader.format.limits
    if found > count {
      report(.tooManyFields(limit: limits.fields))
    } else if length > limits.recordBytes {
      report(.recordTooLong(limit: limits.recordBytes))
    } else if length > limits.fieldBytes || reader.tokenizer.isSuspect {
      reportBadFields(limit: limits.fieldBytes)
    }
    return isSound
  }

  private func reportBadFields(limit: Int) {
    for index in 0..<count {
      let field = unsafe written(at: index)
      if field.count > limit {
        report(.fieldTooLong(limit: limit), at: index)
      } else if let flaw = unsafe textFlaw(field) {
        report(flaw, at: index)
      }
    }
  }

  private func report(_ reason: TableFault.Reason) {
    let found = count == 0 ? "" : cutExcerpt(text(at: 0))
    let place = reader.place(line: line, index: nil)
    reader.report(TableFault(place: place, reason: reason, found: found))
  }
}
