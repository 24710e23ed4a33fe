import Futures
import Rows

/// Worlds that are filled once and then only read, so that threads may share them.
final class HeldWorlds: @unchecked Sendable {
  /// Where the random numbers of each world lie.
  let draws: [Draws]

  /// The worlds, one for each of ``draws``.
  let worlds: [World]

  /// Fills the first `futures` futures of `assumptions`, in whole blocks.
  init(_ futures: Int, of assumptions: Assumptions, seed: UInt64, replicate: UInt32 = 0) {
    let draws = stride(from: 0, to: futures, by: Lanes.count).map { first in
      Draws(
        seed: seed, replicate: replicate, firstFuture: UInt32(truncatingIfNeeded: first))
    }
    self.draws = draws
    let arena = Arena()
    worlds = draws.map { draws in
      let world = World(for: assumptions, in: arena)
      let samplerArena = Arena()
      withExtendedLifetime(samplerArena) {
        WorldSampler(assumptions, filling: world, in: samplerArena).fill(at: draws)
      }
      return world
    }
  }
}
