public import Contracts
import Search
public import Simulation

/// How hard a provider tries under a contract: the effort by which it expects to earn most.
///
/// Effort e raises every metric by e of its own monthly spreads. With C what the contract pays
/// before credits and K credits and bonuses (below 0), both present values,
/// `margin(e) = E[C·(1 − share) + K] − improvement·e²·E[C]`, over the same futures for every e.
public struct ProviderResponse: Sendable {
  /// What serving costs the provider.
  public let costs: CostToServe

  /// The effort, in spreads.
  public let effort: Double

  /// What the contract comes to at no effort.
  public let atRecord: ProviderOutcome

  /// What it comes to at ``effort``.
  public let atEffort: ProviderOutcome

  /// Finds the effort in `0…costs.most` on `futures`.
  ///
  /// - Parameters:
  ///   - option: The bid, performing by its record.
  ///   - costs: What serving costs it.
  ///   - futures: The futures over which its margin is expected.
  ///   - evaluations: How many efforts are tried at most.
  public init(
    of option: Option, costs: CostToServe, in futures: HeldFutures, evaluations: Int = 40
  ) {
    self.costs = costs
    atRecord = futures.outcome(of: option)
    let record = atRecord
    effort = Self.bestEffort(upTo: costs.most, evaluations: evaluations) { effort in
      guard effort > 0 else { return record.margins(at: 0, costs).mean }
      guard costs.improvement.isFinite else { return -.infinity }
      return futures.outcome(of: option.trying(effort)).margins(at: effort, costs).mean
    }
    atEffort = effort == 0 ? record : futures.outcome(of: option.trying(effort))
  }

  /// The effort in `0…most` at which `margin` is highest: no effort where none earns more.
  ///
  /// A margin need not be concave, for a first small effort often saves no credit, so all of the
  /// range is searched.
  public static func bestEffort(
    upTo most: Double, evaluations: Int = 40, margin: @escaping (Double) -> Double
  ) -> Double {
    let none = margin(0)
    // Where any effort costs infinitely much, nothing is to be searched.
    guard margin(most).isFinite else { return 0 }
    let found = Lowest.anywhere(within: [0...most], evaluations: evaluations) { -margin($0[0]) }
    let best = [(0, none), (most, margin(most)), (found.point[0], -found.value)]
      .max { $0.1 < $1.1 }
    return best?.0 ?? 0
  }

  /// The provider's margin at ``effort``, in present value.
  public var margin: Estimate { Estimate(of: atEffort.margins(at: effort, costs)) }

  /// Its margin at no effort.
  public var marginAtRecord: Estimate { Estimate(of: atRecord.margins(at: 0, costs)) }

  /// What effort earns beyond none, on the same futures.
  public var gain: Estimate {
    Estimate(
      of: zip(atEffort.margins(at: effort, costs), atRecord.margins(at: 0, costs)).map { $0 - $1 })
  }

  /// What the contract is expected to pay before credits.
  public var charges: Estimate { Estimate(of: atEffort.charges) }

  /// What the buyer is expected to be credited at ``effort``, in present value, above 0.
  public var credits: Estimate { Estimate(of: atEffort.credits.map { -$0 }) }

  /// What it is expected to be credited at the provider's record.
  public var creditsAtRecord: Estimate { Estimate(of: atRecord.credits.map { -$0 }) }

  /// The margin as a share of charges.
  public var marginShare: Double { margin.value / charges.value }

  /// Whether the margin is enough for the provider to sign.
  public var participates: Bool { margin.value >= costs.walkAway * charges.value }

  /// By what effort lowers the buyer's cost after credits, on the same futures: the performance that
  /// credits buy, and above 0 where the service that comes is worth more than the credits that go.
  public var buyersGain: Estimate {
    Estimate(of: zip(atRecord.costAfterCredits, atEffort.costAfterCredits).map { $0 - $1 })
  }
}

extension ProviderOutcome {
  /// The provider's margin in each future, at `effort`.
  ///
  /// What effort costs is a share of expected charges: it is spent whatever the future.
  public func margins(at effort: Double, _ costs: CostToServe) -> [Double] {
    let spent = costs.cost(ofEffort: effort) * charges.mean
    return zip(charges, credits).map { $0 * (1 - costs.share) + $1 - spent }
  }
}
