import Contracts
import Solver

/// An award as a mixed program.
///
/// `x_j` is 1 where column j is given, `y_b` where bid b is given anything, `z` where any lot leaves
/// today's operation. For every lot the shares given add up to 1; of each part of an offer at most
/// one column is given: `Σ_j∈part x_j ≤ y_b ≤ Σ_j∈b x_j`.
struct AwardModel {
  let award: AwardCase
  private(set) var program = MixedProgram()

  /// The positions of `y`, by bid.
  let used: [Int]

  /// The position of `z`, or nothing.
  private(set) var leaves: Int?

  /// By what the program's amounts of money are divided.
  let scale: Double

  /// The columns of each bid.
  let columnsOfBid: [[Int]]

  /// Writes down what holds of every award of `award`, without costs.
  init(_ award: AwardCase) {
    self.award = award
    let largest = award.columns.map(\.mean.magnitude).max() ?? 0
    scale = max(largest, 1e-6) / 1e6
    var program = MixedProgram()
    for _ in award.columns { _ = program.add(MixedProgram.Variable()) }
    used = award.bids.map { _ in program.add(MixedProgram.Variable()) }
    var columnsOfBid = award.bids.map { _ in [Int]() }
    for (place, column) in award.columns.enumerated() { columnsOfBid[column.bid].append(place) }
    self.columnsOfBid = columnsOfBid
    self.program = program
    fillLots()
    linkBids()
    linkRemainder()
  }

  private mutating func fillLots() {
    var terms = award.lots.map { _ in [MixedProgram.Term]() }
    for (place, column) in award.columns.enumerated() {
      for given in column.given { terms[given.lot].append(.init(place, given.part)) }
    }
    for terms in terms { program.add(.init(terms, lower: 1, upper: 1)) }
  }

  private mutating func linkBids() {
    for bid in award.bids.indices {
      let parts = Dictionary(grouping: columnsOfBid[bid]) { award.columns[$0].part }
      for (_, columns) in parts.sorted(by: { $0.key < $1.key }) {
        program.add(.init(columns.map { .init($0, 1) } + [.init(used[bid], -1)], upper: 0))
      }
      let all = columnsOfBid[bid].map { MixedProgram.Term($0, -1) }
      program.add(.init([.init(used[bid], 1)] + all, upper: 0))
    }
  }

  private mutating func linkRemainder() {
    guard !award.remainder.isEmpty else { return }
    let leaves = program.add(MixedProgram.Variable())
    for bid in award.bids.indices where bid != award.staying {
      program.add(.init([.init(used[bid], 1), .init(leaves, -1)], upper: 0))
    }
    self.leaves = leaves
  }

  /// The mean cost as terms, in the program's money.
  var meanCost: [MixedProgram.Term] {
    let columns = award.columns.enumerated().map {
      MixedProgram.Term($0.offset, $0.element.mean / scale)
    }
    return columns + remainderTerm(award.remainder.mean)
  }

  /// A weighted sum of the costs in single futures as terms, in the program's money.
  func cost(in futures: [(future: Int, weight: Double)]) -> [MixedProgram.Term] {
    func sum(_ costs: [Double]) -> Double {
      futures.reduce(0) { $0 + $1.weight * costs[$1.future] } / scale
    }
    let columns = award.columns.enumerated().map {
      MixedProgram.Term($0.offset, sum($0.element.costs))
    }
    guard let leaves else { return columns }
    return columns + [.init(leaves, sum(award.remainder))]
  }

  private func remainderTerm(_ mean: Double) -> [MixedProgram.Term] {
    leaves.map { [.init($0, mean / scale)] } ?? []
  }

  /// Adds the rows of a rule that must hold.
  mutating func keep(_ rule: AwardRule) {
    for row in rows(of: rule) { program.add(row) }
  }

  /// Adds the rows of a rule that may give way, and says where the variable stands that is 1 where
  /// it does.
  ///
  /// A row is lifted by as much as it can be broken at all.
  mutating func relax(_ rule: AwardRule) -> Int {
    let broken = program.add(MixedProgram.Variable())
    for row in rows(of: rule) {
      let most = row.terms.reduce(0) { $0 + max($1.factor, 0) }
      let least = row.terms.reduce(0) { $0 + min($1.factor, 0) }
      if row.upper.isFinite, most > row.upper {
        program.add(
          .init(row.terms + [.init(broken, row.upper - most)], upper: row.upper))
      }
      if row.lower.isFinite, least < row.lower {
        program.add(
          .init(row.terms + [.init(broken, row.lower - least)], lower: row.lower))
      }
    }
    return broken
  }

  /// Whether the columns `chosen` keep `rule`.
  func keeps(_ rule: AwardRule, giving chosen: [Int]) -> Bool {
    var values = Array(repeating: 0.0, count: program.variables.count)
    for place in chosen {
      values[place] = 1
      values[used[award.columns[place].bid]] = 1
    }
    if let leaves, award.leavesToday(chosen) { values[leaves] = 1 }
    return rows(of: rule).allSatisfy { row in
      let value = row.terms.reduce(0) { $0 + $1.factor * values[$1.variable] }
      return value >= row.lower - 1e-6 && value <= row.upper + 1e-6
    }
  }

  /// Adds a row, a variable or costs.
  mutating func change(_ body: (inout MixedProgram) -> Void) { body(&program) }
}

extension AwardColumn.Given {
  /// The share, 1 for a whole lot.
  var part: Double { Double(share) / Double(AwardPlan.whole) }
}

extension [Double] {
  /// The mean; 0 of no numbers.
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
