import Contracts
import Rows

extension ChargeBase {
  /// How many state rows the base needs: a ring of charges for a trailing mean.
  var stateRows: Int { if case .trailingMean(let months) = self { months } else { 0 } }

  /// Whether the base is known only while the contract is live.
  var endsWithContract: Bool {
    switch self {
    case .lastInvoice, .trailingMean: true
    case .stated, .baselineCharge, .contractCharge: false
    }
  }

  /// The base where it is the same in every future and month.
  func constant(at desk: Desk) -> Double? {
    switch self {
    case .stated(let amount): amount
    case .baselineCharge: desk.contract.baselineCharge
    case .contractCharge, .lastInvoice, .trailingMean: nil
    }
  }

  /// Fills `row` with the base of the current month; `ring` are its state rows.
  func fill(_ row: Row, ring: ArraySlice<Row>, at desk: Desk) {
    switch self {
    case .stated(let amount): row.fill(amount)
    case .baselineCharge: row.fill(desk.contract.baselineCharge)
    case .trailingMean(let months): fillMean(row, of: months, ring, at: desk)
    case .lastInvoice, .contractCharge: row.copy(desk.charge)
    }
  }

  /// The mean of the last charges, added up anew each month.
  private func fillMean(_ row: Row, of months: Int, _ ring: ArraySlice<Row>, at desk: Desk) {
    ring[ring.startIndex + (desk.month - 1) % months].copy(desk.charge)
    let known = min(desk.month, months)
    row.fill(0)
    for past in ring.prefix(known) { row.add(past) }
    row.multiply(by: 1 / Double(known))
  }
}

extension Desk {
  /// Posts `base · multiple · F`; `row` holds the base where it is not the same in every future.
  func post(_ base: ChargeBase, in row: Row, times multiple: Double) {
    let constant = base.constant(at: self)
    post(indexed("base × multiple", ["base": constant ?? row[0], "multiple": multiple])) {
      if let constant {
        $0.add(constant * multiple, times: factor)
      } else {
        $0.add(row, times: multiple, factor)
      }
    }
  }

  /// The state rows of the current clause, from the `offset`-th on.
  func ring(_ base: ChargeBase, offset: Int = 0) -> ArraySlice<Row> {
    let first = seat.state + offset
    return state[first..<(first + base.stateRows)]
  }
}
