public import Contracts
import Simulation

/// When a simulation has run long enough.
///
/// It is looked at after fixed numbers of futures. A look errs if an interval on which it builds
/// misses the truth; the chance of that, ``error``, is divided evenly over all looks and all figures
/// or pairs of bids (Bonferroni), so that it bounds the chance that any of them ever errs, however
/// the looks depend on each other.
public struct StoppingRule: Hashable, Sendable {
  /// What is to be settled.
  public enum Goal: Hashable, Sendable {
    /// Every figure of every bid is within this share of the bid's mean cost of the truth.
    case precision(Double)
    /// No two bids stand in an order that is wrong by more than this share of the scale of overall
    /// scores, 0.005 for half a point of 100.
    case order(indifference: Double)
  }

  /// A figure of a bid's cost on the basis of comparison.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    /// The mean.
    case mean
    /// P80 − P50.
    case risk
    /// The eightieth percentile.
    case p80
    /// The ninetieth percentile.
    case p90
    /// The mean of the worst twentieth.
    case cvar95

    /// The futures from which on the figure's interval is trusted: for the tail mean, some 800
    /// futures in the tail.
    public var leastFutures: Int { self == .cvar95 ? 16_384 : StoppingRule.firstLook }
  }

  /// The chance that the rule stops although what it calls settled is not.
  public static let error = 0.05

  /// The futures at the first look, from which on normal intervals of means are trusted.
  public static let firstLook = 4_096

  /// What is to be settled.
  public let goal: Goal

  /// The figures that a precision is asked of.
  public let figures: [Figure]

  /// The numbers of futures at which it is looked, ascending; the last is the most that are run.
  public let looks: [Int]

  /// Looks after `4096·2^(k/2)` futures, in whole blocks, and at last after `maxFutures`.
  ///
  /// - Precondition: `maxFutures` is at least 1, the goal above 0 for a precision and not below 0
  ///   for an order, and there is a figure.
  public init(
    _ goal: Goal, figures: [Figure] = [.mean], maxFutures: Int = 10_000_000
  ) {
    precondition(maxFutures >= 1, "a simulation has at least one future")
    precondition(goal.isMeant, "a precision is above 0, an indifference not below")
    precondition(!figures.isEmpty, "a precision is that of a figure")
    self.goal = goal
    self.figures = figures
    var looks: [Int] = []
    var next = Double(Self.firstLook)
    while next < Double(maxFutures) {
      let blocks = (Int(next) + Experiment.blockSize - 1) / Experiment.blockSize
      looks.append(blocks * Experiment.blockSize)
      next *= 2.0.squareRoot()
    }
    self.looks = looks.filter { $0 < maxFutures } + [maxFutures]
  }

  /// The figures that the criteria of `event` are about: the figure of the cost that is compared,
  /// and P80 − P50 where risk counts.
  public static func figures(of event: Event) -> [Figure] {
    let counting = event.method.counting(event.criteria)
    let cost = counting.first { $0.measure == .cost }?.statistic ?? .mean
    return [Figure(cost)] + (counting.contains { $0.measure == .risk } ? [.risk] : [])
  }
}

extension StoppingRule.Figure {
  fileprivate init(_ statistic: Criterion.Statistic) {
    switch statistic {
    case .mean: self = .mean
    case .p80: self = .p80
    case .p90: self = .p90
    case .cvar95: self = .cvar95
    }
  }
}

extension StoppingRule.Goal {
  fileprivate var isMeant: Bool {
    switch self {
    case .precision(let share): share > 0
    case .order(let indifference): indifference >= 0
    }
  }
}
