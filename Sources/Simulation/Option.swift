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
  public private(set) var performance: Performance

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

  /// The same option whose provider performs as `other`, of the same metrics; as before where
  /// nothing is given.
  public func performing(as other: Performance?) -> Option {
    guard let other else { return self }
    precondition(
      other.metrics.map(\.metric) == performance.metrics.map(\.metric),
      "an option's contract is resolved for the metrics of its performance")
    var copy = self
    copy.performance = other
    return copy
  }

  /// The same option under `contract`, whose buyer leaves in the same months.
  ///
  /// - Throws: ``ResolutionError`` for a name that nothing bears.
  public func under(_ contract: Contract, in event: Event) throws(ResolutionError) -> Option {
    var bid = bid
    bid.contract = contract
    var option = try Option(bid, in: event, performance: performance)
    option.contract.leavingPays = self.contract.leavingPays
    return option
  }
}
