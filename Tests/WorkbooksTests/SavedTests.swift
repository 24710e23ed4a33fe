import Foundation
import Quantities
import TestKit
import Testing
import Workbooks

/// Workbooks as openpyxl and LibreOffice save them, see Tests/Fixtures/workbooks.
@Suite struct SavedTests {
  static let files = ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods"]

  private func bytes(_ file: String) throws -> [UInt8] {
    let path = Project.path("Tests/Fixtures/workbooks/\(file)")
    return try [UInt8](Data(contentsOf: URL(filePath: path)))
  }

  @Test(arguments: files)
  func what_every_program_saves_is_read_alike(file: String) throws {
    let workbook = try readWorkbook(bytes(file))
    #expect(workbook.sheets.map(\.name) == ["cells", "hidden"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    let sheet = try #require(workbook.sheet("cells"))
    let values = XlsxFixture.values(of: sheet)
    let day = try #require(CalendarDay("2027-04-01"))
    #expect(values["B2"] == .number(12.5))
    #expect(values["B3"] == .number(1_200))
    #expect(values["B4"] == .number(0.08))
    #expect(values["B6"] == .text("  blanks, \"quotes\" & <marks>\nand a second line"))
    #expect(values["B7"] == .text("Zürich – naïve £ 漢字"))
    #expect(values["B8"] == .text("=not a formula"))
    #expect(values["B9"] == .date(day))
    #expect(values["B10"] == .date(day))
    #expect(values["D20"] == .number(7))
    #expect(values["B14"] == nil)
    #expect(sheet.merged.map(\.description) == ["A14:B15"])
    #expect(sheet.row(3)?.isHidden == true)
    #expect(sheet.cell(CellPlace(row: 11, column: 2))?.isFormula == true)
  }

  // openpyxl calculates nothing; LibreOffice saves truth as a formula, in .ods with the number 1.
  @Test(
    arguments: [
      ("openpyxl.xlsx", .flag(true), .uncalculated, .uncalculated),
      ("libreoffice.xlsx", .flag(true), .number(25), .error("#DIV/0!")),
      ("libreoffice.ods", .number(1), .number(25), .error("#DIV/0!")),
    ] as [(String, SheetCell.Value, SheetCell.Value, SheetCell.Value)])
  func formulas_hold_what_the_program_calculated(
    file: String, flag: SheetCell.Value, formula: SheetCell.Value, error: SheetCell.Value
  ) throws {
    let values = XlsxFixture.values(of: try readWorkbook(bytes(file)).sheet("cells"))
    #expect(values["B5"] == flag)
    #expect(values["B11"] == formula)
    #expect(values["B12"] == error)
  }

  // A changed byte may lie where nothing is read; a cut file lacks its list.
  @Test(arguments: files)
  func a_damaged_file_is_read_or_refused_and_never_worse(file: String) async throws {
    let whole = try bytes(file)
    await forEverySeed(200) { seed in
      var random = SplitMix64(seed: seed)
      let length = Int.random(in: 0..<whole.count, using: &random)
      #expect(refusal(of: Array(whole.prefix(length))) != "read")
      for _ in 0..<3 {
        var damaged = whole
        for _ in 0...Int.random(in: 0...4, using: &random) {
          let place = Int.random(in: whole.indices, using: &random)
          damaged[place] = UInt8.random(in: .min ... .max, using: &random)
        }
        #expect(!refusal(of: damaged).isEmpty)
      }
    }
  }
}
