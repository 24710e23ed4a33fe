public import Contracts
import Futures
import Quantities
import Rows

extension Contract {
  /// Binds every name to a position.
  ///
  /// - Parameters:
  ///   - event: what was put out to bid.
  ///   - metrics: the metrics of the option's performance, in its order.
  /// - Returns: the contract, ready to be settled.
  /// - Throws: ``ResolutionError`` for a name that nothing bears.
  public func resolved(
    in event: Event, metrics: [String]
  ) throws(ResolutionError) -> ResolvedContract {
    var resolver = try Resolver(self, in: event, metrics: metrics)
    let seated = clauses.enumerated().sorted { one, other in
      (one.element.clause.stage, one.offset) < (other.element.clause.stage, other.offset)
    }
    for (_, named) in seated { try resolver.seat(named) }
    var resolved = resolver.resolved
    if resolved.mayExit && !clauses.contains(where: \.clause.isReplacement) {
      throw ResolutionError(option: id, clause: "rights", reason: .noReplacement)
    }
    if clauses.contains(where: { $0.clause.chargeBase == .baselineCharge }) {
      resolved.baselineCharge = resolved.meanBaselineCharge
    }
    return resolved
  }

  /// The payment terms, at once where none are agreed.
  public var paymentTerms: PaymentTerms {
    for named in clauses {
      if case .paymentTerms(let terms) = named.clause { return terms }
    }
    return PaymentTerms(lag: 0)
  }
}

extension Clause {
  fileprivate var isReplacement: Bool { if case .replacement = self { true } else { false } }

  /// What the clause is a multiple of, or nothing.
  fileprivate var chargeBase: ChargeBase? {
    switch self {
    case .terminationFee(let fee): fee.base
    case .replacement(let replacement): replacement.base
    default: nil
    }
  }
}

extension ResolvedContract {
  /// The mean monthly gross charge at the event's baseline volumes with every index as it starts.
  public var meanBaselineCharge: Double {
    let charges = ChargesOnly(horizon: horizon)
    asOffered(isIndexed: false).settleBaseline(
      indices: startLevels.map { Array(repeating: $0, count: horizon) }, into: charges)
    return charges.byMonth.reduce(0, +) / Double(horizon)
  }

  /// The contract as it is offered: its service is in time, and nothing is indexed unless `isIndexed`.
  ///
  /// Of this are made a baseline charge, the price of a unit and stated totals.
  func asOffered(isIndexed: Bool) -> ResolvedContract {
    var offered = self
    offered.isBeforeIndexation = !isIndexed
    offered.isInTime = true
    return offered
  }

  /// Settles the event's baseline volumes with given `indices` by index and month, and every
  /// service level met.
  public func settleBaseline(indices: [[Double]], into sink: any Sink) {
    let volumes = baselineVolumes
    let arena = Arena()
    let world = World(volumes: volumes, indices: indices, horizon: horizon, in: arena)
    let path = ProviderPath(meetingAll: metrics.count, uniforms: uniforms.count, arena: arena)
    settle(in: world, along: path, into: sink, arena: arena)
  }
}

/// Keeps the gross charge of each month of one future.
private final class ChargesOnly: Sink {
  var byMonth: [Double] = []

  init(horizon: Int) { byMonth.reserveCapacity(horizon) }

  func close(_ desk: Desk) { byMonth.append(desk.charge[0]) }
}
