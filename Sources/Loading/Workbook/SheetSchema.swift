import Contracts

/// A sheet of the bidders' workbook, which becomes a table of a bid's folder.
///
/// The template is made and a workbook is read by the same list of columns: one that is added here
/// is offered, read and written.
struct SheetSchema {
  var name: String
  var file: String

  /// What the sheet is for, above its columns.
  var purpose: String
  var columns: [SheetColumn]

  /// The rows that can be filled in, besides those that are filled already.
  var blankRows = 0

  /// The columns of the table that the buyer fills: a bidder neither sees nor writes them.
  var buyersColumns: [String] = []

  /// The column that names a row, where each name may stand there once only.
  var key: String?

  /// The version of all sheets: it changes where an older workbook could not be read any more.
  static let version = 1

  /// The row of the purpose, of the help for each column, and of the headings.
  static let (purposeRow, helpRow, headingRow) = (1, 2, 3)
  static let firstRow = 4

  /// The most rows with something in them, and the most merged ranges, of a sheet that is read: a bid
  /// has not as many, and a file that has should not keep anybody waiting.
  static let (mostRows, mostMerged) = (20_000, 1_000)

  /// The columns of the table in the folder, in their order.
  var tableColumns: [String] { columns.filter(\.isWritten).map(\.name) }

  /// The number of the column with this name, counted from 1.
  func number(of column: String) -> Int? {
    columns.firstIndex { $0.name == column }.map { $0 + 1 }
  }
}

/// A column of a sheet, of the same name as in the table that is made of it.
struct SheetColumn {
  /// What may stand in it.
  enum Kind: Hashable {
    case text
    case number
    case whole(ClosedRange<Int>)
    /// A calendar month, as text or as a date.
    case month
    /// A day, as text or as a date.
    case day
    /// Text or a number, as a term's value is written.
    case scalar
    case word(WordList)
    /// What the event says; it is compared, not read.
    case shown
  }

  var name: String
  var kind: Kind
  var isNeeded = false
  var width: Double
  var help: String

  /// Whether the event says it, and the bidder only reads it.
  var isShown: Bool { kind == .shown }

  /// Whether it becomes a column of the table: of what is shown, only the key does.
  var isWritten = true

  /// Whether the table has it only where something stands in it.
  var isExtra = false
}

/// The words among which one is chosen.
enum WordList: Hashable, CaseIterable {
  case priceKinds
  case answers
  case evidence
  case stances
  case serviceLines
  case indexations
  case currencies
  case totalsBases

  /// The words, given what the event declares.
  func words(in names: EventNames) -> [String] {
    switch self {
    case .priceKinds: PriceRow.Kind.allCases.map(\.rawValue)
    case .answers: AnswerTable.Word.allCases.map(\.rawValue)
    case .evidence: Answer.Evidence.allCases.map(\.rawValue)
    case .stances: ["accept", "modify", "reject"]
    case .serviceLines: names.serviceLines
    case .indexations: names.indexations
    case .currencies: [names.currency] + names.otherCurrencies
    case .totalsBases: StatedTotals.Basis.allCases.map(\.rawValue)
    }
  }

  /// Whether other words may stand there too: a deviation may bring an indexation of its own, which
  /// only the whole bid tells.
  var isOpen: Bool { self == .indexations }

  /// The section of the event that declares them; nothing where they are fixed.
  var declaredUnder: String? {
    switch self {
    case .serviceLines: "service_lines"
    default: nil
    }
  }
}

/// What an event declares that a sheet refers to.
struct EventNames: Hashable {
  var serviceLines: [String]
  var indexations: [String]
  var currency: String

  /// Those for which the event has a rate.
  var otherCurrencies: [String] = []
}
