public import Rows

/// What a block comes to for the buyer and for the provider.
public final class ProviderTotals: Sink {
  /// What the buyer bears.
  public let buyer: Totals

  /// The present value of all that is owed to the provider before credits and bonuses.
  public let charges: Row

  /// Creates totals for blocks of `contract`.
  public init(for contract: ResolvedContract, in arena: Arena) {
    buyer = Totals(for: contract, in: arena)
    charges = arena.row()
  }

  /// Begins a block of which the first `lanes` lanes count.
  public func begin(lanes: Int) {
    buyer.begin(lanes: lanes)
    charges.fill(0)
  }

  /// Adds the month to the totals.
  public func add(_ desk: Desk) {
    buyer.add(desk)
    for position in desk.accounts.indices where desk.isPosted(position) {
      let account = desk.contract.accounts[position]
      guard account.kind.isOwedToProvider else { continue }
      charges.add(
        desk.accounts[position],
        times: desk.contract.discount(ofKind: account.kind, in: desk.month),
        desk.weight(of: account.standing))
    }
  }

  /// Sums what the contract has cost up to this month.
  public func close(_ desk: Desk) { buyer.close(desk) }
}

extension LedgerLine.Kind {
  /// Whether amounts are owed to the provider, before credits and bonuses.
  fileprivate var isOwedToProvider: Bool {
    switch self {
    case .charge, .oneOff, .passThrough, .interest, .terminationFee: true
    case .credit, .bonus, .tax, .own, .replacement, .loss: false
    }
  }
}
