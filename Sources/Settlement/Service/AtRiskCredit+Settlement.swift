import Contracts
import Rows

extension AtRiskCredit {
  /// `−(max(charge, 0) · (at risk · pool · allocation) · weight)` for each level.
  func settle(at desk: Desk) {
    for (offset, allocation) in allocations.enumerated() {
      desk.postCredit(
        share: atRisk * allocation.pool * allocation.share, level: desk.seat.levels[offset],
        offset: offset,
        Working(
          "−(max(charge, 0) × (at_risk × pool × allocation) × weight)",
          [
            "charge": desk.charge[0], "at_risk": atRisk, "pool": allocation.pool,
            "allocation": allocation.share, "weight": desk.weights[desk.seat.levels[offset]][0],
          ]))
    }
  }
}

extension Desk {
  /// Posts a credit of `share` of the month's charge, weighed by the level's defaults, and adds it
  /// to the month's credits.
  ///
  /// A month in which the provider owes the buyer has nothing to credit.
  func postCredit(
    share: Double, level: Int, offset: Int = 0, _ working: @autoclosure () -> Working
  ) {
    amount.copy(charge)
    amount.limit(atLeast: 0)
    amount.multiply(by: -share)
    amount.multiply(by: weights[level])
    credits.add(amount)
    post(amount, offset: offset, working())
  }
}
