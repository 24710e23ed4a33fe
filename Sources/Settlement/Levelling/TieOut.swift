public import Contracts
public import Futures

/// What a bidder says that its prices come to, beside what they do come to.
public struct TieOut: Hashable, Sendable {
  /// One stated total beside what is settled.
  public struct Row: Hashable, Sendable {
    /// The price line, or nothing for all of the bid.
    public var item: String?

    /// The contract year, from 1, or nothing for the whole horizon.
    public var year: Int?

    /// What the bidder states, undiscounted.
    public var stated: Double

    /// What the prices come to.
    public var settled: Double

    /// How far both may lie apart.
    public var tolerance: Double

    /// What the prices come to beyond what is stated.
    public var difference: Double { settled - stated }

    /// Whether both agree.
    public var tiesOut: Bool { abs(difference) <= tolerance }
  }

  /// The bid's identifier.
  public var bid: String

  /// At what prices the totals are stated.
  public var basis: StatedTotals.Basis

  /// The stated totals: over the horizon first, and then by line and year.
  public var rows: [Row]

  /// The totals that do not agree.
  public var differing: [Row] { rows.filter { !$0.tiesOut } }
}

extension ResolvedContract {
  /// Compares `totals` with what the contract's prices charge at baseline volumes: all that is owed to
  /// the provider for the service, undiscounted, and neither taxes nor the buyer's own costs.
  ///
  /// On the basis of prices nothing is indexed, and exchange rates move no charge. On the indexed
  /// basis every index follows its expected path. A total may lie half a unit of its last decimal
  /// from what is settled, or `tolerance` as a share of it where that is more.
  public func tieOut(
    with totals: StatedTotals, tolerance: Double, in assumptions: Assumptions
  ) -> TieOut {
    guard !totals.isEmpty else { return TieOut(bid: id, basis: totals.basis, rows: []) }
    let years = charges(on: totals.basis, in: assumptions)
    func row(_ item: String?, _ year: Int?, _ amount: StatedTotals.Amount) -> TieOut.Row {
      let settled = years.reduce(0) { sum, line in
        guard item == nil || (line.isItem && line.name == item) else { return sum }
        return sum + line.amount(in: year)
      }
      return TieOut.Row(
        item: item, year: year, stated: amount.value, settled: settled,
        tolerance: max(amount.halfUnit, tolerance * abs(amount.value)))
    }
    let whole = totals.total.map { [row(nil, nil, $0)] } ?? []
    return TieOut(
      bid: id, basis: totals.basis,
      rows: whole + totals.rows.map { row($0.item, $0.year, $0.amount) })
  }

  /// What one ledger line comes to by contract year.
  private struct YearlyCharge {
    var name: String
    var isItem: Bool
    var byYear: [Double]

    /// The amount of `year`, 0 beyond the horizon; of all years for nothing.
    func amount(in year: Int?) -> Double {
      guard let year else { return byYear.reduce(0, +) }
      return byYear.indices.contains(year - 1) ? byYear[year - 1] : 0
    }
  }

  private func charges(
    on basis: StatedTotals.Basis, in assumptions: Assumptions
  ) -> [YearlyCharge] {
    let amounts = OwedAmounts()
    asOffered(isIndexed: basis == .indexed)
      .settleBaseline(indices: assumptions.expectedIndices, into: amounts)
    let years = Array(repeating: 0.0, count: (horizon + 11) / 12)
    var charges = lines.map { YearlyCharge(name: $0.clause, isItem: false, byYear: years) }
    for seated in clauses where seated.clause.isPriceLine {
      charges[seated.seat.line].isItem = true
    }
    let moved = clauses.filter { basis == .prices && $0.clause.followsRate }.map(\.seat.line)
    for owed in amounts.all where lines[owed.line].kind.isStatedByBidders {
      guard !moved.contains(owed.line) else { continue }
      charges[owed.line].byYear[(owed.month - 1) / 12] += owed.amount
    }
    return charges
  }
}

extension LedgerLine.Kind {
  /// Whether bidders state such amounts among their totals.
  fileprivate var isStatedByBidders: Bool {
    switch self {
    case .charge, .oneOff, .passThrough: true
    case .credit, .bonus, .tax, .interest, .own, .terminationFee, .replacement, .loss: false
    }
  }
}

extension Clause {
  /// Whether the clause is a line of a price sheet, or a price that terms state.
  fileprivate var isPriceLine: Bool {
    switch self {
    case .minimumFee: true
    case .hiddenCost: false
    default: type(of: settling).stage == .prices
    }
  }

  fileprivate var followsRate: Bool { if case .currencyShare = self { true } else { false } }
}

extension StatedTotals.Amount {
  /// Half a unit of the last decimal that was written, and a little more for binary fractions.
  fileprivate var halfUnit: Double {
    let unit = (0..<abs(decimals)).reduce(1.0) { unit, _ in decimals > 0 ? unit / 10 : unit * 10 }
    return unit / 2 * (1 + 1e-6) + abs(value) * 1e-12
  }
}
