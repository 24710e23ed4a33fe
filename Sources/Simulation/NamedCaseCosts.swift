public import Contracts
public import Futures
import Quantities
import Rows
internal import Settlement

/// What every option costs in one named case: one given future, in which nothing is left to chance.
public struct NamedCaseCosts: Sendable {
  /// The case.
  public let named: NamedCase

  /// The net present cost on the event's cost basis, by option.
  public let netPresent: [Double]

  /// Settles `options`, of which that at `baseline` is today's operation, in `named`.
  ///
  /// Volumes are multiples of the baseline volumes, and indices from month 2 on multiples of their
  /// expected path, for month 1 is the base of adjustments. A metric runs at its stated level all the
  /// time; levels on metrics without one are met. Where bids go live late, today's operation runs on
  /// at what it costs in this case.
  public init(
    _ named: NamedCase, _ options: [Option], baseline: Int?, of event: Event,
    _ assumptions: Assumptions
  ) {
    self.named = named
    let today = baseline.map { options[$0].owed(in: named, of: event, assumptions) }
    let todaysCost = today?.costByMonth(horizon: event.horizon) ?? []
    netPresent = options.indices.map { place in
      var option = options[place]
      if named.goLiveDelay > 0, place != baseline {
        option = option.late(by: named.goLiveDelay, in: event, todaysCost)
      }
      let owed = option.owed(in: named, of: event, assumptions)
      return owed.total(in: option.contract) { kind in
        event.costBasis == .afterCredits || !kind.isCredit
      }
    }
  }
}

extension Option {
  /// The option whose service certainly goes live so many `months` late.
  fileprivate func late(by months: Int, in event: Event, _ todaysCost: [Double]) -> Option {
    let late = bid.goingLive(lateBy: months, in: event, todaysCost)
    guard let option = try? Option(late, in: event, performance: performance) else {
      preconditionFailure("a delay names nothing that the contract did not name before")
    }
    var copy = option
    copy.contract.leavingPays = contract.leavingPays
    return copy
  }

  /// What is owed under the option in `named`.
  fileprivate func owed(
    in named: NamedCase, of event: Event, _ assumptions: Assumptions
  ) -> [Owed] {
    let volumes = event.serviceLines.map { line in
      line.baseline.map { $0 * (named.volumes[line.id] ?? 1) }
    }
    let indices = zip(event.indices, assumptions.expectedIndices).map { index, path in
      path.enumerated().map { $0 == 0 ? $1 : $1 * (named.indices[index] ?? 1) }
    }
    let attainments = contract.metrics.map { metric in
      Array(repeating: attainment(of: metric, in: named), count: event.horizon)
    }
    let (amounts, arena) = (OwedAmounts(), Arena())
    let world = World(volumes: volumes, indices: indices, horizon: event.horizon, in: arena)
    let path = ProviderPath(
      given: attainments, uniforms: contract.uniforms.count, arena: arena)
    contract.settle(in: world, along: path, into: amounts, arena: arena)
    return amounts.all
  }

  /// The attainment of `metric` in every month; not a number where every level on it is met.
  private func attainment(of metric: Metric, in named: NamedCase) -> Double {
    switch named.attainment[metric.id] {
    case nil: return .nan
    case .level(let level): return level
    case .change(let change):
      let driver = performance.metrics.first { $0.metric == metric.id }
      guard let level = driver?.level.estimate else { return .nan }
      let changed = metric.link.natural(level) + change
      switch metric.link {
      case .logit: return min(max(changed, 0), 1)
      case .log: return max(changed, 0)
      case .identity: return changed
      }
    }
  }
}
