import Simulation

/// Mean and risk of each compared option in batches of consecutive futures.
struct Batches {
  private let batches: [[BatchMeasures]]

  /// What is measured of one option in one batch.
  struct BatchMeasures {
    var mean: Double
    var risk: Double
  }

  /// Splits the sample of `outcome` into 32 batches, or fewer where a batch would hold less than
  /// 32 futures.
  init(_ outcome: Outcome, compared: [Int]) {
    let count = max(1, min(32, outcome.sample.futures / 32))
    let size = outcome.sample.futures / count
    let costs = outcome.sample.cost(outcome.basis)
    batches = (0..<count).map { batch in
      compared.map { option in
        BatchMeasures(costs[option][(batch * size)..<((batch + 1) * size)])
      }
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
