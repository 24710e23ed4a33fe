import Contracts
import Futures
import Rows

/// Credits that follow what a level's attainment came to, in months in which it defaults.
extension Desk {
  /// Where the service level at `position` sits.
  func levelSeat(_ position: Int) -> Seat { contract.levelSeats[position] }

  /// The comparison with a threshold that is true of worse attainment of the level at `position`.
  func worse(ofLevel position: Int) -> Comparison {
    switch levelSeat(position).missing {
    case .below, .atMost: .below
    case .above, .atLeast: .above
    }
  }

  /// Fills `row` with what the level at `position` is judged by; with the worst that can be, where
  /// it was not measured.
  func readReport(ofLevel position: Int, into row: Row) {
    guard !readReport(of: levelSeat(position), into: row) else { return }
    row.fill(worse(ofLevel: position) == .below ? -.infinity : .infinity)
  }

  /// Fills `row` with the points by which the level at `position` falls short of `from`; says
  /// whether it was measured.
  func readShortfall(ofLevel position: Int, from: Double, into row: Row) -> Bool {
    let seat = levelSeat(position)
    guard readReport(of: seat, into: row) else { return false }
    let sign: Double = worse(ofLevel: position) == .below ? -1 : 1
    row.multiply(by: sign)
    row.add(-sign * from)
    row.limit(atLeast: 0)
    row.multiply(by: contract.metrics[seat.metric].pointsPerUnit)
    return true
  }

  /// Posts `value` times the weight of the current clause's level as a credit of its base.
  ///
  /// `working` says how `value` comes about. A month in which the provider owes the buyer has
  /// nothing to credit. What is measured by the next month's charge waits in a state row.
  func postCredit(_ value: Row, of base: CreditBase, _ working: @autoclosure () -> Working) {
    let level = creditedLevel(0)
    work.fill(0)
    work.add(
      value, times: 1, from: defaults[level], length: notes.repeats.run,
      run: notes.repeats.multiplier)
    postShare(work, of: base, working().times("weight", weight(ofLevel: level)))
  }

  /// Posts the share of the base that `share` holds as a credit.
  func postShare(_ share: Row, of base: CreditBase, _ working: @autoclosure () -> Working) {
    if case .stated(let stated) = base.amount {
      amount.fill(stated)
      amount.multiply(by: share)
      post(working().of("base", stated)) { $0.subtract(amount) }
      return
    }
    let charge = charge(in: seat.scope)
    amount.copy(charge, atLeast: 0)
    guard base.amount == .nextMonth else {
      amount.multiply(by: share)
      post(working().of("charge", charge[0])) { $0.subtract(amount) }
      return
    }
    let waiting = memory(0)
    amount.multiply(by: waiting)
    post(Working("share", ["share": waiting[0]]).of("charge", charge[0])) {
      $0.subtract(amount)
    }
    waiting.copy(share)
  }
}

extension Working {
  /// The credit of a share: of the base, an input `name`, where it is above 0.
  fileprivate func of(_ name: String, _ value: Double) -> Working {
    var working = self
    working.formula = "−(max(\(name), 0) × (\(formula)))"
    working.inputs.append(Input(name: name, value: value))
    return working
  }
}

extension Resolver {
  /// Takes the seat of a credit of a share of `base`: the level it reads, the scope of the base,
  /// the row in which a share waits for the next month's charge, and its line.
  mutating func seatCredit(
    _ seat: inout Seat, _ level: String, of base: CreditBase
  ) throws(ResolutionError) {
    seat.credited = try credited([(level, 0)])
    seat.scope = try scope(of: base.prices)
    if base.amount == .nextMonth { addState(1) }
    addLine(level, .credit)
  }
}
