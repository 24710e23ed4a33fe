/// One thing that is wrong with a table: facts only, no prose.
public struct TableFault: Hashable, Sendable, Error {
  /// Where it stands.
  public var place: Place

  /// What is wrong.
  public var reason: Reason

  /// The offending text, cut after 80 characters; bytes that are not UTF-8 show as U+FFFD.
  public var found: String

  /// Creates a fault.
  public init(place: Place, reason: Reason, found: String = "") {
    self.place = place
    self.reason = reason
    self.found = found
  }
}

extension TableFault {
  /// What can be wrong with a table.
  public enum Reason: Hashable, Sendable {
    /// A quote stands inside a field that does not begin with one.
    case quoteInsideUnquotedField

    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterClosingQuote

    /// A quoted field is still open at the end of the file.
    case quoteNeverClosed

    /// A field holds the byte zero.
    case nulByte

    /// A field is not UTF-8.
    case invalidUTF8

    /// A field has more bytes than `limit`.
    case fieldTooLong(limit: Int)

    /// A record has more bytes than `limit`; often a quote that is never closed.
    case recordTooLong(limit: Int)

    /// A record has more fields than `limit`.
    case tooManyFields(limit: Int)

    /// A record has `found` fields where the header has `expected`.
    case ragged(found: Int, expected: Int)

    /// Reading stopped early with this `errno`.
    case unreadable(errno: Int32)

    /// The table has no first record, or none that can be read.
    case noHeader

    /// The header has an empty name.
    case unnamedColumn

    /// The header has this name already, in field number `firstField`.
    case duplicateColumn(firstField: Int)

    /// The column in `found` is needed and missing; `nearest` is an unknown name like it.
    case missingColumn(nearest: String?)

    /// The column is not one of those declared; `nearest` is a declared name like it.
    case unknownColumn(nearest: String?)

    /// A needed field is empty.
    case empty

    /// The field is not a decimal number of the table's format.
    case notANumber

    /// The field is not a whole number.
    case notAnInteger

    /// The field is neither a number nor a percentage.
    case notAShare

    /// The field is not a month written `2027-04`.
    case notAMonth

    /// The field is none of `true`, `false`, `yes`, `no`.
    case notAFlag

    /// The field is none of the words that may stand here; `nearest` is one like it.
    case notAChoice(nearest: String?)

    /// The number is too large to be held.
    case tooLarge

    /// The number lies outside `lower ... upper`.
    case outside(lower: Double, upper: Double)

    /// A rule of the caller's, by its name.
    case rejected(rule: String)
  }
}
