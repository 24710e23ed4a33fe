import Contracts
import Decision
import Simulation

/// How often a stopping rule was content although it was wrong.
struct Stopping: Count {
  var runs = 0
  var settled = 0
  var gaveUp = 0
  var wrong = 0
  var futures = 0
  var beyondLast = 0

  mutating func merge(_ other: Stopping) {
    runs += other.runs
    settled += other.settled
    gaveUp += other.gaveUp
    wrong += other.wrong
    futures += other.futures
    beyondLast += other.beyondLast
  }

  /// Whether every run ended, and no more of them stopped wrongly than is stated.
  var isHonest: Bool {
    settled + gaveUp == runs && beyondLast == 0
      && Double(wrong) <= StoppingRule.error * Double(runs)
  }

  /// Runs `market` with `seed` until `rule` is content.
  mutating func run(_ rule: StoppingRule, _ market: HonestMarket, seed: UInt64) async {
    let most = rule.looks.last ?? 1
    let experiment = market.experiment(futures: most, seed: seed)
    let stopped = await rule.run(experiment, of: market.event, threads: 1)
    runs += 1
    futures += stopped.futures
    beyondLast += stopped.futures > most ? 1 : 0
    switch stopped.end {
    case .settled:
      settled += 1
      wrong += rule.isWrong(of: stopped.outcome, market) ? 1 : 0
    case .gaveUp: gaveUp += 1
    case .interrupted: break
    }
  }
}

extension StoppingRule {
  /// Whether anything that is called settled is not.
  fileprivate func isWrong(of outcome: Outcome, _ market: HonestMarket) -> Bool {
    switch goal {
    case .precision(let share):
      return market.truths.enumerated().contains { option, truth in
        let cost = outcome.controlled(.cost(outcome.basis), of: option).estimate.value
        let tolerance = share * abs(cost)
        return figures.contains { figure in
          abs(figure.estimate(of: outcome, option) - figure.truth(truth)) > tolerance
        }
      }
    case .order(let indifference):
      let means = market.truths.map(\.mean)
      let risks = market.truths.map { $0.p80 - $0.p50 }
      let truth = Self.scores(means, risks)
      let found = outcome.options.indices.map { outcome.summary(of: $0, outcome.basis) }
      let stated = Self.scores(found.map(\.mean.value), found.map(\.risk.value))
      return truth.indices.contains { one in
        truth.indices.contains { other in
          stated[one] > stated[other] && truth[other] - truth[one] > 100 * indifference
        }
      }
    }
  }

  /// 80 parts lowest cost over own, 20 parts risk from 0 to a quarter of the lowest cost.
  private static func scores(_ means: [Double], _ risks: [Double]) -> [Double] {
    let lowest = means.min() ?? 0
    return zip(means, risks).map { mean, risk in
      80 * lowest / mean + 20 * min(max(1 - risk / (0.25 * lowest), 0), 1)
    }
  }
}

extension StoppingRule.Figure {
  fileprivate func truth(_ truth: Truth) -> Double {
    switch self {
    case .mean: truth.mean
    case .risk: truth.p80 - truth.p50
    case .p80: truth.p80
    case .p90: truth.p90
    case .cvar95: truth.cvar95
    }
  }

  fileprivate func estimate(of outcome: Outcome, _ option: Int) -> Double {
    let summary = outcome.summary(of: option, outcome.basis)
    return switch self {
    case .mean: outcome.controlled(.cost(outcome.basis), of: option).estimate.value
    case .risk: summary.risk.value
    case .p80: summary[0.8].value
    case .p90: summary[0.9].value
    case .cvar95: summary.cvar95.value
    }
  }
}
