import Workbooks

extension Fault {
  /// The place in a workbook, such as `bid.xlsx: prices!D7`.
  var placeInWorkbook: String {
    guard line > 0, column > 0 else {
      return "\(file): \(sheet)" + (line > 0 ? ", row \(line)" : "")
    }
    return "\(file): \(sheet)!\(CellPlace(row: line, column: column))"
  }
}
