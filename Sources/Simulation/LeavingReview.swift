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

  /// The fewest of them that decide.
  private static let firstLook = 512

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
    let pilot = Pilot(option, assumptions, worlds)
    for month in pilot.reviewMonths.reversed() where leavingPays(in: month, pilot) {
      pilot.leave(in: month)
    }
    option.contract.leavingPays = (1...option.contract.horizon).map(pilot.months.contains)
  }

  /// Whether leaving in `month` saves two standard errors of all futures of the pilot.
  ///
  /// Most months are decided by the first futures: where leaving costs more there by three standard
  /// errors, the others are not looked at. First futures in which hardly any right stands open decide
  /// nothing by themselves, for they may lack the rare one in which leaving saves much.
  private static func leavingPays(in month: Int, _ pilot: Pilot) -> Bool {
    let first = firstLook / Lanes.count
    var blocks = first
    while true {
      let savings = pilot.savings(ofLeavingIn: month, blocks: blocks)
      let score = zScore(savings)
      if blocks == pilot.blocks { return score > 2 }
      let isTooFew = blocks == first && savings.count { $0 != 0 } < 100
      guard score > -3 || isTooFew else { return false }
      blocks = min(2 * blocks, pilot.blocks)
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

/// What one option costs in the first of its pilot futures, as far as somebody has asked.
private final class Pilot {
  let reviewMonths: [Int]

  /// The months in which leaving pays, from the last.
  private(set) var months: [Int] = []

  private let contract: ResolvedContract
  private let shared: HeldWorlds
  private let paths: [ProviderPath]
  private let deskArena = Arena()
  /// What each block costs by month of leaving, and in ``months``.
  private var costs: [(byMonth: LeavingCosts, now: [Double])] = []

  init(_ option: Option, _ assumptions: Assumptions, _ shared: HeldWorlds) {
    contract = option.contract
    reviewMonths = contract.reviewMonths
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

  /// What leaving in `month` too, before the other ``months``, saves in each future of the first
  /// `blocks`.
  func savings(ofLeavingIn month: Int, blocks: Int) -> [Double] {
    // Months after this one that do not pay are asked after no more.
    let asked = months + reviewMonths.prefix { $0 <= month }
    for block in costs.count..<max(blocks, costs.count) { settle(block, Set(asked)) }
    return costs.prefix(blocks).flatMap { byMonth, now in
      zip(now, byMonth.leaving(in: month, else: now)).map { $0 - $1 }
    }
  }

  /// From now on the buyer leaves in `month` too, before the other ``months``.
  func leave(in month: Int) {
    months.append(month)
    for block in costs.indices {
      costs[block].now = costs[block].byMonth.leaving(in: month, else: costs[block].now)
    }
  }

  private func settle(_ block: Int, _ asked: Set<Int>) {
    deskArena.reset()
    paths[block].begin(at: shared.draws[block])
    let byMonth = contract.costsOfLeaving(
      during: asked, in: shared.worlds[block], along: paths[block], arena: deskArena)
    let now = months.reduce(byMonth.staying) { byMonth.leaving(in: $1, else: $0) }
    costs.append((byMonth, now))
  }
}
