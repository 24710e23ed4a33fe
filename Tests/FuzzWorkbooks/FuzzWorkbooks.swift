import TestKit
import Workbooks

/// Any bytes in the place of a workbook are read or refused without a crash, and within limits.
///
/// What does not begin as a zip file is the XML inside of one, which chance would hardly pack: the
/// byte 0x1E parts sheet, texts, styles and workbook of an .xlsx file. A part `ods` before it makes
/// it the content of an .ods file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbooks(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(WorkbookError) {
    let file = bytes.starts(with: "PK".utf8) ? bytes : packed(bytes)
    let workbook = try readWorkbook(file, limits: WorkbookLimits())
    let cells = workbook.sheets.flatMap(\.rows).flatMap(\.cells)
    precondition(cells.allSatisfy { $0.column > 0 }, "columns are counted from 1")
  } catch {
    precondition(!"\(error)".isEmpty, "a refusal has words")
  }
  return 0
}

private func packed(_ bytes: [UInt8]) -> [UInt8] {
  let parts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false).map(Array.init)
  var file = ZipFile()
  if parts.first == Array("ods".utf8) {
    file.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    file.add("content.xml", parts.count > 1 ? parts[1] : [])
    return file.bytes
  }
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let related = [
    ("rId1", "worksheet", "worksheets/sheet1.xml"),
    ("rId8", "sharedStrings", "sharedStrings.xml"), ("rId9", "styles", "styles.xml"),
  ].map { "<Relationship Id=\"\($0)\" Type=\"\(office)/\($1)\" Target=\"\($2)\"/>" }
  file.add("[Content_Types].xml", Array("<Types/>".utf8))
  file.add(
    "_rels/.rels",
    Array(
      """
      <Relationships><Relationship Id="rId1" Type="\(office)/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """.utf8))
  file.add(
    "xl/_rels/workbook.xml.rels",
    Array("<Relationships>\(related.joined())</Relationships>".utf8))
  let workbook = """
    <workbook xmlns:r="\(office)"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
  let names = [
    ("xl/worksheets/sheet1.xml", "<worksheet/>"), ("xl/sharedStrings.xml", "<sst/>"),
    ("xl/styles.xml", "<styleSheet/>"), ("xl/workbook.xml", workbook),
  ]
  for (place, (name, usual)) in names.enumerated() {
    let isGiven = place < parts.count && !parts[place].isEmpty
    file.add(name, isGiven ? parts[place] : Array(usual.utf8))
  }
  return file.bytes
}
