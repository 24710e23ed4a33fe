/// Where in a table something stands.
public struct Place: Hashable, Sendable {
  /// The name of the file, as it was given.
  public var file: String

  /// The line on which the record begins, counted from 1; 0 speaks of the file as a whole.
  ///
  /// LF, CRLF and CR each end a line, within quotes too.
  public var line: Int

  /// The number of the field in its record, counted from 1, if one field is meant.
  public var field: Int?

  /// The name of the field's column, if the header names it.
  public var column: String?

  /// Creates a place.
  public init(file: String, line: Int, field: Int? = nil, column: String? = nil) {
    self.file = file
    self.line = line
    self.field = field
    self.column = column
  }
}
