import CXlsxWriter
import Glibc

/// Why a workbook could not be written.
public struct WorkbookWritingError: Error, Hashable, Sendable {
  /// What the library said.
  public var problem: String
}

extension WorkbookDraft {
  /// Writes the workbook as .xlsx to the file at `path`, over whatever is there.
  ///
  /// The same draft gives the same bytes: it is dated the first of January 1980, the first day that a
  /// zip file knows.
  ///
  /// - Throws: ``WorkbookWritingError`` where the file cannot be written, or a text is longer than a
  ///   cell can hold.
  public func write(to path: String) throws(WorkbookWritingError) {
    // The library would complain of a file that it cannot make on standard error.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw WorkbookWritingError(problem: unsafe String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    let file = try WorkbookFile(path: path)
    file.describe(title)
    for sheet in sheets { try file.add(sheet) }
    try file.close()
  }
}

/// The one door to libxlsxwriter.
@safe final class WorkbookFile {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var isClosed = false

  init(path: String) throws(WorkbookWritingError) {
    guard let workbook = unsafe workbook_new(path) else {
      throw WorkbookWritingError(problem: "no memory")
    }
    unsafe self.workbook = unsafe workbook
  }

  deinit {
    if !isClosed { unsafe lxw_workbook_free(workbook) }
  }

  func close() throws(WorkbookWritingError) {
    isClosed = true
    try check(unsafe workbook_close(workbook))
  }

  /// Sets the title and the fixed day.
  func describe(_ title: String) {
    let texts = CTexts()
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = unsafe texts.copy(title)
    unsafe properties.created = Self.firstDay
    unsafe workbook_set_properties(workbook, &properties)
    withExtendedLifetime(texts) {}
  }

  /// 1 January 1980 in seconds since 1970: 10 years, two of them leap years.
  private static let firstDay = 3_652 * 86_400

  func check(_ error: lxw_error) throws(WorkbookWritingError) {
    guard error != LXW_NO_ERROR else { return }
    let words = unsafe lxw_strerror(error).map { unsafe String(cString: $0) }
    throw WorkbookWritingError(problem: words ?? "error \(error.rawValue)")
  }

