import Contracts
public import Decision
import Simulation

extension RankReport {
  /// The same report with what other methods and weights make of its bids.
  ///
  /// - Parameters:
  ///   - weights: The weights that are held to be possible; any weights are looked at beside them.
  ///   - draws: How many draws of weights and futures are taken.
  /// - Returns: The report.
  public func withSensitivity(
    to weights: WeightSpace = .standard, draws: Int = Sensitivity.draws
  ) async -> RankReport {
    var report = self
    report.sensitivity = await Sensitivity(of: comparison, weights: weights, draws: draws)
    return report
  }

  /// Adds the sensitivity, where it is asked for.
  func addSensitivity(to page: inout Page) {
    guard let sensitivity else { return }
    SensitivitySection(sensitivity, of: bids, money).add(to: &page)
  }

  /// The sensitivity for machines, null where it is not asked for.
  var sensitivityJson: Json {
    .optional(sensitivity) { $0.json(ids: comparison.options.map(\.bid.id)) }
  }
}
