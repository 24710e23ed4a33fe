public import Rows

/// One amount that is owed.
public struct Owed: Hashable, Sendable {
  /// The contract month, from 1.
  public var month: Int

  /// The position of the line among the contract's lines.
  public var line: Int

  /// The amount, undiscounted, in the evaluation currency.
  public var amount: Double

  /// The present value of 1 paid on this line in this month.
  public var discount: Double

  /// `amount · discount`.
  public var presentValue: Double { amount * discount }
}

/// Every amount of one future, the one in lane 0, but not how it came about.
public final class OwedAmounts: Sink {
  /// All amounts in the order in which they were posted.
  public private(set) var all: [Owed] = []

  /// Creates a sink that has taken nothing.
  public init() {}

  /// Whether the sink takes lines one by one: it does.
  public var takesLines: Bool { true }

  /// Writes the amount of lane 0 where it is owed.
  public func post(_ amount: Row, to line: Int, at desk: Desk, working: () -> Working) {
    guard let owed = desk.owed(amount, on: line) else { return }
    if all.isEmpty { all.reserveCapacity(desk.contract.lines.count * desk.contract.horizon) }
    all.append(owed)
  }

  /// Ends the month, of which nothing else is kept.
  public func close(_ desk: Desk) {}
}

extension Desk {
  /// What is owed on `line` in lane 0 of this month; nothing where the contract does not stand so.
  func owed(_ amount: Row, on line: Int) -> Owed? {
    let account = contract.accounts[contract.lines[line].account]
    if let weight = weight(of: account.standing), weight[0] == 0 { return nil }
    return Owed(
      month: month, line: line, amount: amount[0], discount: contract.discount(of: line, in: month))
  }
}

extension [Owed] {
  /// The undiscounted cost of each month up to `horizon`, after credits.
  public func costByMonth(horizon: Int) -> [Double] {
    var months = [Double](repeating: 0, count: horizon)
    for owed in self { months[owed.month - 1] += owed.amount }
    return months
  }

  /// The present value of the lines whose kind `belongs`, added up as ``Totals`` does: line by line
  /// within an account, and then account by account and month by month, so that both have the same
  /// bits.
  public func total(
    in contract: ResolvedContract, where belongs: (LedgerLine.Kind) -> Bool
  ) -> Double {
    let count = contract.accounts.count
    var accounts = [(sum: Double, discount: Double)](
      repeating: (0, 0), count: contract.horizon * count)
    for owed in self {
      let place = (owed.month - 1) * count + contract.lines[owed.line].account
      accounts[place].sum += owed.amount
      // The same for all lines of an account in a month.
      accounts[place].discount = owed.discount
    }
    return accounts.indices.reduce(0) { total, place in
      guard belongs(contract.accounts[place % count].kind) else { return total }
      return total + accounts[place].sum * accounts[place].discount
    }
  }
}
