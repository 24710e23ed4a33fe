public import Rows

/// What is credited and charged between two months in a block of futures, undiscounted.
public final class CreditsBetween: Sink {
  /// Credits less bonuses: above 0 where the buyer is owed.
  public let paid: Row

  /// The gross charges.
  public let charge: Row

  private let months: ClosedRange<Int>
  private let arena: Arena

  /// Creates sums over the contract months `months`.
  public init(in months: ClosedRange<Int>, arena: Arena) {
    self.arena = arena
    self.months = months
    (paid, charge) = (arena.row(), arena.row())
  }

  /// Begins a block.
  public func begin() {
    paid.fill(0)
    charge.fill(0)
  }

  /// Adds the month, where it is one of them.
  public func close(_ desk: Desk) {
    guard months.contains(desk.month) else { return }
    charge.add(desk.charge, times: 1, desk.live)
    for (position, account) in desk.contract.accounts.enumerated()
    where account.kind.isCredit && desk.isPosted(position) {
      paid.add(desk.accounts[position], times: -1, desk.weight(of: account.standing))
    }
  }
}
