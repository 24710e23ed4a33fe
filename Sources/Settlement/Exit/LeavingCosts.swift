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
  /// Settles the contract without leaving and, from each review month on, with leaving in that month
  /// alone: all side by side along one path.
  ///
  /// ``leavingPays`` is not read.
  public func costsOfLeaving(
    in world: World, along path: ProviderPath, arena: Arena
  ) -> LeavingCosts {
    func course(leavingIn month: Int? = nil) -> Course {
      var contract = self
      contract.leavingPays = (1...horizon).map { $0 == month }
      return Course(contract, in: world, along: path, arena)
    }
    let (months, stay) = (Set(reviewMonths), course())
    var leaving: [(month: Int, course: Course, isOpen: [Bool])] = []
    for month in 1...horizon {
      for (_, leave, _) in leaving { leave.settle(month) }
      if months.contains(month) {
        let leave = course(leavingIn: month)
        leave.begin(where: stay)
        leave.settle(month)
        let isOpen = leave.exercised
        if isOpen.contains(true) { leaving.append((month, leave, isOpen)) }
      }
      stay.settle(month)
    }
    return LeavingCosts(
      staying: stay.costs,
      leaving: Dictionary(
        uniqueKeysWithValues: leaving.map { month, leave, isOpen in
          (month, zip(isOpen, leave.costs).map { $0 ? $1 : nil })
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
  }

  /// Begins where `other` stands at the end of a month.
  func begin(where other: Course) {
    desk.begin(where: other.desk)
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
