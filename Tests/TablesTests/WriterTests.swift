import TestKit
import Testing

@testable import Tables

@Suite struct WriterTests {
  private func written(_ cells: [Cell], spreadsheetSafe: Bool = false) -> String {
    var writer = TableWriter(
      columns: cells.indices.map { "c\($0)" },
      spreadsheetSafe: spreadsheetSafe
    )
    _ = writer.takeText()
    writer.write(cells)
    return writer.takeText()
  }

  @Test func cells_are_quoted_only_where_needed() {
    #expect(
      written(["a b", "a,b", "say \"no\"", "x\ny", "", .empty, 3, 0.1, .flag(true)])
        == "a b,\"a,b\",\"say \"\"no\"\"\",\"x\ny\",,,3,0.1,true\n"
    )
    #expect(written([" a", "\r\n"]) == "\" a\",\"\r\n\"\n")
  }

  @Test func an_empty_only_field_is_no_blank_line() {
    #expect(written([.empty]) == "\"\"\n")
  }

  @Test func spreadsheets_see_no_formula() {
    let cells: [Cell] = ["=1+1", "+a", "-a", "@a", "\ta", "\ra", .integer(-1), .number(-0.5)]
    #expect(
      written(cells, spreadsheetSafe: true)
        == "'=1+1,'+a,'-a,'@a,'\ta,\"'\ra\",-1,-0.5\n"
    )
    #expect(
      written([.figure("-12.50"), .figure("-5%"), .figure("-A1")], spreadsheetSafe: true)
        == "-12.50,-5%,'-A1\n"
    )
  }

  @Test func whatever_is_written_reads_back() async {
    let pieces = ["\"", ",", "\n", "\r", "\r\n", " ", "é", "=", "a", "🙂", "e\u{301}", "\u{FEFF}"]
    await forEverySeed(3_000) { seed in
      var generator = SplitMix64(seed: seed)
      let width = Int.random(in: 1...4, using: &generator)
      let lineEnd: TableWriter.LineEnd =
        Bool.random(using: &generator) ? .lineFeed : .carriageReturnLineFeed
      var rows: [[String]] = []
      for _ in 0..<5 {
        rows.append(
          (0..<width).map { _ in
            (0..<Int.random(in: 0...5, using: &generator))
              .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
          }
        )
      }
      var writer = TableWriter(columns: rows[0], lineEnd: lineEnd)
      for row in rows.dropFirst() { writer.write(row.map { .text($0) }) }
      let reader = table(Array(writer.takeText().utf8), pieceSize: 5)
      #expect(reader.header.map { Array($0.utf8) } == rows[0].map { Array($0.utf8) })
      let read = reader.fields().map { $0.map { Array($0.utf8) } }
      #expect(read == rows.dropFirst().map { $0.map { Array($0.utf8) } })
    }
  }

  @Test func numbers_read_back_in_every_format() async {
    let format = TableFormat(delimiter: UInt8(ascii: ";"), decimalMark: .comma)
    await forEverySeed(2_000) { seed in
      var generator = SplitMix64(seed: seed)
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { return }
      for format in [TableFormat(), format, TableFormat(decimalMark: .comma)] {
        var writer = TableWriter(columns: ["a", "b"], format: format)
        writer.write([.number(number), 1])
        let reader = table(writer.takeText(), format: format)
        let column = reader.column("a")
        #expect(reader.load { $0.number(column) }.value == [number])
      }
    }
  }

  @Test func an_infinite_number_is_not_written() async {
    await #expect(processExitsWith: .failure) {
      var writer = TableWriter(columns: ["a"])
      writer.write([.number(.infinity)])
    }
  }
}
