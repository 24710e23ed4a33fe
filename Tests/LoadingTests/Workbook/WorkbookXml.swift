import TestKit
import Workbooks

extension Workbook {
  /// Puts a value into a cell such as `prices!D7`, or nothing.
  mutating func set(_ name: String, _ value: SheetCell.Value?, isFormula: Bool = false) {
    let parts = name.split(separator: "!")
    guard let sheet = sheets.firstIndex(where: { $0.name == parts[0] }),
      let place = CellPlace(parts[1])
    else { preconditionFailure("\(name) is a cell of a sheet") }
    let rows = sheets[sheet].rows
    let index = rows.firstIndex { $0.number >= place.row } ?? rows.count
    if index == rows.count || rows[index].number != place.row {
      sheets[sheet].rows.insert(SheetRow(number: place.row), at: index)
    }
    sheets[sheet].rows[index].cells.removeAll { $0.column == place.column }
    guard let value else { return }
    sheets[sheet].rows[index].cells.append(
      SheetCell(column: place.column, value: value, isFormula: isFormula))
    sheets[sheet].rows[index].cells.sort { $0.column < $1.column }
  }

  /// Merges cells such as `prices!C5:D6`.
  mutating func merge(_ name: String) {
    let parts = name.split(separator: "!")
    guard let sheet = sheets.firstIndex(where: { $0.name == parts[0] }),
      let range = CellRange(parts[1])
    else { preconditionFailure("\(name) is a range of a sheet") }
    sheets[sheet].merged.append(range)
  }

  /// Changes a sheet.
  mutating func change(_ name: String, _ body: (inout Sheet) -> Void) {
    guard let sheet = sheets.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("there is a sheet \(name)")
    }
    body(&sheets[sheet])
  }

  /// The bytes of an .xlsx file with these cells.
  var bytes: [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: Int, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1.name.inXml)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
    }
    let links = sheets.indices.map { relation($0 + 1, "worksheet", "sheet\($0 + 1).xml") }
    let styles = relation(sheets.count + 1, "styles", "styles.xml")
    return ZipFile(
      [
        ("[Content_Types].xml", "<Types/>"),
        (
          "_rels/.rels",
          "<Relationships>\(relation(1, "officeDocument", "xl/workbook.xml"))</Relationships>"
        ),
        (
          "xl/workbook.xml",
          "<workbook xmlns:r=\"\(office)\"><sheets>\(list.joined())</sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships>\(links.joined())\(styles)</Relationships>"
        ),
        (
          "xl/styles.xml",
          "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        ),
      ] + sheets.enumerated().map { ("xl/sheet\($0 + 1).xml", $1.xml) }
    ).bytes
  }
}

extension Sheet {
  fileprivate var xml: String {
    let rows = rows.map { row in
      let cells = row.cells.map { $0.xml(row: row.number) }.joined()
      return "<row r=\"\(row.number)\">\(cells)</row>"
    }
    let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet><sheetData>\(rows.joined())</sheetData><mergeCells>\(ranges)</mergeCells>"
      + "</worksheet>"
  }
}

extension SheetCell {
  fileprivate func xml(row: Int) -> String {
    let place = CellPlace(row: row, column: column)
    let formula = isFormula ? "<f>A1</f>" : ""
    let (kind, content) =
      switch value {
      case .text(let text) where isFormula: ("str", "<v>\(text.inXml)</v>")
      case .text(let text):
        ("inlineStr", "<is><t xml:space=\"preserve\">\(text.inXml)</t></is>")
      case .number(let number): ("n", "<v>\(number)</v>")
      case .flag(let flag): ("b", "<v>\(flag ? 1 : 0)</v>")
      case .error(let error): ("e", "<v>\(error)</v>")
      case .date(let day): ("d", "<v>\(day)</v>")
      case .uncalculated: ("n", "<f>A1</f>")
      }
    return "<c r=\"\(place)\" t=\"\(kind)\">\(formula)\(content)</c>"
  }
}

extension String {
  fileprivate var inXml: String {
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
    return text
  }
}
