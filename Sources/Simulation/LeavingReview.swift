import Contracts
import Crew
import Futures
import Rows
import Settlement

/// Finds the review months in which a buyer that may leave would expect to be better off by
/// leaving.
///
/// The months are looked at from the last to the first, on pilot futures of their own. Leaving
/// pays in a month if leaving in it, wherever a right stands open, costs less than waiting for the
/// later months in which leaving pays, by two standard errors of the mean difference. That is
/// backward induction with the open right as the buyer's only information. Whole contracts are
/// settled and compared, so each month that is taken in lowers the expected cost, and the right
/// never raises it but by the pilot's own sampling error.
enum LeavingReview {
  /// The number of pilot futures.
  static let futures = 4_096

  /// The replicate of the random numbers that belongs to the pilot.
  static let replicate: UInt32 = 1

  /// The options with the months in which leaving pays, where a right of an option's contract asks for
  /// them; they are looked at side by side.
  static func decided(
    for options: [Option], _ assumptions: Assumptions, seed: UInt64
  ) -> [Option] {
    guard options.contains(where: \.isToBeReviewed) else { return options }
    let worlds = HeldWorlds(futures, of: assumptions, seed: seed, replicate: replicate)
    return options.indices.mapSideBySide { place in
      var option = options[place]
      if option.isToBeReviewed { decide(for: &option, assumptions, worlds) }
      return option
    }
  }

  private static func decide(
    for option: inout Option, _ assumptions: Assumptions, _ worlds: HeldWorlds
  ) {
    let months = option.contract.reviewMonths
    option.contract.leavingPays = Array(repeating: false, count: option.contract.horizon)
    let pilot = Pilot(option, assumptions, worlds)
    var costs = pilot.costs(under: option.contract, in: 0..<pilot.blocks)
    for month in months.reversed() {
      var candidate = option.contract
      candidate.leavingPays[month - 1] = true
      // Most months are decided by the first futures: leaving clearly costs more there.
      let first = pilot.costs(under: candidate, in: 0..<2)
      guard zScore(zip(costs, first).map { $0 - $1 }) > -3 else { continue }
      let changed = first + pilot.costs(under: candidate, in: 2..<pilot.blocks)
      guard zScore(zip(costs, changed).map { $0 - $1 }) > 2 else { continue }
      (option.contract, costs) = (candidate, changed)
    }
  }

  /// The mean of `savings` in standard errors; 0 where all are 0.
  private static func zScore(_ savings: [Double]) -> Double {
    let n = Double(savings.count)
    let mean = savings.reduce(0, +) / n
    let squares = savings.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return mean == 0 ? 0 : mean / (squares / (n - 1) / n).squareRoot()
  }
}

extension Option {
  /// Whether it is open in which months the buyer would leave.
  fileprivate var isToBeReviewed: Bool {
    contract.leavingPays.isEmpty && !contract.reviewMonths.isEmpty
  }
}

/// The futures in which one option is settled over and over.
private final class Pilot {
  private let shared: HeldWorlds
  private let paths: [ProviderPath]
  private let deskArena = Arena()

  init(_ option: Option, _ assumptions: Assumptions, _ shared: HeldWorlds) {
    self.shared = shared
    let pathArena = Arena()
    paths = shared.worlds.map { world in
      pathArena.reset()
      return ProviderPath(
        sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
        uniforms: option.contract.uniforms, arena: pathArena)
    }
  }

  var blocks: Int { shared.draws.count }

  /// The present value of all costs, after credits, in each future of `blocks`.
  func costs(under contract: ResolvedContract, in blocks: Range<Int>) -> [Double] {
    blocks.flatMap { block in
      deskArena.reset()
      paths[block].begin(at: shared.draws[block])
      let totals = Totals(for: contract, in: deskArena)
      contract.settle(in: shared.worlds[block], along: paths[block], into: totals, arena: deskArena)
      totals.cost.add(totals.credits)
      return (0..<Lanes.count).map { totals.cost[$0] }
    }
  }
}
