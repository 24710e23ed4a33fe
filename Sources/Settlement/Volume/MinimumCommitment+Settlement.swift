import Contracts
import Quantities
import Rows

extension MinimumCommitment: Settling {
  static var stage: Stage { .minimums }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = try resolver.factor(indexation)
    switch measure {
    case .volume(let line): seat.volume = try resolver.volume(line)
    case .charge(let prices): seat.scope = try resolver.scope(of: prices)
    }
    if let relief { seat.level = try resolver.level(relief.level) }
    resolver.addState(Memory.slots + (carryForward ?? 0))
    resolver.addLine("shortfall", .charge)
    if carryForward != nil { resolver.addLine("carried forward", .charge) }
  }

  /// Charges what a period falls short by, and sets earlier payments off against what exceeds.
  ///
  /// With the quantity `q` and the minimum `M` of a period that ends:
  /// `max(M − q, 0) · price · F`, less `min(balance, max(q − M, 0) · price · F)`.
  func settle(at desk: Desk) {
    guard let period = reckoning.period(of: desk.month) else { return }
    let quantity = desk.memory(Memory.quantity)
    switch measure {
    case .volume: quantity.add(desk.volume)
    case .charge: quantity.add(desk.charge(in: desk.seat.scope))
    }
    guard
      let share = reckoning.share(settledIn: desk.month, horizon: desk.contract.horizon)
    else { return }
    let minimum = desk.work
    setMinimum(minimum, of: period, share: share, at: desk)
    desk.note("quantity", quantity)
    desk.note("minimum", minimum)
    chargeShortfall(of: quantity, below: minimum, at: desk)
    if let carryForward {
      let slots = (0..<carryForward).map {
        desk.memory(Memory.slots + (period + $0) % carryForward)
      }
      setOff(slots, against: quantity, above: minimum, at: desk)
    }
    if let stepUp { raise(by: stepUp, after: period, of: quantity, at: desk) }
    quantity.fill(0)
  }

  /// `min(M + raised, cap) · max(1 − relief · defaults, 0) · share of the period`.
  ///
  /// Levels are settled later in the month than minimums, so the defaults of as many months as the
  /// period has, a cut one fewer, are counted up to the month before.
  private func setMinimum(_ minimum: Row, of period: Int, share: Double, at desk: Desk) {
    minimum.fill(self.minimum[min(period, self.minimum.count - 1)])
    if let stepUp {
      minimum.add(desk.memory(Memory.raised))
      if let cap = stepUp.cap { minimum.clip(0, cap) }
    }
    if let relief {
      let left = desk.other
      left.fill(1)
      let months = (share * Double(reckoning.period.months)).rounded()
      left.addCount(
        from: desk.defaults[desk.seat.level], window: max(Int(months), 1), times: -relief.share)
      left.limit(atLeast: 0)
      minimum.multiply(by: left)
    }
    minimum.multiply(by: share)
  }

  private func chargeShortfall(of quantity: Row, below minimum: Row, at desk: Desk) {
    let (missing, payment) = (desk.other, desk.memory(Memory.payment))
    missing.setShortfall(of: quantity, below: minimum, times: 1)
    payment.fill(0)
    payment.add(missing, times: price, desk.factor)
    desk.post(
      desk.indexed(
        "max(minimum − quantity, 0) × price",
        ["minimum": minimum[0], "quantity": quantity[0], "price": price])
    ) { $0.add(payment) }
  }

  /// Sets the balances in `slots`, of which the first is the oldest, off against what exceeds the
  /// minimum; what is left of the oldest expires, and this period's payment takes its place.
  private func setOff(
    _ slots: [Row], against quantity: Row, above minimum: Row, at desk: Desk
  ) {
    let (used, exceeding, usable) = (desk.amount, desk.work, desk.other)
    let floor = minimum[0]
    used.fill(0)
    for slot in slots { used.add(slot) }
    let balance = used[0]
    exceeding.setShortfall(of: minimum, below: quantity, times: 1)
    usable.fill(0)
    usable.add(exceeding, times: price, desk.factor)
    used.limit(atMost: usable)
    desk.post(offset: 1, setOffWorking(balance, quantity[0], floor, at: desk)) {
      $0.add(used, times: -1)
    }
    take(used, from: slots, by: desk.other)
    if let oldest = slots.first {
      desk.note("expired", oldest)
      oldest.copy(desk.memory(Memory.payment))
    }
    used.fill(0)
    for slot in slots { used.add(slot) }
    desk.note("balance", used)
  }

  private func setOffWorking(
    _ balance: Double, _ quantity: Double, _ minimum: Double, at desk: Desk
  ) -> Working {
    let factor = desk.factor.map { [Working.Input(name: "factor", value: $0[0])] } ?? []
    var working = Working(
      "−min(balance, max(quantity − minimum, 0) × price\(factor.isEmpty ? "" : " × factor"))",
      ["balance": balance, "quantity": quantity, "minimum": minimum, "price": price])
    working.inputs += factor
    return working
  }

  /// Takes `amount` from the first slot and what that does not hold from the next.
  private func take(_ amount: Row, from slots: [Row], by part: Row) {
    for slot in slots {
      part.copy(slot)
      part.limit(atMost: amount)
      slot.subtract(part)
      amount.subtract(part)
    }
  }

  /// Later minimums rise by a share of the growth since the period before, of which the first has
  /// none.
  private func raise(by stepUp: StepUp, after period: Int, of quantity: Row, at desk: Desk) {
    let before = desk.memory(Memory.before)
    if period > 0 {
      let growth = desk.other
      growth.setShortfall(of: before, below: quantity, times: 1)
      desk.memory(Memory.raised).add(growth, times: stepUp.growthShare)
    }
    before.copy(quantity)
  }

  /// The state rows of the clause; from ``slots`` on, the payments that are carried forward.
  private enum Memory {
    static let quantity = 0
    static let payment = 1
    static let raised = 2
    static let before = 3
    static let slots = 4
  }
}
