import Contracts
import Futures
import Rows
import Settlement

/// Settles the bids of an experiment in blocks of futures on one thread, for their costs alone.
final class BidSettler {
  private let basis: CostBasis
  private let arena = Arena()
  private let pathArena = Arena()
  private let deskArena = Arena()
  private let sampler: WorldSampler
  private let seats: [Seat]
  private let cost: Row

  private struct Seat {
    let path: ProviderPath
    let desk: Desk
    let totals: Totals
  }

  /// Prepares the bids of `experiment`, which use the same rows one after the other.
  init(_ experiment: Experiment) {
    basis = experiment.basis
    let assumptions = experiment.assumptions
    let world = World(for: assumptions, in: arena)
    sampler = WorldSampler(assumptions, filling: world, in: arena)
    cost = arena.row()
    let (pathArena, deskArena) = (pathArena, deskArena)
    seats = experiment.bids.map { position in
      let option = experiment.options[position]
      pathArena.reset()
      deskArena.reset()
      let path = ProviderPath(
        sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
        uniforms: option.contract.uniforms, arena: pathArena)
      return Seat(
        path: path,
        desk: Desk(
          option.contract, world: world, path: path, arena: deskArena, isRecording: true),
        totals: Totals(for: option.contract, in: deskArena))
    }
  }

  /// Fills what the bids share with the block at `draws`.
  func fillWorld(at draws: Draws) { sampler.fill(at: draws) }

  /// Settles the bids that have a column in the world as it is, and keeps the cost of each of the
  /// first `lanes` lanes in it.
  func settle(into columns: [Column?], at draws: Draws, lanes: Int) {
    for (seat, column) in zip(seats, columns) {
      guard let column else { continue }
      seat.path.begin(at: draws)
      seat.totals.begin(lanes: lanes)
      seat.desk.settle(into: seat.totals)
      cost.copy(seat.totals.cost)
      if basis == .afterCredits { cost.add(seat.totals.credits) }
      column.store(cost, lanes: lanes, at: Int(draws.firstFuture))
    }
  }
}
