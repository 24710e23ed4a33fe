public import Contracts
import Search
public import Simulation

/// The search for the credit regime that serves the buyer best, the provider answering each regime
/// with the effort that serves itself best.
///
/// Prices stay as they are. A regime under which the provider's expected margin falls below a least
/// one is no solution: what is missing is added to the buyer's cost ten times over, so that
/// the search comes back.
public struct RegimeSearch: Sendable {
  /// A regime that was found, and how the provider answers it.
  public struct Found: Sendable {
    /// The numbers of the regime that were moved.
    public let values: [RegimeTerm: Double]

    /// How the provider answers.
    public let response: ProviderResponse

    /// The statistic of the buyer's cost after credits.
    public let cost: Double

    /// Whether the provider's expected margin is at least what was asked for.
    public let isAccepted: Bool
  }

  /// The bid as it is written.
  public let option: Option

  private let event: Event
  private let costs: CostToServe
  private let futures: HeldFutures
  private let statistic: Criterion.Statistic

  /// The numbers that are moved, and between which bounds.
  public let bounds: [(term: RegimeTerm, range: ClosedRange<Double>)]

  /// Prepares the search over the `terms` of the bid's regime.
  public init(
    of option: Option, in event: Event, costs: CostToServe, over futures: HeldFutures,
    lowering statistic: Criterion.Statistic, terms: [RegimeTerm]
  ) {
    self.option = option
    self.event = event
    self.costs = costs
    self.futures = futures
    self.statistic = statistic
    let contract = option.bid.contract
    bounds = terms.filter { contract.value(of: $0) != nil }.map { ($0, contract.bounds(of: $0)) }
  }

  /// The regime as it is written, answered by the provider.
  public func written(least margin: Double) throws -> Found { try found([:], least: margin) }

  /// The best regime whose expected margin is `margin` of charges at least.
  ///
  /// - Parameters:
  ///   - margin: The least expected margin, as a share of charges.
  ///   - start: Where the search begins, and what it must not fall behind; terms that are not
  ///     named begin as they are written.
  ///   - evaluations: How many regimes are tried at most.
  ///   - progress: Is told how many have been tried.
  /// - Returns: The regime, or the best of those that leave too little where none leaves enough.
  /// - Throws: ``ResolutionError`` for a regime that cannot be settled.
  public func best(
    least margin: Double, from start: [RegimeTerm: Double] = [:], evaluations: Int,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> Found {
    let first = bounds.map { start[$0.term] ?? option.bid.contract.value(of: $0.term) ?? 0 }
    guard !bounds.isEmpty else { return try written(least: margin) }
    var (tried, fault) = (0, nil as (any Error)?)
    let value = { (point: [Double]) -> Double in
      tried += 1
      progress(tried)
      do {
        let found = try found(values(at: point), least: margin, efforts: 14)
        let missing = margin * found.response.charges.value - found.response.margin.value
        return found.cost + 10 * max(missing, 0)
      } catch {
        fault = error
        return .infinity
      }
    }
    let ranges = bounds.map(\.range)
    let lowest =
      ranges.count == 1
      ? Lowest.anywhere(within: ranges, evaluations: evaluations, of: value)
      : Lowest.near(first, within: ranges, evaluations: evaluations, of: value)
    if let fault { throw fault }
    let best = try found(values(at: lowest.point), least: margin)
    guard !start.isEmpty else { return best }
    let begun = try found(values(at: first), least: margin)
    return begun.isAccepted && !(best.isAccepted && best.cost <= begun.cost) ? begun : best
  }

  private func values(at point: [Double]) -> [RegimeTerm: Double] {
    Dictionary(uniqueKeysWithValues: zip(bounds.map(\.term), point))
  }

  private func found(
    _ values: [RegimeTerm: Double], least margin: Double, efforts: Int = 40
  ) throws -> Found {
    let response = ProviderResponse(
      of: try option.under(option.bid.contract.setting(values), in: event), costs: costs,
      in: futures, evaluations: efforts)
    return Found(
      values: values, response: response,
      cost: statistic(of: SortedValues(response.atEffort.costAfterCredits[...])),
      isAccepted: response.margin.value >= margin * response.charges.value)
  }
}
