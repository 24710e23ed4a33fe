import Contracts
import Simulation

/// A figure whose interval is put to the test.
enum Figure: String, CaseIterable, Sendable {
  case mean
  case p90 = "P90"
  case cvar95 = "CVaR95"
  case right = "P(right arises)"

  /// Whether controls can help it.
  var isControlled: Bool { self == .mean || self == .right }
}

/// What is counted over seeds.
protocol Count: Sendable {
  /// Adds what another thread has counted.
  mutating func merge(_ other: Self)
}

/// How often the 95 % intervals of one figure hold the truth.
struct Coverage: Sendable {
  var held = 0
  var count = 0
  /// The sum of squared errors, and of squared standard errors.
  var squares = (errors: 0.0, stated: 0.0)

  mutating func add(_ estimate: Estimate, truth: Double) {
    let distance = estimate.value - truth
    held += abs(distance) <= 1.959_963_984_540_054 * estimate.standardError ? 1 : 0
    count += 1
    squares.errors += distance * distance
    squares.stated += estimate.standardError * estimate.standardError
  }

  mutating func merge(_ other: Coverage) {
    held += other.held
    count += other.count
    squares.errors += other.squares.errors
    squares.stated += other.squares.stated
  }

  var share: Double { Double(held) / Double(count) }

  /// Whether it lies where 95 % should.
  var isHonest: Bool { (0.93...0.97).contains(share) }
}

/// The coverage of every figure, plain and controlled.
struct CoverageTable: Count {
  var plain: [Figure: Coverage] = [:]
  var controlled: [Figure: Coverage] = [:]

  /// Adds all options of one experiment.
  mutating func add(_ outcome: Outcome, _ truths: [Truth]) {
    for (option, truth) in truths.enumerated() {
      let summary = outcome.summary(of: option, outcome.basis)
      let cost = outcome.controlled(.cost(outcome.basis), of: option)
      let right = outcome.controlled(.rightArises, of: option)
      let estimates: [(Figure, Estimate)] = [
        (.mean, cost.plain), (.p90, summary[0.9]), (.cvar95, summary.cvar95), (.right, right.plain),
      ]
      for (figure, estimate) in estimates {
        plain[figure, default: Coverage()].add(estimate, truth: truth.value(of: figure))
      }
      for (figure, estimate) in [(Figure.mean, cost.estimate), (.right, right.estimate)] {
        controlled[figure, default: Coverage()].add(estimate, truth: truth.value(of: figure))
      }
    }
  }

  mutating func merge(_ other: CoverageTable) {
    for (figure, coverage) in other.plain { plain[figure, default: Coverage()].merge(coverage) }
    for (figure, coverage) in other.controlled {
      controlled[figure, default: Coverage()].merge(coverage)
    }
  }
}
