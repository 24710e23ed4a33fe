public import Contracts
public import Futures
public import Settlement

/// One of the options that are compared: a bid, or today's operation.
public struct Option: Sendable {
  /// The bid.
  public let bid: Bid

  /// The bid's contract, ready to be settled.
  public var contract: ResolvedContract

  /// How the provider may perform.
  public let performance: Performance

  /// Resolves the contract of `bid` in `event`.
  ///
  /// - Throws: ``ResolutionError`` for a name that nothing bears.
  public init(
    _ bid: Bid, in event: Event, performance: Performance
  ) throws(ResolutionError) {
    self.bid = bid
    self.performance = performance
    contract = try bid.contract.resolved(in: event, metrics: performance.metrics.map(\.metric))
  }
}
