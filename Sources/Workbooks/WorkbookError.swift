/// Why a file cannot be read as a workbook: facts only.
public struct WorkbookError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    // The file
    /// It is neither an .xlsx nor an .ods file.
    case noWorkbook
    /// It is an old .xls file, or an .xlsx file with a password.
    case oldOrLocked
    /// It is protected by a password.
    case locked
    /// It has more than so many bytes.
    case tooManyBytes(limit: Int)
    /// It is cut off or damaged, as a whole or in this file inside it.
    case damaged(entry: String)
    /// It holds more than so many files.
    case tooManyEntries(limit: Int)
    /// It holds two files of this name.
    case repeatedEntry(String)
    /// It unfolds to more than so many bytes.
    case tooMuchInside(limit: Int)
    /// One of its files unfolds to more than so many times its size.
    case packedTooTightly(entry: String, limit: Int)
    /// This file inside it is missing.
    case missingEntry(String)

    // The files inside
    /// This file inside is no XML, with the parser's words.
    case noXml(entry: String, line: Int, column: Int, problem: String)
    /// This file inside declares a document type, which could declare entities.
    case documentType(entry: String)
    /// Elements of this file inside are nested deeper than so many levels.
    case tooDeep(entry: String, limit: Int)
    /// There are more than so many sheets.
    case tooManySheets(limit: Int)
    /// There are more than so many cells.
    case tooManyCells(limit: Int)
    /// There are more than so many shared texts.
    case tooManyTexts(limit: Int)
    /// Two sheets have this name.
    case repeatedSheet
    /// The sheet lies in another file.
    case sheetElsewhere

    // The cells
    /// This is not the name of a cell.
    case noPlace(String)
    /// Sheets have no more rows than `limit`.
    case rowOutside(limit: Int)
    /// Sheets have no more columns than `limit`.
    case columnOutside(limit: Int)
    /// Rows or cells do not stand in their order, or the same one stands there twice.
    case outOfOrder
    /// The text has more than so many bytes.
    case tooLong(limit: Int)
    /// This is not a number.
    case noNumber(String)
    /// The cell refers to a shared text that is not there.
    case noSharedText(String)
    /// This is no kind of cell that is known.
    case unknownKind(String)
  }

  /// The sheet that is at fault, or nothing where it is the file.
  public var sheet: String?

  /// The cell that is at fault, such as `D7`, a row's number, or nothing where it is the whole sheet.
  public var cell: String?

  /// What is wrong.
  public var reason: Reason

  /// Creates an error.
  public init(_ reason: Reason, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }
}

extension WorkbookError.Reason {
  /// What is wrong, in words that name no place.
  public var words: String { fileWords ?? insideWords ?? cellWords }

  private var fileWords: String? {
    switch self {
    case .noWorkbook: "is no .xlsx or .ods file"
    case .oldOrLocked: "is an old .xls file or has a password; save it as .xlsx without one"
    case .locked: "has a password; save it without one"
    case .tooManyBytes(let limit): "has more than \(limit) bytes"
    case .damaged(""): "is cut off or damaged"
    case .damaged(let entry): "is damaged in \(entry)"
    case .tooManyEntries(let limit): "holds more than \(limit) files"
    case .repeatedEntry(let entry): "holds \(entry) twice"
    case .tooMuchInside(let limit): "unfolds to more than \(limit) bytes"
    case .packedTooTightly(let entry, let limit):
      "unfolds to more than \(limit) times its size in \(entry)"
    case .missingEntry(let entry): "lacks \(entry)"
    default: nil
    }
  }

  private var insideWords: String? {
    switch self {
    case .noXml(let entry, let line, let column, let problem):
      "is no XML in \(entry), line \(line), column \(column): \(problem)"
    case .documentType(let entry): "declares a document type in \(entry), which is not read"
    case .tooDeep(let entry, let limit): "has more than \(limit) levels of elements in \(entry)"
    case .tooManySheets(let limit): "has more than \(limit) sheets"
    case .tooManyCells(let limit): "has more than \(limit) cells"
    case .tooManyTexts(let limit): "has more than \(limit) shared texts"
    case .repeatedSheet: "two sheets have this name"
    case .sheetElsewhere: "the sheet lies in another file"
    default: nil
    }
  }

  private var cellWords: String {
    switch self {
    case .noPlace(let text): "\(text) is no cell"
    case .rowOutside(let limit): "a sheet has at most \(limit) rows"
    case .columnOutside(let limit): "a sheet has at most \(limit) columns"
    case .outOfOrder: "rows and cells do not stand in their order"
    case .tooLong(let limit): "the text has more than \(limit) bytes"
    case .noNumber(let text): "the number is written \(text)"
    case .noSharedText(let text): "there is no shared text \(text)"
    case .unknownKind(let text): "\(text) is no known kind of cell"
    default: ""
    }
  }
}
