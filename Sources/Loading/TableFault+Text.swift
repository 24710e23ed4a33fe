import Tables

extension TableFault.Reason {
  /// What is wrong with a table, in words.
  var words: String { quotingWords ?? headerWords ?? fieldWords }

  private var quotingWords: String? {
    switch self {
    case .quoteInsideUnquotedField: "a quote inside a field that does not begin with one"
    case .textAfterClosingQuote: "text after a closing quote"
    case .quoteNeverClosed: "a quote that is never closed"
    case .nulByte: "a field holds the byte zero"
    case .invalidUTF8: "a field is not UTF-8"
    case .fieldTooLong(let limit): "a field has more than \(limit) bytes"
    case .recordTooLong(let limit): "a record has more than \(limit) bytes"
    case .tooManyFields(let limit): "a record has more than \(limit) fields"
    case .ragged(let found, let expected): "\(found) fields where the header has \(expected)"
    case .unreadable(let errno): "reading stopped with error \(errno)"
    default: nil
    }
  }

  private var headerWords: String? {
    switch self {
    case .noHeader: "there is no header that can be read"
    case .unnamedColumn: "a column has no name"
    case .duplicateColumn(let first): "a column of this name is there already, field \(first)"
    case .missingColumn: "this column is missing"
    case .unknownColumn: "unknown column"
    default: nil
    }
  }

  private var fieldWords: String {
    switch self {
    case .empty: "missing"
    case .notANumber: "not a number"
    case .notAnInteger: "not a whole number"
    case .notAShare: "not a share such as 0.125 or 12.5%"
    case .notAMonth: "not a calendar month such as 2027-04"
    case .notAFlag: "not true or false"
    case .notAChoice: "not one of the words that may stand here"
    case .tooLarge: "too large to be held"
    case .outside(let lower, let upper): "outside \(lower) to \(upper)"
    case .rejected(let rule): "not allowed: \(rule)"
    default: ""
    }
  }
}
