import Loading
import Testing
import Workbooks

/// What is said of a workbook as a whole.
@Suite struct WholeWorkbookTests {
  @Test func all_faults_are_gathered_from_all_sheets() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.set("prices!F4", .text("free"))
      workbook.set("prices!G7", .text("EURO"))
      workbook.set("answers!E5", .text("complies"))
      workbook.set("bid!B5", .flag(true))
      let faults = try place.faults(workbook.bytes)
      #expect(
        faults == [
          "bid.xlsx: answers!E5: answer: expected one of comply, partial, alternative, planned, "
            + "non_comply, found complies; did you mean comply?",
          "bid.xlsx: bid!B5: stated_total: expected a number, found true",
          "bid.xlsx: prices!F4: price: expected a number, found the text free",
          "bid.xlsx: prices!G7: currency: expected EUR, or a rate for EURO under rates in "
            + "event.yaml, found EURO; did you mean EUR?",
        ])
    }
  }

  @Test func a_file_that_is_no_workbook_is_named() throws {
    try ImportFixture().written { place in
      let whole = try place.template(of: nil)
      #expect(try place.faults(Array("item".utf8)) == ["bid.xlsx: is no .xlsx or .ods file"])
      #expect(
        try place.faults(Array(whole.prefix(whole.count / 2))) == [
          "bid.xlsx: is cut off or damaged"
        ])
    }
  }

  @Test func what_a_bidder_wrote_cannot_steer_a_terminal() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.set("prices!B4", .text("tier\u{202E}\u{85}\tx"))
      let faults = try place.faults(workbook.bytes)
      #expect(faults.count == 1)
      #expect(
        faults.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" } })
    }
  }

  @Test func a_sheet_that_is_too_long_is_not_read() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.change("totals") { sheet in
        sheet.rows += (10...20_010).map {
          SheetRow(number: $0, cells: [SheetCell(column: 1, value: .text("all"))])
        }
      }
      workbook.change("prices") { sheet in
        sheet.merged = (1...1_001).map {
          CellRange(CellPlace(row: $0, column: 1), CellPlace(row: $0, column: 2))
        }
      }
      let faults = try place.faults(workbook.bytes)
      #expect(
        faults
          == ["prices", "totals"].map {
            "bid.xlsx: \($0): this sheet has more than 20000 rows or 1000 merged ranges"
          })
    }
  }
}
