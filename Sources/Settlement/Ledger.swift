public import Rows

/// Every line of one future, the one in lane 0.
public final class Ledger: Sink {
  /// One amount that was owed.
  public struct Entry: Hashable, Sendable {
    /// The contract month, from 1.
    public var month: Int

    /// The position of the line among the contract's lines.
    public var line: Int

    /// The amount, undiscounted, in the evaluation currency.
    public var amount: Double

    /// The present value of 1 paid on this line in this month.
    public var discount: Double

    /// How the amount came about.
    public var working: Working

    /// `amount · discount`.
    public var presentValue: Double { amount * discount }
  }

  /// The months of the ledger: what service was delivered and where the contract stands.
  public struct Month: Hashable, Sendable {
    /// The contract month, from 1.
    public var month: Int

    /// Whether the contract is live.
    public var isLive: Bool

    /// The service levels in default, by position.
    public var defaults: [Int]

    /// The rights that stand open, by position.
    public var openRights: [Int]

    /// Whether a right is exercised in this month.
    public var exercises: Bool
  }

  /// All amounts in the order in which they were posted.
  public private(set) var entries: [Entry] = []

  /// What happened in each month.
  public private(set) var months: [Month] = []

  /// Creates an empty ledger.
  public init() {}

  /// Writes the amount of lane 0 where it is owed.
  public func post(
    _ amount: Row, to line: Int, _ standing: Standing, at desk: Desk, working: () -> Working
  ) {
    if let weight = desk.weight(of: standing), weight[0] == 0 { return }
    entries.append(
      Entry(
        month: desk.month, line: line, amount: amount[0],
        discount: desk.contract.discount(of: line, in: desk.month), working: working()))
  }

  /// Notes what happened in the month.
  public func close(_ desk: Desk) {
    months.append(
      Month(
        month: desk.month, isLive: desk.live[0] == 1,
        defaults: desk.defaults.indices.filter { desk.defaults[$0][0] & 1 == 1 },
        openRights: desk.arisen.indices.filter { desk.arisen[$0][0] == 1 },
        exercises: desk.exercised[0] == 1))
  }

  /// The present value of the lines whose kind `belongs`, added up as ``Totals`` does: line by line
  /// within a month and then month by month, so that both have the same bits.
  public func total(
    in contract: ResolvedContract, where belongs: (LedgerLine.Kind) -> Bool
  ) -> Double {
    var total = 0.0
    for month in 1...contract.horizon {
      var sum = 0.0
      for entry in entries where entry.month == month && belongs(contract.lines[entry.line].kind) {
        sum += entry.presentValue
      }
      total += sum
    }
    return total
  }
}
