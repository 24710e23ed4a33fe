import Testing

@testable import Tables

@Suite struct ShapeTests {
  @Test func blanks_are_kept() {
    #expect(table("a,b\n x , \"\"\n").faults.isEmpty)
    #expect(table("a,b\n x ,\ty\t\n").fields() == [[" x ", "\ty\t"]])
    let reader = table("a,b\n\"x\" ,y\n1,2\n")
    #expect(reader.fields() == [["1", "2"]])
    #expect(reader.faults.reasons == [.textAfterClosingQuote])
  }

  @Test func a_byte_order_mark_is_passed_over_once() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(table(mark + Array("\"a\",b\n1,2\n".utf8)).header == ["a", "b"])
    #expect(table(mark + mark + Array("a\n".utf8)).header == ["\u{FEFF}a"])
    #expect(table(mark + Array("a\n1\n".utf8), pieceSize: 1).fields() == [["1"]])
  }

  @Test func line_numbers_count_every_kind_of_line_end() {
    let reader = table("a,b\r\n1,2\r\r\n\n\"x\r\ny\nz\rw\",3\n4,5")
    #expect(
      reader.lines() == [
        Line(line: 2, fields: ["1", "2"]),
        Line(line: 5, fields: ["x\r\ny\nz\rw", "3"]),
        Line(line: 9, fields: ["4", "5"]),
      ]
    )
    #expect(reader.blankLines == 2)
    #expect(reader.faults.isEmpty)
  }

  @Test func a_stray_quote_costs_one_line() {
    let reader = table("a,b\n1,\"x\n2,y\n3,\"z\"\n4,q\"q\n5,w\n6,\"open\n7,v\n")
    #expect(reader.fields() == [["2", "y"], ["3", "z"], ["5", "w"], ["7", "v"]])
    #expect(reader.faults.kept.map(\.place.line) == [2, 5, 7])
    #expect(
      reader.faults.reasons == [
        .textAfterClosingQuote, .quoteInsideUnquotedField, .quoteNeverClosed,
      ]
    )
  }

  @Test func ragged_records_are_told_and_passed_over() {
    let reader = table("a,b\n1\n1,2,3\n1,2\n,\n")
    #expect(reader.fields() == [["1", "2"], ["", ""]])
    #expect(
      reader.faults.reasons == [.ragged(found: 1, expected: 2), .ragged(found: 3, expected: 2)]
    )
  }

  @Test func zero_bytes_and_broken_text_are_told_with_their_field() {
    let reader = table(Array("a,b\n1,x".utf8) + [0] + Array("\n\u{E9}".utf8) + [0xC3, 44, 50, 10])
    #expect(reader.fields().isEmpty)
    #expect(reader.faults.reasons == [.nulByte, .invalidUTF8])
    #expect(reader.faults.kept.map(\.place.field) == [2, 1])
  }

  @Test func caps_hold() {
    let format = TableFormat(limits: TableLimits(fieldBytes: 3, fields: 4, recordBytes: 12))
    let reader = table("a,b\n1234,1\n123,123\n\"1234\n567890\n12345\",1\n2,2\n", format: format)
    #expect(reader.fields() == [["123", "123"], ["2", "2"]])
    #expect(
      reader.faults.reasons == [.fieldTooLong(limit: 3), .recordTooLong(limit: 12)]
    )
    let narrow = TableFormat(limits: TableLimits(fields: 1))
    #expect(table("a,b\n", format: narrow).faults.reasons == [.tooManyFields(limit: 1), .noHeader])
  }

  @Test func an_open_quote_in_a_large_file_is_found_within_the_cap() {
    var text = "a,b\n1,\"open\n"
    for index in 0..<40_000 { text += "\(index),some more text to fill the record\n" }
    let format = TableFormat(limits: TableLimits(recordBytes: 1 << 18))
    let reader = table(text, format: format)
    #expect(reader.lines().count == 40_000)
    #expect(reader.faults.reasons == [.recordTooLong(limit: 1 << 18)])
  }

  @Test func only_so_many_faults_are_kept() {
    let format = TableFormat(limits: TableLimits(keptFaults: 10))
    let reader = table("a,b\n" + String(repeating: "1\n", count: 100), format: format)
    reader.forEachRecord { _ in }
    #expect(reader.faults.kept.count == 10)
    #expect(reader.faults.omitted == 90)
    #expect(reader.faults.count == 100)
  }

  @Test func another_delimiter_is_taken_as_stated() {
    let format = TableFormat(delimiter: UInt8(ascii: ";"))
    #expect(table("a;b\n1,5;\"x;y\"\n", format: format).fields() == [["1,5", "x;y"]])
  }

  @Test func a_delimiter_cannot_be_a_quote() async {
    await #expect(processExitsWith: .failure) { _ = TableFormat(delimiter: 34) }
  }
}
