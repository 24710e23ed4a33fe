import TestKit
import Testing

@testable import Tables

@Suite struct DifferentialTests {
  /// Mostly structure, some text, some bytes that are no text.
  private static let alphabet: [[UInt8]] = [
    [34], [34], [34], [44], [44], [44], [10], [10], [13], [13, 10], [34, 34], [34, 44, 34],
    [97], [98], [32], [9], [0xC3, 0xA9], [0xF0, 0x9F, 0x99, 0x82], [10, 34], [44, 34],
    [0], [0xFF], [0xE2, 0x82],
  ]

  private static func randomBytes(_ generator: inout SplitMix64) -> [UInt8] {
    let isText = Bool.random(using: &generator)
    let letters = isText ? alphabet.dropLast(3) : alphabet[...]
    var bytes: [UInt8] = generator.next() % 8 == 0 ? [0xEF, 0xBB, 0xBF] : []
    if generator.next() % 8 != 0 { bytes += Array("x,y\n".utf8) }
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      bytes += letters.randomElement(using: &generator) ?? []
    }
    return bytes
  }

  @Test func the_door_reads_what_a_plain_parser_reads() async {
    await forEverySeed(20_000) { seed in
      var generator = SplitMix64(seed: seed)
      let bytes = Self.randomBytes(&generator)
      let pieceSize = Int.random(in: 1...24, using: &generator)
      let reader = table(bytes, pieceSize: pieceSize)
      let read = Expected(reader)
      #expect(read == Expected(Oracle(bytes)), "\(bytes) in pieces of \(pieceSize)")
    }
  }

  @Test func the_size_of_pieces_does_not_matter() async {
    await forEverySeed(200) { seed in
      var generator = SplitMix64(seed: seed)
      var bytes = Array("x,y\n".utf8)
      for _ in 0..<200 { bytes += Self.randomBytes(&generator) }
      let whole = Expected(table(bytes))
      #expect(Expected(table(bytes, pieceSize: 7)) == whole)
      #expect(Expected(table(bytes, pieceSize: 64)) == whole)
      #expect(Expected(Oracle(bytes)) == whole)
    }
  }
}

/// What is to be seen of a table, however it was read.
private struct Expected: Equatable {
  var header: [String] = []
  var lines: [Line] = []
  var faults: [Fault] = []
  var blankLines = 0

  struct Fault: Equatable {
    var line: Int
    var field: Int?
    var reason: TableFault.Reason
  }

  init(_ reader: TableReader) {
    header = reader.header
    lines = reader.lines()
    faults = reader.faults.kept
      .filter { !$0.reason.isOfNames }
      .map { Fault(line: $0.place.line, field: $0.place.field, reason: $0.reason) }
    blankLines = reader.header.isEmpty ? 0 : reader.blankLines
  }

  init(_ oracle: Oracle) {
    guard let first = oracle.items.first else {
      faults = [Fault(line: 1, reason: .noHeader)]
      return
    }
    add(first)
    guard faults.isEmpty, case .record(_, let names) = first else {
      addNoHeader(after: oracle)
      return
    }
    lines = []
    header = names.map { String(decoding: $0, as: UTF8.self) }
    for item in oracle.items.dropFirst() { add(item) }
    blankLines = oracle.blankLines
  }

  /// The header is the first record; broken ones before it are told, and it is refused.
  private mutating func addNoHeader(after oracle: Oracle) {
    var line = 1
    faults = []
    lines = []
    search: for item in oracle.items {
      switch item {
      case .broken:
        add(item)
      case .record(let first, _):
        if faults.isEmpty { add(item) }
        line = first
        break search
      }
    }
    lines = []
    faults.append(Fault(line: line, reason: .noHeader))
  }

  private mutating func add(_ item: Oracle.Item) {
    switch item {
    case .broken(let line, let field, let reason):
      faults.append(Fault(line: line, field: field, reason: reason))
    case .record(let line, let fields):
      add(line, fields)
    }
  }

  private mutating func add(_ line: Int, _ fields: [[UInt8]]) {
    if !header.isEmpty, fields.count != header.count {
      let reason = TableFault.Reason.ragged(found: fields.count, expected: header.count)
      faults.append(Fault(line: line, reason: reason))
      return
    }
    let before = faults.count
    for (index, field) in fields.enumerated() {
      if let reason = reasonAgainst(field) {
        faults.append(Fault(line: line, field: index + 1, reason: reason))
      }
    }
    guard faults.count == before else { return }
    lines.append(Line(line: line, fields: fields.map { String(decoding: $0, as: UTF8.self) }))
  }

  /// The first thing wrong with a field: a zero, or what the standard library must repair.
  private func reasonAgainst(_ field: [UInt8]) -> TableFault.Reason? {
    let text = field.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    if text.contains(where: { String(validating: $0, as: UTF8.self) == nil }) {
      let isBadBeforeZero = text.first.map { String(validating: $0, as: UTF8.self) == nil } ?? false
      return isBadBeforeZero ? .invalidUTF8 : .nulByte
    }
    return field.contains(0) ? .nulByte : nil
  }
}

extension TableFault.Reason {
  fileprivate var isOfNames: Bool {
    switch self {
    case .unnamedColumn, .duplicateColumn: true
    default: false
    }
  }
}
