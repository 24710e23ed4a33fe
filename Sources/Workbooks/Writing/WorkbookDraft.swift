/// A workbook to be written: sheets of cells with how they look and what may be typed into them.
public struct WorkbookDraft: Hashable, Sendable {
  /// The sheets in their order; the first one is shown when the workbook is opened.
  public var sheets: [SheetDraft]

  /// The title in the file's properties.
  public var title: String

  /// Creates a draft.
  public init(title: String = "", sheets: [SheetDraft] = []) {
    self.title = title
    self.sheets = sheets
  }
}

/// A sheet to be written.
public struct SheetDraft: Hashable, Sendable {
  /// The name on its tab: up to 31 letters.
  public var name: String

  /// Whether it is hidden.
  public var isHidden = false

  /// Whether only cells of an unlocked style may be changed; there is no password.
  public var isProtected = false

  /// The colour of its tab, as 0xRRGGBB.
  public var tabColor: UInt32?

  /// How many rows at the top stay in sight.
  public var frozenRows = 0

  /// How many columns at the left stay in sight.
  public var frozenColumns = 0

  /// The widths of the first columns, in digits of the usual font.
  public var widths: [Double] = []

  /// The heights of rows in points, by row number; others are as high as they need be.
  public var heights: [Int: Double] = [:]

  /// Whether it is printed sideways.
  public var isLandscape = false

  /// The cells.
  public private(set) var cells: [CellDraft] = []

  /// What may be typed where.
  public var rules: [InputRule] = []

  /// Creates an empty sheet.
  public init(_ name: String) {
    self.name = name
  }

  /// Puts `value` at a row and a column, counted from 1.
  public mutating func put(
    _ value: CellDraft.Value, row: Int, column: Int, style: CellStyle = CellStyle()
  ) {
    cells.append(CellDraft(CellPlace(row: row, column: column), value, style))
  }
}

/// A cell to be written.
public struct CellDraft: Hashable, Sendable {
  /// What is written.
  ///
  /// There are no formulas: whatever text begins with `=`, it stays text.
  public enum Value: Hashable, Sendable {
    /// Nothing but the style.
    case blank
    /// Text.
    case text(String)
    /// A number.
    case number(Double)
    /// True or false.
    case flag(Bool)
  }

  /// Where it stands.
  public var place: CellPlace

  /// What is written.
  public var value: Value

  /// How it looks.
  public var style: CellStyle

  init(_ place: CellPlace, _ value: Value, _ style: CellStyle) {
    self.place = place
    self.value = value
    self.style = style
  }
}

/// How a cell looks, and whether it may be changed.
public struct CellStyle: Hashable, Sendable {
  /// Whether the text is bold.
  public var isBold = false

  /// Whether the text is slanted.
  public var isItalic = false

  /// The size of the text in points.
  public var size = 11.0

  /// The colour of the text, as 0xRRGGBB.
  public var color: UInt32?

  /// The colour behind the text, as 0xRRGGBB.
  public var fill: UInt32?

  /// The colour of a thin line around the cell, as 0xRRGGBB; no line where there is none.
  public var border: UInt32?

  /// Whether long text is broken into lines.
  public var wraps = false

  /// Whether it may be changed in a protected sheet.
  public var isUnlocked = false

  /// The format of numbers, such as `0.00`, and `@` for cells in which all is text.
  public var format: String?

  /// The usual look.
  public init() {}
}

/// What may be typed into the cells of a rectangle, and what is said about it.
public struct InputRule: Hashable, Sendable {
  /// What may be typed.
  public enum Kind: Hashable, Sendable {
    /// Whatever one likes; the rule only says what belongs there.
    case anything
    /// One of the words in the cells of a sheet, offered as a list.
    case listed(sheet: String, CellRange)
    /// A number.
    case number(ClosedRange<Double>)
    /// A whole number.
    case whole(ClosedRange<Int>)
  }

  /// The cells.
  public var range: CellRange

  /// What may be typed.
  public var kind: Kind

  /// Whether something else may be typed after a question.
  public var isOpen: Bool

  /// What is said beside the cell: a title of up to 32 letters.
  public var title: String

  /// What is said beside the cell, up to 255 letters.
  public var message: String

  /// What is said when something else was typed, up to 255 letters.
  public var refusal: String

  /// Creates a rule.
  public init(
    _ range: CellRange, _ kind: Kind, isOpen: Bool = false, title: String = "",
    message: String = "", refusal: String = ""
  ) {
    self.range = range
    self.kind = kind
    self.isOpen = isOpen
    self.title = title
    self.message = message
    self.refusal = refusal
  }
}
