public import Rows

/// Where the walker hands what clauses post.
///
/// ``Totals`` keeps what simulation needs, ``Ledger`` every line of one future.
public protocol Sink: AnyObject {
  /// Takes the amounts of one line in the desk's month. `working` says how the amount of lane 0
  /// came about, and costs nothing unless it is called.
  func post(
    _ amount: Row, to line: Int, _ standing: Standing, at desk: Desk, working: () -> Working)

  /// Ends the desk's month: all clauses have posted.
  func close(_ desk: Desk)
}
