public import Contracts

/// Which effects enter which criteria: what enters several counts in each of them.
public struct CriteriaOverlap: Hashable, Sendable {
  /// What may tell bids apart.
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// What the provider is paid: prices, volumes, indexation.
    case charges
    /// Service credits and bonuses.
    case credits
    /// The buyer's own loss from poor service.
    case loss
    /// Fees for leaving, and what takes over.
    case leaving
    /// The answers to the requirements.
    case answers
  }

  /// An effect and the criteria that it enters.
  public struct Row: Hashable, Sendable {
    /// The effect.
    public var effect: Effect

    /// The criteria with a weight, in the event's order.
    public var criteria: [Criterion.Measure]
  }

  /// The criteria with a weight, in the event's order.
  public let criteria: [Criterion.Measure]

  /// The effects that occur in some bid.
  public let rows: [Row]

  /// Finds what enters the criteria of `event` where `contracts` are compared.
  public init(_ event: Event, contracts: [Contract]) {
    let measures = event.criteria.filter { $0.weight > 0 }.map(\.measure)
    criteria = measures
    rows = Effect.allCases.filter { $0.occurs(in: event, contracts) }.map { effect in
      Row(
        effect: effect,
        criteria: measures.filter { effect.enters($0, on: event.costBasis) })
    }
  }

  /// The effects that enter more than one criterion.
  public var countedTwice: [Effect] { rows.filter { $0.criteria.count > 1 }.map(\.effect) }

  /// The effects that occur and enter no criterion.
  public var uncounted: [Effect] { rows.filter(\.criteria.isEmpty).map(\.effect) }
}

extension CriteriaOverlap.Effect {
  /// Cost and risk are both of the net present cost on the event's basis.
  fileprivate func enters(_ measure: Criterion.Measure, on basis: CostBasis) -> Bool {
    switch (self, measure) {
    case (.answers, .compliance): true
    case (.answers, _), (_, .compliance): false
    case (.credits, _): basis == .afterCredits
    case (.charges, _), (.loss, _), (.leaving, _): true
    }
  }

  fileprivate func occurs(in event: Event, _ contracts: [Contract]) -> Bool {
    let clauses = contracts.lazy.flatMap(\.clauses).map(\.clause)
    return switch self {
    case .charges: true
    case .credits:
      contracts.contains { !$0.creditedLevels.isEmpty }
        || clauses.contains { if case .bonus = $0 { true } else { false } }
    case .loss: clauses.contains { if case .poorServiceLoss = $0 { true } else { false } }
    case .leaving:
      clauses.contains {
        if case .chronicFailure(let right) = $0 { right.exercise != .never } else { false }
      }
    case .answers: !event.requirements.isEmpty
    }
  }
}
