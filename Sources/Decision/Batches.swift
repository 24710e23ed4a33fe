import Contracts
import Crew
import Simulation

/// What is measured of each compared option in batches of consecutive futures.
struct Batches {
  private let batches: [[BatchMeasures]]

  /// What is measured of one option in one batch.
  struct BatchMeasures: Sendable {
    var mean: Double
    var risk: Double

    /// The figure of the cost that is compared.
    var cost: Double

    /// The share of months in which needs are met, where service is a criterion.
    var service: Double?
  }

  /// Splits the sample of `outcome` into 32 batches, or fewer where a batch would hold less than
  /// 32 futures.
  ///
  /// The batches are measured side by side.
  init(
    _ outcome: Outcome, compared: [Int], _ statistic: Criterion.Statistic = .mean,
    service: NeedsMet? = nil
  ) async {
    let count = max(1, min(32, outcome.sample.futures / 32))
    let size = outcome.sample.futures / count
    let costs = outcome.sample.cost(outcome.basis)
    batches = (0..<count).mapSideBySide { batch in
      let futures = (batch * size)..<((batch + 1) * size)
      return compared.map { option in
        var measures = BatchMeasures(costs[option][futures], statistic)
        measures.service = service.map { met in
          met.shares[option][futures].reduce(0, +) / Double(size)
        }
        return measures
      }
    }
  }

  func map<Value>(_ transform: ([BatchMeasures]) -> Value) -> [Value] { batches.map(transform) }
}

extension Batches.BatchMeasures {
  fileprivate init(_ values: ArraySlice<Double>, _ statistic: Criterion.Statistic) {
    let sorted = SortedValues(values)
    mean = sorted.mean
    risk = sorted.quantile(0.80) - sorted.quantile(0.50)
    cost = statistic(of: sorted)
  }
}