  /// The format of a style, made once.
  private func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else { return nil }
    unsafe formats[style] = unsafe format
    unsafe format_set_font_name(format, "Calibri")
    unsafe format_set_font_size(format, style.size)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.isBold { unsafe format_set_bold(format) }
    if style.isItalic { unsafe format_set_italic(format) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if style.isUnlocked { unsafe format_set_unlocked(format) }
    if let color = style.color { unsafe format_set_font_color(format, color) }
    if let fill = style.fill {
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_bg_color(format, fill)
    }
    if let border = style.border {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, border)
    }
    if let code = style.format { unsafe format_set_num_format(format, code) }
    return unsafe format
  }

  /// Adds a sheet with all that is in it.
  func add(_ draft: SheetDraft) throws(WorkbookWritingError) {
    guard let sheet = unsafe workbook_add_worksheet(workbook, draft.name) else {
      throw WorkbookWritingError(problem: "a sheet cannot be named \(draft.name)")
    }
    for (index, width) in draft.widths.enumerated() {
      let column = UInt16(clamping: index)
      try check(unsafe worksheet_set_column(sheet, column, column, width, nil))
    }
    for (row, height) in draft.heights.sorted(by: { $0.key < $1.key }) {
      try check(unsafe worksheet_set_row(sheet, UInt32(clamping: row - 1), height, nil))
    }
    for cell in draft.cells { try unsafe put(cell, on: sheet) }
    for rule in draft.rules { try unsafe apply(rule, to: sheet) }
    unsafe arrange(sheet, as: draft)
  }

  private func arrange(_ sheet: UnsafeMutablePointer<lxw_worksheet>, as draft: SheetDraft) {
    if draft.isHidden { unsafe worksheet_hide(sheet) }
    if let color = draft.tabColor { unsafe worksheet_set_tab_color(sheet, color) }
    if draft.frozenRows + draft.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(
        sheet, UInt32(clamping: draft.frozenRows), UInt16(clamping: draft.frozenColumns))
    }
    if draft.frozenRows > 0 {
      unsafe worksheet_repeat_rows(sheet, 0, UInt32(clamping: draft.frozenRows - 1))
    }
    if draft.isLandscape { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_set_paper(sheet, 9)  // A4
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if draft.isProtected {
      var allowed = lxw_protection()
      allowed.format_columns = 1
      allowed.format_rows = 1
      allowed.sort = 1
      unsafe worksheet_protect(sheet, nil, &allowed)
    }
  }

  private static let longestText = 32_767

  private func put(
    _ cell: CellDraft, on sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookWritingError) {
    let row = UInt32(clamping: cell.place.row - 1)
    let column = UInt16(clamping: cell.place.column - 1)
    let format = unsafe format(cell.style)
    switch cell.value {
    case .blank: try check(unsafe worksheet_write_blank(sheet, row, column, format))
    case .text(""): try check(unsafe worksheet_write_blank(sheet, row, column, format))
    case .text(let text):
      guard text.unicodeScalars.count <= Self.longestText else {
        throw WorkbookWritingError(
          problem: "a cell holds \(Self.longestText) letters, \(cell.place) would have more")
      }
      try check(unsafe worksheet_write_string(sheet, row, column, escaped(text), format))
    case .number(let number):
      precondition(number.isFinite, "a sheet holds finite numbers only")
      try check(unsafe worksheet_write_number(sheet, row, column, number, format))
    case .flag(let flag):
      try check(unsafe worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, format))
    }
  }

  private func apply(
    _ rule: InputRule, to sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookWritingError) {
    let texts = CTexts()
    var validation = unsafe lxw_data_validation()
    unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    let type = rule.isOpen ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP
    unsafe validation.error_type = UInt8(type.rawValue)
    unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch rule.kind {
    case .anything: unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .listed(let name, let range):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
      unsafe validation.value_formula = unsafe texts.copy("=\(name)!\(absolute(range))")
    case .number(let bounds):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe validation.minimum_number = bounds.lowerBound
      unsafe validation.maximum_number = bounds.upperBound
    case .whole(let bounds):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      unsafe validation.minimum_number = Double(bounds.lowerBound)
      unsafe validation.maximum_number = Double(bounds.upperBound)
    }
    unsafe validation.input_title = unsafe texts.copy(rule.title)
    unsafe validation.input_message = unsafe texts.copy(rule.message)
    unsafe validation.error_message = unsafe texts.copy(rule.refusal)
    let (first, last) = (rule.range.first, rule.range.last)
    try check(
      unsafe worksheet_data_validation_range(
        sheet, UInt32(clamping: first.row - 1), UInt16(clamping: first.column - 1),
        UInt32(clamping: last.row - 1), UInt16(clamping: last.column - 1), &validation))
    withExtendedLifetime(texts) {}
  }

  private func absolute(_ range: CellRange) -> String {
    [range.first, range.last]
      .map { "$\(CellPlace.letters(of: $0.column))$\($0.row)" }.joined(separator: ":")
  }
}

/// `text` with the underscore escaped of what would be read as an escaped character, as `_x0041_`.
private func escaped(_ text: String) -> String {
  guard text.utf8.contains(0x5F), unescaped(text) != text else { return text }
  var result = ""
  for place in text.indices {
    let isEscape = text[place] == "_" && unescaped(String(text[place...].prefix(7))).count == 1
    result += isEscape ? "_x005F_" : String(text[place])
  }
  return result
}

/// Copies of texts for C, as long as it lives; nothing for an empty text.
@safe private final class CTexts {
  private var copies: [UnsafeMutablePointer<CChar>] = unsafe []

  func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty else { return nil }
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { unsafe copy[index] = byte }
    unsafe copies.append(copy)
    return unsafe copy
  }

  deinit {
    while let last = unsafe copies.popLast() { unsafe last.deallocate() }
  }
}
