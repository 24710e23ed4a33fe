/// A record that is no CSV, or the end of reading, before places have names.
struct Flaw {
  var line: Int

  /// The number of the field, counted from 1.
  var field: Int?
  var reason: TableFault.Reason
  var found: String
}
