/// A row and a column of a sheet, both counted from 1: `D7` is row 7, column 4.
public struct CellPlace: Hashable, Sendable {
  /// The row, counted from 1.
  public var row: Int

  /// The column, counted from 1.
  public var column: Int

  /// Creates a place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `D7`, or `$D$7`; nothing where it is no such name.
  public init?(_ name: some StringProtocol) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    for byte in name.utf8 where byte != 0x24 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard digits == 0, letters < 4 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        letters += 1
      case 0x30...0x39:
        guard letters > 0, digits < 12 else { return nil }
        row = row * 10 + Int(byte & 0x0F)
        digits += 1
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of a column: `A` to `Z`, then `AA` and so on.
  ///
  /// - Precondition: `column` is 1 or more.
  public static func letters(of column: Int) -> String {
    precondition(column > 0, "columns are counted from 1")
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      rest -= 1
      letters.insert(Character(Unicode.Scalar(UInt8(0x41 + rest % 26))), at: 0)
      rest /= 26
    }
    return String(letters)
  }
}

extension CellPlace: CustomStringConvertible {
  /// The name of the cell, such as `D7`.
  public var description: String { "\(Self.letters(of: column))\(row)" }
}

/// A rectangle of cells.
public struct CellRange: Hashable, Sendable {
  /// The upper left cell.
  public var first: CellPlace

  /// The lower right cell.
  public var last: CellPlace

  /// Creates a rectangle from its upper left and its lower right cell.
  public init(_ first: CellPlace, _ last: CellPlace) {
    self.first = first
    self.last = last
  }

  /// Reads `C5:D6` or `C5`; nothing where it is no such name or runs backwards.
  public init?(_ name: some StringProtocol) {
    let ends = name.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = CellPlace(ends[0]),
      let last = CellPlace(ends[ends.count - 1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(first, last)
  }

  /// Whether `place` lies in the rectangle.
  public func contains(_ place: CellPlace) -> Bool {
    (first.row...last.row).contains(place.row)
      && (first.column...last.column).contains(place.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// The name of the rectangle, such as `C5:D6`.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
