/// The columns that a table is declared to have.
///
/// Names are compared exactly: letter case and blanks count.
public struct Columns: Hashable, Sendable {
  /// Columns whose absence is a fault.
  public var required: [String]

  /// Columns that may be absent.
  public var optional: [String]

  /// Whether columns that are not declared are passed over in silence.
  public var allowsOthers: Bool

  /// Declares columns; by default a column that is not declared is a fault.
  public init(required: [String], optional: [String] = [], allowsOthers: Bool = false) {
    self.required = required
    self.optional = optional
    self.allowsOthers = allowsOthers
  }

  /// Whatever columns the header has.
  public static let any = Columns(required: [], allowsOthers: true)

  /// All declared names.
  public var names: [String] { required + optional }
}

/// A column, looked up by name once.
public struct Column: Hashable, Sendable {
  /// The name in the header.
  public let name: String

  /// The position in a record, counted from 0; `nil` if the header lacks the column.
  public let index: Int?

  /// Whether the header has the column.
  public var isPresent: Bool { index != nil }
}
