import Foundation
import Testing
import Workbooks

@Suite struct WriterTests {
  private func written<Value>(
    _ draft: WorkbookDraft, _ body: ([UInt8]) throws -> Value
  ) throws -> Value {
    let path = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try draft.write(to: path)
    return try body([UInt8](Data(contentsOf: URL(filePath: path))))
  }

  private var draft: WorkbookDraft {
    var sheet = SheetDraft("prices")
    var input = CellStyle()
    (input.isUnlocked, input.fill, input.format) = (true, 0xFFF8DC, "@")
    sheet.put(.text("item"), row: 1, column: 1)
    sheet.put(.number(0.1), row: 2, column: 2, style: input)
    sheet.put(.flag(false), row: 3, column: 3)
    sheet.put(.blank, row: 4, column: 4, style: input)
    sheet.rules = [
      InputRule(
        CellRange(CellPlace(row: 2, column: 2), CellPlace(row: 9, column: 2)), .number(0...5),
        title: "price", message: "a number", refusal: "no number")
    ]
    sheet.isProtected = true
    sheet.frozenRows = 1
    sheet.widths = [10, 20]
    var hidden = SheetDraft("assay")
    hidden.isHidden = true
    hidden.put(.text("schema"), row: 1, column: 1)
    return WorkbookDraft(title: "Bid", sheets: [sheet, hidden])
  }

  @Test func what_is_written_reads_back() throws {
    try written(draft) { bytes in
      let workbook = try readWorkbook(bytes)
      #expect(workbook.sheets.map(\.name) == ["prices", "assay"])
      #expect(workbook.sheets.map(\.isHidden) == [false, true])
      #expect(
        XlsxFixture.values(of: workbook.sheet("prices")) == [
          "A1": .text("item"), "B2": .number(0.1), "C3": .flag(false),
        ])
    }
  }

  @Test func the_same_draft_gives_the_same_bytes() throws {
    let first = try written(draft) { $0 }
    let second = try written(draft) { $0 }
    #expect(first == second)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://x\")", "https://example.org",
    "{=1}", "_x0041_", "_x_x0041_x0042_", "_", "<a&b>\"'", "two\nlines",
  ])
  func text_stays_text_whatever_it_begins_with(text: String) throws {
    var sheet = SheetDraft("s")
    sheet.put(.text(text), row: 1, column: 1)
    try written(WorkbookDraft(sheets: [sheet])) { bytes in
      let cell = try readWorkbook(bytes).sheets.first?.rows.first?.cells.first
      #expect(cell == SheetCell(column: 1, value: .text(text), isFormula: false))
    }
  }

  @Test func a_text_that_no_cell_holds_and_a_folder_that_is_not_there_are_refused() throws {
    var sheet = SheetDraft("s")
    sheet.put(.text(String(repeating: "x", count: 32_768)), row: 1, column: 1)
    #expect(throws: WorkbookWritingError.self) {
      try written(WorkbookDraft(sheets: [sheet])) { _ in }
    }
    #expect(throws: WorkbookWritingError.self) {
      try WorkbookDraft(sheets: [SheetDraft("s")]).write(to: "/nowhere/at/all.xlsx")
    }
  }
}
