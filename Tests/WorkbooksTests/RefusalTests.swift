import TestKit
import Testing
import Workbooks

/// Files that are refused, each with what is said of it.
@Suite struct RefusalTests {
  private func row(_ xml: String) -> [UInt8] { XlsxFixture(rows: xml).bytes }

  private func limits(_ change: (inout WorkbookLimits) -> Void) -> WorkbookLimits {
    var limits = WorkbookLimits()
    change(&limits)
    return limits
  }

  @Test func what_is_no_workbook_is_named() {
    #expect(refusal(of: []) == "is no .xlsx or .ods file")
    #expect(refusal(of: Array("item,price\n".utf8)) == "is no .xlsx or .ods file")
    #expect(
      refusal(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])
        == "is an old .xls file or has a password; save it as .xlsx without one")
    #expect(refusal(of: ZipFile([("word.xml", "")]).bytes) == "is no .xlsx or .ods file")
  }

  @Test func a_file_that_is_cut_off_is_damaged() {
    let whole = XlsxFixture(rows: "<row><c><v>1</v></c></row>").bytes
    for length in [4, 100, whole.count / 2, whole.count - 30] {
      #expect(refusal(of: Array(whole.prefix(length))) == "is cut off or damaged")
    }
  }

  @Test func a_wrong_checksum_is_found() {
    var zip = ZipFile(XlsxFixture().without("xl/styles.xml").parts)
    zip.add("xl/styles.xml", Array("<styleSheet/>".utf8), checksum: 7)
    #expect(refusal(of: zip.bytes) == "is damaged in xl/styles.xml")
  }

  @Test func a_file_inside_with_a_password_is_named() {
    var zip = ZipFile(XlsxFixture().without("xl/styles.xml").parts)
    zip.add("xl/styles.xml", Array("<styleSheet/>".utf8), isLocked: true)
    #expect(refusal(of: zip.bytes) == "has a password; save it without one")
  }

  @Test func a_file_that_unfolds_too_far_is_stopped() {
    // 258 × 200,000 bytes out of 325,002: 158 times the size, 49 MiB.
    let bomb = ZipFile.bomb(of: 0x20, runs: 200_000)
    var zip = ZipFile(XlsxFixture().without("xl/styles.xml").parts)
    zip.add("xl/styles.xml", bomb.packed, unpacked: bomb.unpacked)
    #expect(
      refusal(of: zip.bytes, limits: limits { $0.ratio = 100 })
        == "unfolds to more than 100 times its size in xl/styles.xml")
    #expect(
      refusal(of: zip.bytes, limits: limits { $0.unpackedBytes = 1 << 20 })
        == "unfolds to more than 1048576 bytes")
  }

  @Test func a_small_file_may_pack_well() {
    let bomb = ZipFile.bomb(of: 0x20, runs: 1_000)
    var zip = ZipFile(XlsxFixture().without("xl/styles.xml").parts)
    zip.add("xl/styles.xml", bomb.packed, unpacked: bomb.unpacked)
    let words = refusal(of: zip.bytes, limits: limits { $0.ratio = 2 })
    #expect(words == "is damaged in xl/styles.xml")  // its checksum was not stated
  }

  @Test func sizes_and_counts_have_limits() {
    let bytes = row("<row><c><v>1</v></c><c><v>2</v></c></row>")
    #expect(
      refusal(of: bytes, limits: limits { $0.fileBytes = 64 }) == "has more than 64 bytes")
    #expect(
      refusal(of: bytes, limits: limits { $0.entries = 3 }) == "holds more than 3 files")
    #expect(refusal(of: bytes, limits: limits { $0.cells = 1 }) == "has more than 1 cells")
    #expect(refusal(of: bytes, limits: limits { $0.sheets = 0 }) == "has more than 0 sheets")
    #expect(
      refusal(of: bytes, limits: limits { $0.depth = 3 })
        == "has more than 3 levels of elements in xl/worksheets/sheet1.xml")
  }

  @Test func texts_have_limits() {
    let shared = "<sst><si><t>long</t></si><si><t>b</t></si></sst>"
    let bytes = XlsxFixture(
      rows: "<row r=\"5\"><c r=\"D5\" t=\"inlineStr\"><is><t>text</t></is></c></row>"
    ).bytes
    #expect(
      refusal(of: bytes, limits: limits { $0.textBytes = 3 })
        == "prices!D5: the text has more than 3 bytes")
    #expect(
      refusal(of: XlsxFixture(shared: shared).bytes, limits: limits { $0.textBytes = 3 })
        == "the text has more than 3 bytes")
    #expect(
      refusal(of: XlsxFixture(shared: shared).bytes, limits: limits { $0.sharedTexts = 1 })
        == "has more than 1 shared texts")
  }

  @Test func a_document_type_is_refused_before_its_entities_are() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst>&b;</sst>"
    #expect(
      refusal(of: XlsxFixture(shared: bomb).bytes)
        == "declares a document type in xl/sharedStrings.xml, which is not read")
    let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><sst/>"
    #expect(
      refusal(of: XlsxFixture(shared: outside).bytes)
        == "declares a document type in xl/sharedStrings.xml, which is not read")
  }

  @Test func broken_xml_is_named_with_its_place() {
    #expect(
      refusal(of: XlsxFixture(shared: "<sst>\n<si></sst>").bytes)
        == "is no XML in xl/sharedStrings.xml, line 2, column 7: mismatched tag")
    #expect(
      refusal(of: XlsxFixture(shared: "<sst><si>").bytes)
        == "is no XML in xl/sharedStrings.xml, line 1, column 10: no element found")
  }

  @Test func missing_and_repeated_parts_are_named() {
    #expect(refusal(of: XlsxFixture().without("_rels/.rels").bytes) == "lacks _rels/.rels")
    #expect(
      refusal(of: XlsxFixture().without("xl/worksheets/sheet1.xml").bytes)
        == "lacks xl/worksheets/sheet1.xml")
    var twice = ZipFile(XlsxFixture().parts)
    twice.add("XL/styles.xml", [])
    #expect(refusal(of: twice.bytes) == "holds XL/styles.xml twice")
    let sheets = XlsxFixture.workbook(sheets: ["prices", "prices"])
      .replacing("r:id=\"rId2\"", with: "r:id=\"rId1\"")
    #expect(
      refusal(of: XlsxFixture().writing("xl/workbook.xml", sheets).bytes)
        == "prices: two sheets have this name")
    let elsewhere = XlsxFixture.relations([("rId1", "worksheet", "http://example.org/sheet")])
      .replacing("Target=", with: "TargetMode=\"External\" Target=")
    #expect(
      refusal(of: XlsxFixture().writing("xl/_rels/workbook.xml.rels", elsewhere).bytes)
        == "prices: the sheet lies in another file")
  }

  @Test func cells_that_cannot_be_are_named() {
    #expect(
      refusal(of: row("<row r=\"1048577\"><c><v>1</v></c></row>"))
        == "prices!row 1048577: a sheet has at most 1048576 rows")
    #expect(
      refusal(of: row("<row r=\"99999999999999999999\"/>"))
        == "prices: 99999999999999999999 is no cell")
    #expect(
      refusal(of: row("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"))
        == "prices!XFE1: a sheet has at most 16384 columns")
    #expect(
      refusal(of: row("<row r=\"2\"><c r=\"A3\"/></row>")) == "prices: A3 is no cell")
    #expect(
      refusal(of: row("<row r=\"3\"/><row r=\"3\"/>"))
        == "prices!row 3: rows and cells do not stand in their order")
    #expect(
      refusal(of: row("<row r=\"3\"><c r=\"B3\"/><c r=\"A3\"/></row>"))
        == "prices!A3: rows and cells do not stand in their order")
    #expect(
      refusal(of: row("<row><c t=\"s\"><v>5</v></c></row>"))
        == "prices!A1: there is no shared text 5")
    #expect(
      refusal(of: row("<row><c><v>1,5</v></c></row>"))
        == "prices!A1: the number is written 1,5")
    #expect(
      refusal(of: row("<row><c><v>1e999</v></c></row>"))
        == "prices!A1: the number is written 1e999")
    #expect(
      refusal(of: row("<row><c t=\"z\"><v>1</v></c></row>"))
        == "prices!A1: z is no known kind of cell")
    let merged = XlsxFixture(after: "<mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>")
    #expect(refusal(of: merged.bytes) == "prices: B2:A1 is no cell")
  }
}
