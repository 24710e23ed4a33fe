import Crew
import Simulation

/// Mean and risk of each compared option in batches of consecutive futures.
struct Batches {
  private let batches: [[BatchMeasures]]

  /// What is measured of one option in one batch.
  struct BatchMeasures: Sendable {
    var mean: Double
    var risk: Double
  }

  /// Splits the sample of `outcome` into 32 batches, or fewer where a batch would hold less than
  /// 32 futures.
  ///
  /// The batches are measured side by side.
  init(_ outcome: Outcome, compared: [Int]) async {
    let count = max(1, min(32, outcome.sample.futures / 32))
    let size = outcome.sample.futures / count
    let costs = outcome.sample.cost(outcome.basis)
    batches = (0..<count).mapSideBySide { batch in
      compared.map { BatchMeasures(costs[$0][(batch * size)..<((batch + 1) * size)]) }
    }
  }

  func map<Value>(_ transform: ([BatchMeasures]) -> Value) -> [Value] { batches.map(transform) }
}

extension Batches.BatchMeasures {
  fileprivate init(_ values: ArraySlice<Double>) {
    let sorted = values.ascending()
    mean = sorted.reduce(0, +) / Double(sorted.count)
    risk = sorted.quantile(0.80) - sorted.quantile(0.50)
  }
}
