import Quantities
import TestKit
import Testing
import Workbooks

@Suite struct OdsTests {
  private static let spaces = """
    xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"
    """

  private func zip(
    _ rows: String, styles: String = "", manifest: String? = nil, attributes: String = ""
  ) -> [UInt8] {
    var parts = [
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        "<office:document-content \(Self.spaces)><office:automatic-styles>\(styles)"
          + "</office:automatic-styles><office:body><office:spreadsheet>"
          + "<table:table table:name=\"prices\" \(attributes)>\(rows)</table:table>"
          + "</office:spreadsheet></office:body></office:document-content>"
      ),
    ]
    if let manifest { parts.append(("META-INF/manifest.xml", manifest)) }
    return ZipFile(parts).bytes
  }

  private func values(_ rows: String) throws -> [String: SheetCell.Value] {
    try XlsxFixture.values(of: readWorkbook(zip(rows)).sheets.first)
  }

  @Test func cells_hold_numbers_texts_flags_dates_and_errors() throws {
    let rows = """
      <table:table-row>\
      <table:table-cell office:value-type="float" office:value="12.5"><text:p>12,50</text:p>\
      </table:table-cell>\
      <table:table-cell office:value-type="percentage" office:value="0.08"/>\
      <table:table-cell office:value-type="boolean" office:boolean-value="true"/>\
      <table:table-cell office:value-type="date" office:date-value="2027-04-01"/>\
      <table:table-cell table:formula="of:=1/0" office:value-type="string" \
      office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>\
      </table:table-cell>\
      <table:table-cell table:formula="of:=1+1"/>\
      </table:table-row>
      """
    let day = try #require(CalendarDay(year: 2027, month: 4, day: 1))
    #expect(
      try values(rows) == [
        "A1": .number(12.5), "B1": .number(0.08), "C1": .flag(true), "D1": .date(day),
        "E1": .error("#DIV/0!"), "F1": .uncalculated,
      ])
  }

  @Test func paragraphs_blanks_and_line_breaks_are_kept_and_comments_left_out() throws {
    let rows = """
      <table:table-row><table:table-cell office:value-type="string">\
      <office:annotation><text:p>a comment</text:p></office:annotation>\
      <text:p>one<text:s text:c="2"/>two <text:span>three</text:span></text:p>\
      <text:p>four<text:line-break/>five<text:tab/></text:p></table:table-cell></table:table-row>
      """
    #expect(try values(rows) == ["A1": .text("one  two three\nfour\nfive\t")])
  }

  @Test func repeated_cells_and_rows_are_as_many_and_empty_ones_cost_nothing() throws {
    let cell = "office:value-type=\"float\" office:value=\"7\""
    let rows = """
      <table:table-row table:number-rows-repeated="2">\
      <table:table-cell table:number-columns-repeated="2"/>\
      <table:table-cell table:number-columns-repeated="2" \(cell)/>\
      <table:table-cell table:number-columns-repeated="16380"/></table:table-row>\
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>
      """
    #expect(
      try values(rows) == [
        "C1": .number(7), "D1": .number(7), "C2": .number(7), "D2": .number(7),
      ])
  }

  @Test func what_is_repeated_counts_against_the_limits() {
    let cell = "office:value-type=\"float\" office:value=\"7\""
    func row(_ count: String, _ columns: String) -> [UInt8] {
      zip(
        """
        <table:table-row table:number-rows-repeated="\(count)">\
        <table:table-cell table:number-columns-repeated="\(columns)" \(cell)/></table:table-row>
        """)
    }
    var limits = WorkbookLimits()
    limits.cells = 1_000
    #expect(refusal(of: row("1048576", "1"), limits: limits) == "has more than 1000 cells")
    #expect(refusal(of: row("1", "16384"), limits: limits) == "has more than 1000 cells")
    limits.columns = 9
    #expect(
      refusal(of: row("1", "99999999999999999999"), limits: limits)
        == "prices!A1: a sheet has at most 9 columns")
    limits.rows = 9
    #expect(
      refusal(of: row("10", "1"), limits: limits) == "prices!B10: a sheet has at most 9 rows")
  }

  @Test func merged_cells_and_hidden_sheets_are_told() throws {
    let rows = """
      <table:table-row><table:table-cell table:number-columns-spanned="2" \
      table:number-rows-spanned="2"><text:p>wide</text:p></table:table-cell>\
      <table:covered-table-cell/></table:table-row>
      """
    let styles = """
      <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
      """
    let bytes = zip(rows, styles: styles, attributes: "table:style-name=\"ta2\"")
    let sheet = try #require(try readWorkbook(bytes).sheets.first)
    #expect(sheet.isHidden)
    #expect(sheet.merged.map(\.description) == ["A1:B2"])
  }

  @Test func a_password_and_a_wrong_kind_are_named() {
    let locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    #expect(refusal(of: zip("", manifest: locked)) == "has a password; save it without one")
    let text = ZipFile([("mimetype", "text"), ("content.xml", "<office><text/></office>")])
    #expect(refusal(of: text.bytes) == "is no .xlsx or .ods file")
  }
}
