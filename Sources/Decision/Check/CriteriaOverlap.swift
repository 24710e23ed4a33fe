public import Contracts

/// Which effects enter which criteria: what enters several counts in each of them.
public struct CriteriaOverlap: Hashable, Sendable {
  /// What may tell bids apart.
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// What the provider is paid on the expected path: prices, at the expected volumes.
    case charges
    /// Volumes other than expected.
    case demand
    /// Indices, escalators and exchange rates.
    case indexation
    /// Service credits and bonuses.
    case credits
    /// The buyer's own loss from poor service.
    case loss
    /// Attainment below what the buyer needs, where no loss is stated for it.
    case attainment
    /// A service that goes live late.
    case lateGoLive = "late_go_live"
    /// Costs that the contract leaves out.
    case hiddenCosts = "hidden_costs"
    /// What the buyer adds to bids to compare them, and what of today's cost remains.
    case levelling
    /// Fees for leaving, and what takes over.
    case leaving
    /// How far the cost may lie above its mean, where another figure than the mean is compared.
    case spread
    /// The answers to the requirements, and the gaps that they leave.
    case answers
    /// What evaluators say.
    case judgement
  }

  /// An effect and the criteria that it enters.
  public struct Row: Hashable, Sendable {
    /// The effect.
    public var effect: Effect

    /// The criteria that count, in the event's order.
    public var criteria: [Criterion]
  }

  /// The criteria that count, in the event's order.
  public let criteria: [Criterion]

  /// The effects that occur in some bid.
  public let rows: [Row]

  /// Finds what enters the criteria of `event` where `bids` are compared.
  public init(_ event: Event, _ bids: [Bid]) {
    let counting = event.method.counting(event.criteria)
    let occurrence = Occurrence(event, bids, counting)
    criteria = counting
    rows = Effect.allCases.filter(occurrence.holds).map { effect in
      Row(effect: effect, criteria: counting.filter { occurrence.enters(effect, $0) })
    }
  }

  /// The effects that enter more than one criterion.
  public var countedTwice: [Effect] { rows.filter { $0.criteria.count > 1 }.map(\.effect) }

  /// The effects that occur and enter no criterion.
  public var uncounted: [Effect] { rows.filter(\.criteria.isEmpty).map(\.effect) }
}
