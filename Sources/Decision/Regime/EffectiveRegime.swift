public import Contracts
import Futures
import Quantities
import Settlement
public import Simulation

/// What the credit regime of one option is really worth.
public struct EffectiveRegime: Sendable {
  /// One service level.
  public struct Level: Sendable {
    /// Its name in the contract.
    public var name: String

    /// The metric by which it is judged.
    public var metric: Metric

    /// The promise.
    public var promise: ServiceLevel

    /// Whether a default of it is credited.
    public var isCredited: Bool

    /// What it comes to over the futures.
    public var worth: CreditRegime.Level

    /// What a default more of it costs; nothing where no default of it is credited.
    public var further: FurtherDefaults.Level?
  }

  /// What changes where a metric's level is moved by one point.
  public struct Change: Sendable {
    /// By how much more is paid, as a present value.
    public var credits: Estimate

    /// By how much more the buyer loses by poor service, as a present value.
    public var loss: Estimate
  }

  /// One metric on which credits hang.
  public struct Marginal: Sendable {
    /// The metric.
    public var metric: Metric

    /// The level of the provider's attainment, in the metric's natural unit.
    public var level: Double

    /// What a point worse changes, or nothing where the metric's range ends before.
    public var worse: Change?

    /// What a point better changes, or nothing where the metric's range ends before.
    public var better: Change?

    /// Whether the buyer's loss from poor service is stated for it.
    public var statesLoss: Bool
  }

  /// The bid, or today's operation.
  public let bid: Bid

  /// What is at risk in the contract's own words.
  public let headline: CreditHeadline

  /// What credits come to over the futures.
  public let regime: CreditRegime

  /// In how many futures a default more was tried.
  public let furtherFutures: Int

  /// The service levels, in the order of the contract.
  public let levels: [Level]

  /// The metrics on which credits hang, in the order of the provider's performance.
  public let marginals: [Marginal]

  /// Whether the buyer's loss from poor service is stated for any metric.
  public let statesLoss: Bool

  /// Puts together what was found of `option`.
  public init(_ option: Option, _ regime: CreditRegime, _ further: FurtherDefaults) {
    bid = option.bid
    self.regime = regime
    headline = CreditHeadline(of: option.bid.contract)
    furtherFutures = further.futures
    let contract = option.contract
    let losses = Set(option.bid.contract.clauses.compactMap { $0.clause.metricOfLoss })
    statesLoss = !losses.isEmpty
    let credited = Set(contract.levelsWithCredits)
    levels = contract.levels.indices.compactMap { position in
      contract.serviceLevel(at: position).map { promise in
        Level(
          name: contract.levels[position], metric: contract.metric(ofLevel: position),
          promise: promise, isCredited: credited.contains(position),
          worth: regime.levels[position],
          further: further.levels.first { $0.level == position })
      }
    }
    marginals = contract.metricsWithCredits.map { position in
      let metric = contract.metrics[position]
      return Marginal(
        metric: metric,
        level: metric.link.natural(option.performance.metrics[position].level.estimate),
        worse: regime.change(of: position, isUp: metric.better == .lower),
        better: regime.change(of: position, isUp: metric.better == .higher),
        statesLoss: losses.contains(metric.id))
    }
  }
}

extension CreditRegime {
  fileprivate func change(of metric: Int, isUp: Bool) -> EffectiveRegime.Change? {
    shifts.first { $0.metric == metric && ($0.change > 0) == isUp }.map {
      EffectiveRegime.Change(credits: $0.credits.estimate, loss: $0.loss.estimate)
    }
  }
}

extension Clause {
  fileprivate var metricOfLoss: String? {
    if case .poorServiceLoss(let loss) = self { loss.metric } else { nil }
  }
}
