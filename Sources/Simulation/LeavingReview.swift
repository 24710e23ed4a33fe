import Contracts
import Futures
import Rows
import Settlement

/// Finds the months in which a buyer that may leave would expect to be better off by leaving.
///
/// On pilot futures of their own, in which the buyer never leaves by its own choice, the saving of
/// leaving in month m is `Σ_{t > m + notice} (cost of staying − cost of the replacement) − cost of
/// leaving`, in present value. Leaving pays in m if the mean saving over the futures in which the
/// right stands open lies above 0 by two standard errors. That is one step of policy improvement
/// over never leaving, with the open right as the buyer's only information: it never raises
/// expected cost but by the pilot's own sampling error.
final class LeavingReview: Sink {
  /// The number of pilot futures.
  static let futures = 4_096

  /// The replicate of the random numbers that belongs to the pilot.
  static let replicate: UInt32 = 1

  /// Keeps the rows alive.
  private let arena: Arena
  private let right: Int
  private let notice: Int
  private let stay: [Row]
  private let gone: [Row]
  private let leave: [Row]
  private let open: [Row]
  private let saving: Row
  private let work: Row
  private var counts: [Double]
  private var sums: [Double]
  private var squares: [Double]

  private init(_ contract: ResolvedContract, right: Int, notice: Int, in arena: Arena) {
    self.arena = arena
    self.right = right
    self.notice = notice
    stay = arena.rows(contract.horizon)
    gone = arena.rows(contract.horizon)
    leave = arena.rows(contract.horizon)
    open = arena.rows(contract.horizon)
    saving = arena.row()
    work = arena.row()
    counts = Array(repeating: 0, count: contract.horizon)
    sums = counts
    squares = counts
  }

  /// Sets the months in which leaving pays, where a right of the option's contract asks for them.
  static func decide(for option: inout Option, _ assumptions: Assumptions, seed: UInt64) {
    guard let (right, notice) = option.contract.reviewed else { return }
    option.contract.leavingPays = []
    let contract = option.contract
    let arena = Arena()
    let review = LeavingReview(contract, right: right, notice: notice, in: arena)
    let world = World(for: assumptions, in: arena)
    let sampler = WorldSampler(assumptions, filling: world, in: arena)
    let path = ProviderPath(
      sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
      uniforms: contract.uniforms, arena: arena)
    let mark = arena.mark
    for first in stride(from: 0, to: futures, by: Lanes.count) {
      let draws = Draws(seed: seed, replicate: replicate, firstFuture: UInt32(first))
      arena.release(to: mark)
      sampler.fill(at: draws)
      path.begin(at: draws)
      contract.settle(in: world, along: path, into: review, arena: arena)
      review.fold()
    }
    option.contract.leavingPays = review.leavingPays
  }

  func post(
    _ amount: Row, to line: Int, _ standing: Standing, at desk: Desk, working: () -> Working
  ) {
    let month = desk.month - 1
    let discount = desk.contract.discount(of: line, in: desk.month)
    switch standing {
    case .live: stay[month].add(amount, times: discount)
    case .afterExit: gone[month].add(amount, times: discount)
    case .onExercise: leave[month].add(amount, times: discount)
    case .always: break  // the same whether the buyer stays or leaves
    }
  }

  func close(_ desk: Desk) {
    let row = open[desk.month - 1]
    row.copy(desk.arisen[right])
    row.multiply(by: desk.live)
  }

  /// Adds the block's savings, month by month from the last, and clears the rows.
  private func fold() {
    saving.fill(0)
    for month in stay.indices.reversed() {
      let served = month + notice
      if served + 1 < stay.count {
        saving.add(stay[served + 1])
        saving.subtract(gone[served + 1])
      }
      work.copy(saving)
      work.subtract(leave[month])
      work.multiply(by: open[month])
      counts[month] += open[month].sum()
      sums[month] += work.sum()
      squares[month] += work.sumOfSquares()
    }
    for row in [stay, gone, leave].joined() { row.fill(0) }
  }

  private var leavingPays: [Bool] {
    counts.indices.map { month in
      let n = counts[month]
      guard n > 1 else { return false }
      let mean = sums[month] / n
      let variance = max(0, squares[month] / n - mean * mean)
      return mean > 2 * (variance / (n - 1)).squareRoot()
    }
  }
}
