public import Rows

/// Where a desk hands what clauses post.
///
/// ``Totals`` keeps what simulation needs, ``Ledger`` every line of one future.
public protocol Sink: AnyObject {
  /// Whether the sink takes lines one by one; the others see the accounts of each month only.
  var takesLines: Bool { get }

  /// Takes the amounts of one line in the desk's month. `working` says how the amount of lane 0
  /// came about.
  func post(_ amount: Row, to line: Int, at desk: Desk, working: () -> Working)

  /// Takes a figure of the desk's current clause in the desk's month, in lane 0.
  func note(_ figure: String, _ value: Double, at desk: Desk)

  /// Adds what the desk's month comes to, by row operations alone: all clauses have posted. A desk
  /// may record it.
  func add(_ desk: Desk)

  /// Ends the desk's month, after it has been added.
  ///
  /// Where the desk records, its rows stand as they do after the month, but it may not know what was
  /// posted.
  func close(_ desk: Desk)
}

extension Sink {
  /// Whether the sink takes lines one by one: it does not.
  public var takesLines: Bool { false }

  /// Takes no line.
  public func post(_ amount: Row, to line: Int, at desk: Desk, working: () -> Working) {}

  /// Adds nothing.
  public func add(_ desk: Desk) {}

  /// Takes no figure.
  public func note(_ figure: String, _ value: Double, at desk: Desk) {}
}
