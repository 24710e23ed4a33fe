import Contracts
public import Futures
import Rows

extension ResolvedContract {
  /// Settles what has happened, month by month and line by line.
  ///
  /// Before month 1 every index is at its level of month 1 **[assumption]**. A metric that is not
  /// among the actuals was never measured. Rights that the buyer uses with a probability are not used.
  ///
  /// - Precondition: The actuals hold every service line and index of the event, and are no longer
  ///   than the horizon.
  public func ledger(of actuals: Actuals) -> Ledger {
    let (ledger, arena) = (Ledger(), Arena())
    let world = World(
      volumes: serviceLines.map { series($0, in: actuals.volumes) },
      indices: indices.map { series($0, in: actuals.indices) }, horizon: horizon, in: arena)
    let attainments = metrics.map { metric in
      actuals.attainments[metric.id] ?? Array(repeating: .nan, count: actuals.months)
    }
    let path = ProviderPath(given: attainments, uniforms: uniforms.count, arena: arena)
    var known = self
    known.startLevels = indices.map { actuals.indices[$0]?.first ?? 1 }
    Desk(known, world: world, path: path, arena: arena)
      .settle(into: ledger, through: actuals.months)
    return ledger
  }

  private func series(_ name: String, in known: [String: [Double]]) -> [Double] {
    guard let series = known[name] else { preconditionFailure("nothing is known of \(name)") }
    return series
  }
}
