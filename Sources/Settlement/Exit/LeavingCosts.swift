public import Futures
public import Rows

/// What a contract costs in a block of futures where the buyer stays, and where it leaves in one of
/// the months in which it reviews that.
///
/// A contract ends once, so what a future costs under any choice of months is what it costs where
/// the buyer leaves in the first of them in which a right stands open.
public struct LeavingCosts: Sendable {
  /// The present value of all costs after credits in each future, if no review ends the contract.
  public let staying: [Double]

  /// What each future costs if the buyer leaves in a month, where it can; by month, without those in
  /// which no right stands open in any future.
  private let leaving: [Int: [Double?]]

  fileprivate init(staying: [Double], leaving: [Int: [Double?]]) {
    self.staying = staying
    self.leaving = leaving
  }

  /// What each future costs if the buyer leaves in `month` wherever a right stands open then, and
  /// `later` where none does.
  public func leaving(in month: Int, else later: [Double]) -> [Double] {
    guard let leaving = leaving[month] else { return later }
    return zip(leaving, later).map { $0 ?? $1 }
  }
}

extension ResolvedContract {
  /// Settles the contract without leaving and, from each of the review `months` on, with leaving in
  /// that month alone: all side by side along one path.
  ///
  /// ``leavingPays`` is not read.
  public func costsOfLeaving(
    during months: Set<Int>, in world: World, along path: ProviderPath, arena: Arena
  ) -> LeavingCosts {
    func course() -> Course { Course(self, in: world, along: path, arena) }
    let stay = course()
    var leaving: [(month: Int, course: Course, hasLeft: [Bool])] = []
    // A course on which nobody leaves is begun again in the next month of review.
    var spare: Course?
    for month in 1...horizon {
      for (_, leave, _) in leaving { leave.settle(month) }
      if months.contains(month) {
        let leave = spare ?? course()
        leave.begin(where: stay, leavingIn: month)
        leave.settle(month)
        let hasLeft = leave.exercised
        spare = hasLeft.contains(true) ? nil : leave
        if spare == nil { leaving.append((month, leave, hasLeft)) }
      }
      stay.settle(month)
    }
    return LeavingCosts(
      staying: stay.costs,
      leaving: Dictionary(
        uniqueKeysWithValues: leaving.map { month, leave, hasLeft in
          (month, zip(hasLeft, leave.costs).map { $0 ? $1 : nil })
        }))
  }
}

/// One way in which a contract may go on, settled month by month.
private final class Course {
  private let desk: Desk
  private let cost: CostAfterCredits

  init(
    _ contract: ResolvedContract, in world: World, along path: ProviderPath, _ arena: Arena
  ) {
    desk = Desk(contract, world: world, path: path, arena: arena)
    cost = CostAfterCredits(in: arena)
    desk.begin()
    desk.leavingPays = []
  }

  /// Begins where `other` stands at the end of a month; from then on leaving pays in `month` alone.
  func begin(where other: Course, leavingIn month: Int) {
    desk.begin(where: other.desk)
    desk.leavingPays = (1...desk.contract.horizon).map { $0 == month }
    cost.sum.copy(other.cost.sum)
  }

  func settle(_ month: Int) { desk.settle(month, into: cost) }

  /// Where a right was exercised in the last month that was settled.
  var exercised: [Bool] { (0..<Lanes.count).map { desk.exercised[$0] == 1 } }

  var costs: [Double] { (0..<Lanes.count).map { cost.sum[$0] } }
}

/// The present value of all costs after credits, in each future.
private final class CostAfterCredits: Sink {
  let sum: Row
  private var posts = Posts()

  init(in arena: Arena) { sum = arena.row() }

  func close(_ desk: Desk) {
    for position in desk.accounts.indices where desk.isPosted(position) {
      let account = desk.contract.accounts[position]
      posts.append(
        desk.accounts[position], weight: desk.weight(of: account.standing),
        discount: desk.contract.discount(ofKind: account.kind, in: desk.month))
    }
    posts.add(to: sum)
    posts.removeAll()
  }
}
