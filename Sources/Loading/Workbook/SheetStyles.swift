import Workbooks

/// How the cells of the bidders' workbook look.
///
/// What is to be filled in is yellow, what the buyer wrote is grey, headings are dark.
enum SheetStyles {
  private static let (dark, pale, yellow, grey, line) = (
    UInt32(0x1F3A5F), UInt32(0xE8EDF3), UInt32(0xFFF8DC), UInt32(0x6B7280), UInt32(0xC9CFD6)
  )

  static let tab = dark
  static let tabToRead = grey

  static let title = style { ($0.isBold, $0.size, $0.color) = (true, 15, dark) }
  static let purpose = style { ($0.isBold, $0.size, $0.color) = (true, 12, dark) }
  static let section = style { ($0.isBold, $0.color) = (true, dark) }
  static let plain = style { _ in }
  static let prose = style { $0.wraps = true }
  static let help = style { ($0.isItalic, $0.size, $0.color, $0.wraps) = (true, 9, grey, true) }

  static let heading = style {
    ($0.isBold, $0.color, $0.fill, $0.border) = (true, 0xFFFFFF, dark, dark)
  }

  /// What the buyer wrote.
  static let shown = style { ($0.fill, $0.border, $0.wraps) = (pale, line, true) }

  /// What the bidder fills in.
  static func input(_ kind: SheetColumn.Kind) -> CellStyle {
    style {
      ($0.fill, $0.border, $0.isUnlocked, $0.wraps) = (yellow, line, true, true)
      switch kind {
      case .number, .whole: $0.format = nil  // any other would hide digits or show a bare point
      default: $0.format = "@"
      }
    }
  }

  private static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle()
    change(&style)
    return style
  }
}
