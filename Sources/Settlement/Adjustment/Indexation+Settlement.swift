import Contracts
import Futures
import Rows

extension Indexation: Settling {
  static var stage: Stage { .factors }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.indices = try resolver.follow(followed.indices)
    seat.factor = resolver.factors[resolver.clause]
    resolver.addState(2)
  }

  /// Adjusts the factor by the `move` of what is followed, `i / i₀ − 1` for an index.
  ///
  /// The base is the level of month 1, or of a month before it where the index is read with a lag.
  /// * cumulative: `I ← I · (1 + move)`, `F = 1 + share · (I − 1)`;
  /// * each step: `F ← F · (1 + share · move)`;
  /// * as drafted: the same, with the move since the base.
  ///
  /// Cap and floor limit the move, or the price's move `F / F₀ − 1`.
  func settle(at desk: Desk) {
    guard let factor = desk.factor, !desk.contract.isBeforeIndexation else { return }
    let (cumulative, move) = (desk.memory(0), desk.memory(1))
    if desk.month == 1 { cumulative.fill(1) }
    guard adjusts(in: desk.month) else { return }
    setMove(move, at: desk)
    desk.note("move", move)
    let limitedMove = desk.work
    limitedMove.copy(move)
    if limited == .index { limit(limitedMove) }
    adjust(factor, cumulative, by: limitedMove)
  }

  /// The move of what is followed, before cap and floor.
  private func setMove(_ move: Row, at desk: Desk) {
    let indices = desk.contract.followed[desk.seat.indices]
    switch followed {
    case .index: setMove(move, of: indices[indices.startIndex], at: desk)
    case .blend(let parts):
      move.fill(0)
      for (index, part) in zip(indices, parts) {
        setMove(desk.work, of: index, at: desk)
        move.add(desk.work, times: part.weight)
      }
    case .lesser(let moves):
      move.fill(.infinity)
      for index in indices {
        setMove(desk.work, of: index, at: desk)
        move.limit(atMost: desk.work)
      }
      for case .rate(let rate) in moves { move.clip(-.infinity, rate) }
    }
    if plus != 0 { move.add(plus) }
  }

  private func setMove(_ move: Row, of index: Int, at desk: Desk) {
    let months = reading(for: desk.month)
    move.copy(desk.level(ofIndex: index, in: months.to, desk.other))
    move.divide(by: desk.level(ofIndex: index, in: months.from, desk.other))
    move.add(-1)
  }

  private func adjust(_ factor: Row, _ cumulative: Row, by move: Row) {
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
    case .eachStep, .asDrafted:
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
