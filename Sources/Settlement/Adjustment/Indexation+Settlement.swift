import Contracts
import Futures
import Rows

extension Indexation: Settling {
  static var stage: Stage { .factors }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.index = try resolver.position(of: index, "index", resolver.event.indices)
    seat.factor = resolver.factors[resolver.clause]
    resolver.addState(2)
  }

  /// Adjusts the factor by the index's `move = i / i₀ − 1` since the last adjustment.
  ///
  /// The base is the level of month 1.
  /// * cumulative: `I ← I · (1 + move)`, `F = 1 + share · (I − 1)`;
  /// * each step: `F ← F · (1 + share · move)`.
  ///
  /// Cap and floor limit the index's move, or the price's move `F / F₀ − 1`.
  func settle(at desk: Desk) {
    guard let factor = desk.factor else { return }
    let reference = desk.state[desk.seat.state]
    let cumulative = desk.state[desk.seat.state + 1]
    let index = desk.world.index(desk.seat.index, in: desk.month)
    if desk.month == 1 {
      factor.fill(1)
      cumulative.fill(1)
      reference.copy(index)
    }
    guard adjusts(in: desk.month) else { return }
    let move = desk.work
    move.copy(index)
    move.divide(by: reference)
    move.add(-1)
    if limited == .index { limit(move) }
    adjust(factor, cumulative, by: move, at: desk)
    reference.copy(index)
  }

  private func adjust(_ factor: Row, _ cumulative: Row, by move: Row, at desk: Desk) {
    switch basis {
    case .cumulative:
      move.add(1)
      cumulative.multiply(by: move)
      move.copy(cumulative)
      move.add(-1)
      move.multiply(by: share)
      move.add(1)
      if limited == .price { limitPrice(move, since: factor) }
      factor.copy(move)
    case .eachStep:
      move.multiply(by: share)
      if limited == .price { limit(move) }
      move.add(1)
      factor.multiply(by: move)
    }
  }

  /// Brings a new factor within cap and floor of the factor before.
  private func limitPrice(_ new: Row, since old: Row) {
    new.divide(by: old)
    new.add(-1)
    limit(new)
    new.add(1)
    new.multiply(by: old)
  }

  private func limit(_ move: Row) { move.clip(floor ?? -.infinity, cap ?? .infinity) }
}
