/// How much of a workbook is read before it is refused.
///
/// Whoever sends a workbook decides what is in it: a file of a few kilobytes may unfold to gigabytes.
public struct WorkbookLimits: Hashable, Sendable {
  /// The most bytes of the file.
  public var fileBytes = 32 << 20

  /// The most files inside it.
  public var entries = 2_000

  /// The most bytes of all files inside it that are read, unpacked.
  public var unpackedBytes = 512 << 20

  /// The most bytes that one packed byte may unfold to, in a file of more than ``freeBytes``.
  public var ratio = 250

  /// The bytes up to which the ratio is not looked at: small files of blanks pack well.
  public var freeBytes = 4 << 20

  /// The most cells with something in them, of all sheets.
  public var cells = 2_000_000

  /// The most rows of a sheet, which is also the largest row number.
  public var rows = 1_048_576

  /// The most columns of a sheet.
  public var columns = 16_384

  /// The most sheets.
  public var sheets = 255

  /// The most bytes of the text of one cell.
  public var textBytes = 131_072

  /// The most texts that cells share.
  public var sharedTexts = 1_000_000

  /// The deepest nesting of elements.
  public var depth = 64

  /// The usual limits.
  public init() {}
}
