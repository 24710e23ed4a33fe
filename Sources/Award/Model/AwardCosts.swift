import Contracts

/// What an award costs, and what makes one better than another.
struct AwardCosts {
  let award: AwardCase

  /// In each future the cost of the award that is cheapest there; empty where cost itself counts.
  let cheapest: [Double]

  /// Prepares the objective of `award`.
  ///
  /// - Throws: ``AwardError`` where regret is asked for and the cheapest awards cannot be found.
  init(of award: AwardCase) throws(AwardError) {
    self.award = award
    cheapest = award.objective.measure == .regret ? try CheapestAwards(of: award).costs : []
  }

  /// The cost in each future of giving the columns `chosen`.
  func costs(of chosen: [Int]) -> [Double] {
    var costs = Array(repeating: 0.0, count: award.futures)
    for place in chosen {
      for (future, cost) in award.columns[place].costs.enumerated() { costs[future] += cost }
    }
    if !award.remainder.isEmpty, award.leavesToday(chosen) {
      for (future, cost) in award.remainder.enumerated() { costs[future] += cost }
    }
    return costs
  }

  /// What is averaged: the cost in each future, or the regret.
  func measure(of costs: [Double]) -> [Double] {
    cheapest.isEmpty ? costs : zip(costs, cheapest).map { $0 - $1 }
  }

  /// `mean + λ·CVaR_α` of the measure of `costs`.
  func objective(of costs: [Double]) -> Double {
    let values = measure(of: costs)
    let mean = values.mean
    let weight = award.objective.tailWeight
    guard weight > 0 else { return mean }
    return mean + weight * Tail(of: values, beyond: award.objective.tail).mean
  }
}

extension AwardCase {
  /// Whether anything is given to a bid other than today's operation.
  func leavesToday(_ chosen: [Int]) -> Bool { chosen.contains { columns[$0].bid != staying } }
}

/// The worst futures of a sample: `CVaR_α = Σ w·value` with the weight `1 / ((1 − α)·n)` for each of
/// the largest values, and what is left of 1 for the next.
///
/// It is the least over η of `η + Σ max(value − η, 0) / ((1 − α)·n)` (Rockafellar and Uryasev 2000).
struct Tail {
  /// The futures of the tail with their weights, which add up to 1.
  let weights: [(future: Int, weight: Double)]

  /// The mean of the tail.
  let mean: Double

  /// Finds the tail of `values` beyond the share `alpha` of them; equal values in their order.
  init(of values: [Double], beyond alpha: Double) {
    let size = (1 - alpha) * Double(values.count)
    let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    var weights: [(future: Int, weight: Double)] = []
    var left = 1.0
    for future in order where left > 0 {
      let weight = min(left, 1 / size)
      weights.append((future, weight))
      left -= weight
      if left < 1e-12 { break }
    }
    self.weights = weights
    mean = weights.reduce(0) { $0 + $1.weight * values[$1.future] }
  }
}
