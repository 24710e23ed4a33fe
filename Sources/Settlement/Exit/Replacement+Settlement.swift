import Contracts
import Rows

extension Replacement: Settling {
  static var stage: Stage { .replacement }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = try resolver.factor(indexation)
    resolver.addState(base.stateRows + 1)
    resolver.addLine("replacement", .replacement, .afterExit)
    resolver.addLine("procurement and dual running", .replacement, .onExercise)
  }

  /// After the exit `base · multiple · F` a month, the base as it stood in the last month that was
  /// served; in the month of the exercise `procurement + dual running · base · multiple · F`.
  func settle(at desk: Desk) {
    let charge = desk.amount
    let postsChange = desk.counts(.onExercise) && (dualRunning != 0 || procurement != 0)
    if postsChange || base.constant(at: desk) == nil { fillBase(at: desk) }
    desk.post(base, in: charge, times: multiple)
    if postsChange { postChange(from: charge, at: desk) }
  }

  /// The cost of changing over; where nothing is stated there is no line.
  private func postChange(from charge: Row, at desk: Desk) {
    let once = desk.work
    once.fill(0)
    once.add(charge, times: multiple, desk.factor)
    let price = once[0]
    once.multiply(by: dualRunning)
    once.add(procurement)
    desk.post(
      offset: 1,
      Working(
        "price × dual_running + procurement",
        ["price": price, "dual_running": dualRunning, "procurement": procurement])
    ) { $0.add(once) }
  }

  /// The base: what depends on the contract's charges is frozen at the exit, but for what it would
  /// have charged.
  private func fillBase(at desk: Desk) {
    base.fill(desk.amount, ring: desk.ring(base, offset: 1), at: desk)
    guard base.endsWithContract else { return }
    let frozen = desk.memory(0)
    desk.amount.multiply(by: desk.live)
    frozen.multiply(by: desk.gone)
    frozen.add(desk.amount)
    desk.amount.copy(frozen)
  }
}
