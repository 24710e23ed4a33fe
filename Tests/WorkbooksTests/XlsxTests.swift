import Quantities
import TestKit
import Testing
import Workbooks

@Suite struct XlsxTests {
  @Test func cells_hold_numbers_texts_flags_and_errors() throws {
    let rows = """
      <row r="2"><c r="A2"><v>12.5</v></c><c r="B2" t="b"><v>1</v></c>\
      <c r="C2" t="e"><v>#DIV/0!</v></c><c r="D2" t="str"><f>A1</f><v>calc</v></c>\
      <c r="E2" t="inlineStr"><is><r><t>in</t></r><r><t> line</t></r></is></c>\
      <c r="F2" s="3"/><c r="G2"><v>1E-3</v></c></row>
      """
    #expect(
      try XlsxFixture(rows: rows).values() == [
        "A2": .number(12.5), "B2": .flag(true), "C2": .error("#DIV/0!"), "D2": .text("calc"),
        "E2": .text("in line"), "G2": .number(0.001),
      ])
  }

  @Test func shared_texts_are_put_together_from_their_runs() throws {
    let shared = """
      <sst><si><t>plain</t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r>\
      <rPh><t>aside</t></rPh></si><si><t>two_x000A_lines _x005F_x0041_</t></si></sst>
      """
    let rows = """
      <row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>0</v></c></row>
      """
    #expect(
      try XlsxFixture(rows: rows, shared: shared).values() == [
        "A1": .text("rich text"), "B1": .text("two\nlines _x0041_"), "C1": .text("plain"),
      ])
  }

  @Test func rows_and_cells_without_a_name_follow_the_one_before() throws {
    let rows =
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    #expect(
      try XlsxFixture(rows: rows).values() == [
        "B3": .number(1), "C3": .number(2), "A4": .number(3),
      ])
  }

  @Test func a_format_tells_a_date_from_a_number() throws {
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/>\
      <numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/>\
      <numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="General"/>\
      <numFmt numFmtId="168" formatCode="[Red]0;[Blue]d"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>\
      <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs></styleSheet>
      """
    let cells = (0...6).map { "<c s=\"\($0)\"><v>46478</v></c>" }.joined()
    let day = SheetCell.Value.date(try #require(CalendarDay(year: 2027, month: 4, day: 1)))
    let number = SheetCell.Value.number(46_478)
    let values = try XlsxFixture(rows: "<row>\(cells)</row>", styles: styles).values()
    #expect(
      values == [
        "A1": number, "B1": day, "C1": day, "D1": number, "E1": number, "F1": number, "G1": number,
      ])
  }

  @Test func dates_may_be_counted_from_1904() throws {
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    let fixture = XlsxFixture(rows: "<row><c s=\"0\"><v>45016</v></c></row>", styles: styles)
      .writing(
        "xl/workbook.xml",
        XlsxFixture.workbook(sheets: ["prices"], properties: "<workbookPr date1904=\"1\"/>"))
    let day = try #require(CalendarDay(year: 2027, month: 4, day: 1))
    #expect(try fixture.values() == ["A1": .date(day)])
  }

  @Test func a_formula_without_a_result_is_not_calculated() throws {
    let rows = """
      <row><c><f>1+1</f></c><c><f>1+1</f><v></v></c><c t="str"><f>""</f><v></v></c>\
      <c><f>1+1</f><v>2</v></c><c t="b"><f>TRUE()</f><v>1</v></c></row>
      """
    let sheet = try readWorkbook(XlsxFixture(rows: rows).bytes).sheets.first
    #expect(
      XlsxFixture.values(of: sheet) == [
        "A1": .uncalculated, "B1": .uncalculated, "D1": .number(2), "E1": .flag(true),
      ])
    #expect(sheet?.rows.first?.cells.allSatisfy(\.isFormula) == true)
  }

  @Test func targets_may_begin_at_the_root_and_names_may_have_prefixes() throws {
    let fixture = XlsxFixture()
      .writing(
        "xl/_rels/workbook.xml.rels",
        XlsxFixture.relations([("rId1", "worksheet", "/xl/worksheets/sheet1.xml")])
      )
      .writing(
        "xl/worksheets/sheet1.xml",
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c>"
          + "</x:row></x:sheetData></x:worksheet>")
    #expect(try fixture.values() == ["A1": .number(7)])
  }

  @Test func hidden_rows_and_sheets_are_kept_and_merged_cells_are_told() throws {
    let fixture = XlsxFixture(
      rows: "<row r=\"2\" hidden=\"1\"><c><v>7</v></c></row>",
      after: "<mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>"
    ).writing(
      "xl/workbook.xml",
      XlsxFixture.workbook(sheets: ["prices"])
        .replacing("sheetId=\"1\"", with: "sheetId=\"1\" state=\"veryHidden\""))
    let sheet = try #require(try readWorkbook(fixture.bytes).sheet("prices"))
    #expect(sheet.isHidden)
    #expect(sheet.rows.map(\.isHidden) == [true])
    #expect(sheet.merged.map(\.description) == ["B2:C3"])
    #expect(sheet.cell(CellPlace(row: 2, column: 1))?.value == .number(7))
    #expect(sheet.cell(CellPlace(row: 2, column: 2)) == nil)
    #expect(sheet.row(3) == nil)
  }
}

extension String {
  /// The text with the first `old` replaced.
  func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
