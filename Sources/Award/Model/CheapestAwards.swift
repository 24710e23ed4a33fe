import Contracts
import Crew

/// In each future the cost of the award that is cheapest there, under no rule but that bids which
/// fail a mandatory requirement are given nothing.
///
/// Lots that no column binds together are found apart. For the lots of a group, by dynamic
/// programming over the parts of offers: `least[s]` is the least cost of giving the shares `s`.
struct CheapestAwards {
  /// The cost in each future.
  let costs: [Double]

  /// The most steps a future may take.
  static let mostSteps = 2_000_000

  /// Finds the cheapest awards of `award`.
  ///
  /// - Throws: ``AwardError/regretUnknown(lots:)`` where terms bind too many lots together.
  init(of award: AwardCase) throws(AwardError) {
    let excluded = Set(
      award.rules.compactMap { rule -> Int? in
        guard case .mandatory(let bid, _) = rule.demand, rule.priority == nil else { return nil }
        return award.bids.firstIndex(of: bid)
      })
    let columns = award.columns.indices.filter { !excluded.contains(award.columns[$0].bid) }
    var tables: [ShareTable] = []
    for group in award.boundLots(by: columns) {
      tables.append(try ShareTable(of: group, columns, in: award))
    }
    let whole = tables
    let stays = award.staying.map { staying in
      columns.filter { award.columns[$0].bid == staying }
    }
    let today = stays.map { stays in whole.map { $0.keeping(stays) } }
    costs = (0..<award.futures).mapSideBySide { future in
      let cost = whole.reduce(0) { $0 + $1.least(in: future, of: award) }
      guard !award.remainder.isEmpty else { return cost }
      let leaving = cost + award.remainder[future]
      guard let today else { return leaving }
      return min(leaving, today.reduce(0) { $0 + $1.least(in: future, of: award) })
    }
  }
}

/// The shares of the lots of one group that are given, as numbers, and how columns lead from one to
/// another.
private struct ShareTable: Sendable {
  /// The steps of the columns of each part of an offer.
  var parts: [[Step]] = []
  var states = 1

  struct Step: Sendable {
    var column: Int
    var moves: [(from: Int, to: Int)]
  }

  init(of group: [Int], _ columns: [Int], in award: AwardCase) throws(AwardError) {
    let own = columns.filter { group.contains(award.columns[$0].given[0].lot) }
    let unit = own.flatMap { award.columns[$0].given.map(\.share) }
      .reduce(AwardPlan.whole, greatestCommonDivisor)
    let digits = AwardPlan.whole / unit + 1
    var size = 1.0
    for _ in group { size *= Double(digits) }
    guard size * Double(own.count) <= Double(CheapestAwards.mostSteps) else {
      throw .regretUnknown(lots: group.map { award.lots[$0] })
    }
    states = Int(size)
    let offers = Dictionary(grouping: own) { place in
      [award.columns[place].bid, award.columns[place].part]
    }
    let order = offers.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    parts = order.map { key in
      (offers[key] ?? []).map { place in
        Step(
          column: place,
          moves: Self.moves(
            of: award.columns[place], group, unit: unit, digits: digits, states: states))
      }
    }
  }

  private static func moves(
    of column: AwardColumn, _ group: [Int], unit: Int, digits: Int, states: Int
  ) -> [(from: Int, to: Int)] {
    let steps = group.map { column.share(of: $0) / unit }
    return (0..<states).compactMap { state in
      var (rest, place, target) = (state, 1, state)
      for step in steps {
        guard rest % digits + step < digits else { return nil }
        target += step * place
        rest /= digits
        place *= digits
      }
      return (state, target)
    }
  }

  /// The same table with the columns of `kept` alone.
  func keeping(_ kept: [Int]) -> ShareTable {
    var copy = self
    copy.parts = parts.map { part in part.filter { kept.contains($0.column) } }
    return copy
  }

  /// The least cost of giving every lot of the group whole; infinite where that cannot be.
  func least(in future: Int, of award: AwardCase) -> Double {
    var least = Array(repeating: Double.infinity, count: states)
    least[0] = 0
    for part in parts {
      let before = least
      for step in part {
        let cost = award.columns[step.column].costs[future]
        for move in step.moves where before[move.from] + cost < least[move.to] {
          least[move.to] = before[move.from] + cost
        }
      }
    }
    return least[states - 1]
  }
}

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  second == 0 ? first : greatestCommonDivisor(second, first % second)
}

extension AwardCase {
  /// The lots in groups that no column binds to one another, each in ascending order.
  fileprivate func boundLots(by columns: [Int]) -> [[Int]] {
    var groups = DisjointSets(count: lots.count)
    for place in columns {
      for given in self.columns[place].given {
        groups.join(self.columns[place].given[0].lot, given.lot)
      }
    }
    return groups.sets
  }
}
