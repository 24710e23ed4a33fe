import TestKit
import Workbooks

/// The parts of a small .xlsx file, which a test changes before they are read.
struct XlsxFixture {
  var parts: [(name: String, text: String)]

  /// A workbook with one sheet `prices` that holds `rows`, the XML inside `sheetData`.
  init(rows: String = "", after: String = "", shared: String? = nil, styles: String? = nil) {
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", Self.workbook(sheets: ["prices"])),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relations([
          ("rId1", "worksheet", "worksheets/sheet1.xml"),
          ("rId8", "sharedStrings", "sharedStrings.xml"), ("rId9", "styles", "styles.xml"),
        ])
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
      ),
      ("xl/sharedStrings.xml", shared ?? "<sst/>"),
      ("xl/styles.xml", styles ?? "<styleSheet/>"),
    ]
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func workbook(sheets: [String], properties: String = "") -> String {
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
    }
    return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)"
      + "<sheets>\(list.joined())</sheets></workbook>"
  }

  static func relations(_ all: [(id: String, type: String, target: String)]) -> String {
    let list = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships>\(list.joined())</Relationships>"
  }

  /// The same with one part written anew.
  func writing(_ name: String, _ text: String) -> XlsxFixture {
    var copy = self
    copy.parts.removeAll { $0.name == name }
    copy.parts.append((name, text))
    return copy
  }

  /// The same without one part.
  func without(_ name: String) -> XlsxFixture {
    var copy = self
    copy.parts.removeAll { $0.name == name }
    return copy
  }

  var bytes: [UInt8] { ZipFile(parts).bytes }

  /// The values of the first sheet by the names of their cells.
  func values(limits: WorkbookLimits = WorkbookLimits()) throws -> [String: SheetCell.Value] {
    try Self.values(of: readWorkbook(bytes, limits: limits).sheets.first)
  }

  static func values(of sheet: Sheet?) -> [String: SheetCell.Value] {
    var values: [String: SheetCell.Value] = [:]
    for row in sheet?.rows ?? [] {
      for cell in row.cells {
        values["\(CellPlace(row: row.number, column: cell.column))"] = cell.value
      }
    }
    return values
  }
}

/// What is said of a file that is refused, with its sheet and cell.
func refusal(
  of bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
) -> String {
  do {
    _ = try readWorkbook(bytes, limits: limits)
    return "read"
  } catch {
    let place = [error.sheet, error.cell].compactMap(\.self).joined(separator: "!")
    return (place.isEmpty ? "" : place + ": ") + error.reason.words
  }
}
