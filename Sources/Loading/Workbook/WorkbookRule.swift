/// What was expected of the bidders' workbook, or of the place to which it is imported.
public enum WorkbookRule: Hashable, Sendable {
  // The file and its sheets
  /// A file that can be read as a workbook; with the reader's words for why it cannot.
  case readable(problem: String)
  /// A workbook that `assay template` made: one with its hidden sheet.
  case stamped
  /// A workbook of this version of the sheets.
  case version(Int)
  /// A workbook that was made for this event.
  case event(String)
  /// A workbook that was made for the event as it is now.
  case freshEvent
  /// A sheet that is there.
  case sheet
  /// A sheet with at most so many rows and merged ranges.
  case shorterSheet(rows: Int, merged: Int)

  // Headings
  /// A heading that is there.
  case heading
  /// A heading of this name only once; it stands in the other cell too.
  case singleHeading(cell: String)
  /// A heading that is known here.
  case knownHeading
  /// Nothing, for no heading stands above.
  case nothingWithoutHeading

  // Cells
  /// A number, not typed as text.
  case number
  /// A whole number within these bounds.
  case wholeNumber(lower: Int, upper: Int)
  /// Text.
  case text
  /// A month as text or as a date.
  case month
  /// A day as text or as a date.
  case day
  /// A formula that was calculated.
  case calculated
  /// A cell of its own, not merged with the others of this range.
  case unmerged(range: String)
  /// What the buyer wrote there.
  case unchanged(String)
  /// A name that is used once only; it stands in `cell` too.
  case unique(cell: String)
  /// The row of this requirement or field.
  case row
  /// A value for a term that is modified, and none for another.
  case valueToModify(isNeeded: Bool)
  /// A path of the draft terms.
  case termPath

  // The folder
  /// A round that is not there yet.
  case newRound
  /// A round whose answers nobody has assessed yet; this column has an assessment.
  case unassessedRound(column: String)
  /// A folder itself, and no link to one.
  case noLink
  /// No traces of another import.
  case noOtherImport
  /// A file that is not there yet.
  case newFile
  /// A place that can be written to; with the system's words for why it cannot.
  case writable(problem: String)
  /// A bid that the event has, with a round that it has.
  case bid
  /// A column that has a place in the workbook.
  case sheetColumn
}

extension WorkbookRule {
  /// Whether ``words`` say what is wrong by themselves.
  var isWholeSentence: Bool {
    switch self {
    case .number, .wholeNumber, .text, .month, .day, .unchanged, .version, .event: false
    default: true
    }
  }

  /// What is wrong, or what was expected.
  var words: String { fileWords ?? headingWords ?? folderWords ?? cellWords }

  private var fileWords: String? {
    switch self {
    case .readable(let problem): problem
    case .stamped:
      "is no workbook of `assay template`: its hidden sheet assay is not as it was made"
    case .version(let version): "a workbook of version \(version)"
    case .event(let id): "a workbook of the event \(id)"
    case .freshEvent:
      "the event was changed after this workbook was made; send a new one, or import it "
        + "with --accept-stale"
    case .sheet: "this sheet is missing"
    case .shorterSheet(let rows, let merged):
      "this sheet has more than \(rows) rows or \(merged) merged ranges"
    default: nil
    }
  }

  private var headingWords: String? {
    switch self {
    case .heading: "this heading is missing"
    case .singleHeading(let cell): "this heading is there already, in \(cell)"
    case .knownHeading: "unknown heading"
    case .nothingWithoutHeading: "nothing is read here, for there is no heading above"
    default: nil
    }
  }

  private var folderWords: String? {
    switch self {
    case .newRound: "this round is there already; take --replace, or another --round"
    case .unassessedRound(let column):
      "has the buyer's \(column), which a workbook has not and --replace would lose; take another "
        + "--round"
    case .noLink: "is a link; bids lie in folders of their own"
    case .noOtherImport: "another import is under way or was cut off; remove it to go on"
    case .newFile: "is there already; take --replace to write over it"
    case .writable(let problem): "cannot be written: \(problem)"
    case .bid: "there is no such bid or round"
    case .sheetColumn: "this column has no place in the workbook"
    default: nil
    }
  }

  private var cellWords: String {
    switch self {
    case .number: "a number"
    case .wholeNumber(let lower, let upper): "a whole number from \(lower) to \(upper)"
    case .text: "text"
    case .month: "a month such as 2027-04, as text or as a date"
    case .day: "a day such as 2027-04-01, as text or as a date"
    case .calculated: "a formula that was not calculated; open the workbook and save it"
    case .unmerged(let range): "is merged with other cells (\(range))"
    case .unchanged(let text): "what the buyer wrote, \(text)"
    case .unique(let cell): "is there already, in \(cell)"
    case .row: "the row is missing"
    case .valueToModify(isNeeded: true): "a value is needed where the stance is modify"
    case .valueToModify(isNeeded: false): "a value is only for the stance modify"
    case .termPath: "a path begins with terms/"
    default: ""
    }
  }
}
