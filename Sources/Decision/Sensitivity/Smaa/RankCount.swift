/// How often each alternative had each rank, and what the weights were where it was first.
///
/// Alternatives with equal values share their ranks: each of k has each of these k ranks by a kth. What is
/// counted are whole numbers, so that ranks add up to the draws exactly.
struct RankCount: Sendable, Hashable {
  /// Where an alternative shares ranks.
  struct Tie: Hashable, Sendable {
    var alternative: Int
    var firstRank: Int
    var size: Int
  }

  let alternatives: Int
  private(set) var draws = 0

  /// The draws in which an alternative had a rank alone, by alternative and rank.
  private(set) var alone: [Int]

  /// The draws in which it shared ranks.
  private(set) var shared: [Tie: Int] = [:]

  /// Twice the draws in which an alternative was better than another, and once those in which it was
  /// equal.
  private(set) var halfWins: [Int]

  /// The sums of the weights where an alternative was first, by alternative and criterion.
  private(set) var weights: [Double]

  // The alternatives that are better than each one and those that are equal, of the draw at hand.
  private var better: [Int]
  private var equal: [Int]

  init(alternatives: Int, criteria: Int) {
    self.alternatives = alternatives
    alone = Array(repeating: 0, count: alternatives * alternatives)
    halfWins = alone
    weights = Array(repeating: 0, count: alternatives * criteria)
    better = Array(repeating: 0, count: alternatives)
    equal = better
  }

  /// Counts a draw in which the alternatives had `values`.
  mutating func add(_ values: [Double], _ drawn: [Double]) {
    draws += 1
    for own in 0..<alternatives { (better[own], equal[own]) = (0, 0) }
    for own in 0..<alternatives {
      for other in (own + 1)..<max(alternatives, own + 1) { compare(own, other, values) }
    }
    for own in 0..<alternatives {
      if equal[own] == 0 {
        alone[own * alternatives + better[own]] += 1
      } else {
        let tie = Tie(alternative: own, firstRank: better[own], size: equal[own] + 1)
        shared[tie, default: 0] += 1
      }
      guard better[own] == 0 else { continue }
      let share = 1 / Double(equal[own] + 1)
      for criterion in drawn.indices {
        weights[own * drawn.count + criterion] += share * drawn[criterion]
      }
    }
  }

  private mutating func compare(_ own: Int, _ other: Int, _ values: [Double]) {
    if values[own] > values[other] {
      better[other] += 1
      halfWins[own * alternatives + other] += 2
    } else if values[own] < values[other] {
      better[own] += 1
      halfWins[other * alternatives + own] += 2
    } else {
      equal[own] += 1
      equal[other] += 1
      halfWins[own * alternatives + other] += 1
      halfWins[other * alternatives + own] += 1
    }
  }

  /// Adds the draws of `other`.
  mutating func merge(_ other: RankCount) {
    draws += other.draws
    for place in alone.indices { alone[place] += other.alone[place] }
    for place in halfWins.indices { halfWins[place] += other.halfWins[place] }
    for place in weights.indices { weights[place] += other.weights[place] }
    shared.merge(other.shared, uniquingKeysWith: +)
  }

  /// The draws in which `alternative` had `rank`, counted from 0, with the parts of shared ranks.
  func count(_ alternative: Int, _ rank: Int) -> Double {
    let ties = shared.filter { tie, _ in
      tie.alternative == alternative && (tie.firstRank..<(tie.firstRank + tie.size)).contains(rank)
    }
    // By size, so that the sum has one order.
    let parts = Dictionary(grouping: ties, by: \.key.size).sorted { $0.key < $1.key }
    return parts.reduce(Double(alone[alternative * alternatives + rank])) { sum, part in
      sum + Double(part.value.reduce(0) { $0 + $1.value }) / Double(part.key)
    }
  }
}
