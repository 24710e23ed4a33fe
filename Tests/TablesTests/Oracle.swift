import Tables

/// A plain parser over a whole array, to compare the door with: one byte after another, by the
/// rules as the documentation of ``TableReader`` states them.
struct Oracle {
  enum Item: Hashable {
    case record(line: Int, fields: [[UInt8]])
    case broken(line: Int, field: Int, TableFault.Reason)
  }

  private(set) var items: [Item] = []
  private(set) var blankLines = 0
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count {
      if takeLineEnd() {
        blankLines += 1
      } else {
        takeRecord()
      }
    }
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func takeLineEnd() -> Bool {
    guard byte == 13 || byte == 10 else { return false }
    let isCR = byte == 13
    position += 1
    if isCR, byte == 10 { position += 1 }
    line += 1
    return true
  }

  private mutating func takeRecord() {
    let (start, first) = (position, line)
    var fields: [[UInt8]] = []
    while true {
      do throws(Broken) {
        fields.append(try byte == 34 ? takeQuoted() : takeBare())
      } catch {
        items.append(.broken(line: first, field: fields.count + 1, error.reason))
        restart(after: start, line: first)
        return
      }
      if byte != 44 { break }
      position += 1
    }
    items.append(.record(line: first, fields: fields))
    _ = takeLineEnd()
  }

  private mutating func takeQuoted() throws(Broken) -> [UInt8] {
    var field: [UInt8] = []
    position += 1
    while let next = byte {
      if next == 34 {
        position += 1
        if byte != 34 {
          guard byte == nil || byte == 44 || byte == 10 || byte == 13 else {
            throw Broken(reason: .textAfterClosingQuote)
          }
          return field
        }
      } else if takeLineEnd() {
        field += bytes[position - 1] == 10 && bytes[position - 2] == 13 ? [13, 10] : [next]
        continue
      }
      field.append(next)
      position += 1
    }
    throw Broken(reason: .quoteNeverClosed)
  }

  private mutating func takeBare() throws(Broken) -> [UInt8] {
    var field: [UInt8] = []
    while let next = byte, next != 44, next != 10, next != 13 {
      if next == 34 { throw Broken(reason: .quoteInsideUnquotedField) }
      field.append(next)
      position += 1
    }
    return field
  }

  private mutating func restart(after start: Int, line first: Int) {
    (position, line) = (start, first)
    while position < bytes.count, !takeLineEnd() {
      position += 1
    }
  }

  struct Broken: Error {
    var reason: TableFault.Reason
  }
}
