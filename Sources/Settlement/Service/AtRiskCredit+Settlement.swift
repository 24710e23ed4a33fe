import Contracts
import Rows

extension AtRiskCredit: Settling {
  static var stage: Stage { .credits }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.credited = try resolver.credited(allocations.map { ($0.level, share(of: $0)) })
    seat.scope = try resolver.scope(of: prices)
    for allocation in allocations { resolver.addLine(allocation.level, .credit) }
  }

  /// `−(max(charge, 0) · (at risk · pool · allocation · weight))` for each level, with what the prices
  /// at risk have charged.
  func settle(at desk: Desk) {
    let charged = chargedAtRisk(at: desk)
    for (offset, allocation) in allocations.enumerated() {
      desk.postCredit(
        share: share(of: allocation), of: charged, offset: offset,
        Working(
          "−(max(charge, 0) × (at_risk × pool × allocation × weight))",
          [
            "charge": desk.charge(in: desk.seat.scope)[0], "at_risk": atRisk,
            "pool": allocation.pool,
            "allocation": allocation.share,
            "weight": desk.weight(ofLevel: desk.creditedLevel(offset)),
          ]))
    }
  }

  /// What the prices at risk have charged, where it is above 0.
  private func chargedAtRisk(at desk: Desk) -> Row {
    guard let scope = desk.seat.scope else { return desk.charged }
    desk.amount.copy(desk.charge(in: scope), atLeast: 0)
    return desk.amount
  }

  /// The share of the month's charge that a default of an allocation's level is credited.
  func share(of allocation: Allocation) -> Double { atRisk * allocation.pool * allocation.share }
}

extension Desk {
  /// Posts a credit of `share` of what was `charged`, weighed by the defaults of the level that the
  /// current clause states at `offset`.
  ///
  /// A month in which the provider owes the buyer has nothing to credit.
  func postCredit(
    share: Double, of charged: Row, offset: Int = 0, _ working: @autoclosure () -> Working
  ) {
    let defaults = defaults[creditedLevel(offset)]
    post(offset: offset, working()) {
      $0.add(
        charged, times: -share, from: defaults, length: notes.repeats.run,
        run: notes.repeats.multiplier)
    }
  }

  /// The level whose credit the current clause states at `offset`.
  func creditedLevel(_ offset: Int) -> Int {
    contract.creditedLevels[seat.credited.lowerBound + offset]
  }

  /// What the credit of a level weighs in lane 0.
  func weight(ofLevel level: Int) -> Double {
    let run = (~defaults[level][0]).trailingZeroBitCount
    return run >= notes.repeats.run ? notes.repeats.multiplier : run > 0 ? 1 : 0
  }
}
