/// Reads the workbook in `bytes`: .xlsx (ECMA-376) or .ods (ISO/IEC 26300).
///
/// Formulas are not calculated: what the spreadsheet saved as their result counts. No file besides
/// is opened, and nothing in the workbook is run.
///
/// - Parameters:
///   - bytes: The file.
///   - limits: How much is read before the file is refused.
/// - Returns: All sheets with the cells that hold something.
/// - Throws: ``WorkbookError`` where the file cannot be read, with sheet and cell where it is one
///   of them.
public func readWorkbook(
  _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
) throws(WorkbookError) -> Workbook {
  let archive = try Archive(bytes, limits: limits)
  if archive.holds("[Content_Types].xml") {
    return try XlsxReader(archive: archive, limits: limits).read()
  }
  if archive.holds("mimetype"), archive.holds("content.xml") {
    return try OdsReader(archive: archive, limits: limits).read()
  }
  throw WorkbookError(.noWorkbook)
}

/// How many cells were read, over all sheets.
final class CellCount {
  private let limit: Int
  private var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts one more; why it is one too many, or nothing.
  func add() -> WorkbookError? {
    count += 1
    return count > limit ? WorkbookError(.tooManyCells(limit: limit)) : nil
  }
}
