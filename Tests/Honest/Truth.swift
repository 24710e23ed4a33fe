import Contracts
import Glibc
import Simulation

/// What is true of one option.
struct Truth: Sendable {
  var mean: Double
  var p50: Double
  var p80: Double
  var p90: Double
  var cvar95: Double
  var right: Double

  /// The figures that coverage is counted of.
  func value(of figure: Figure) -> Double {
    switch figure {
    case .mean: mean
    case .p90: p90
    case .cvar95: cvar95
    case .right: right
    }
  }

  /// What a long run of `market` found, as source text.
  init(_ outcome: Outcome, of option: Int) {
    let cost = outcome.summary(of: option, outcome.basis)
    mean = cost.mean.value
    (p50, p80, p90) = (cost[0.5].value, cost[0.8].value, cost[0.9].value)
    cvar95 = cost.cvar95.value
    right = outcome.options[option].rightArises.mean
  }

  init(mean: Double, p50: Double, p80: Double, p90: Double, cvar95: Double, right: Double) {
    (self.mean, self.p50, self.p80, self.p90) = (mean, p50, p80, p90)
    (self.cvar95, self.right) = (cvar95, right)
  }

  /// The text of the value in Swift.
  var source: String {
    "Truth(\n  mean: \(mean), p50: \(p50), p80: \(p80),\n"
      + "  p90: \(p90), cvar95: \(cvar95), right: \(right)),"
  }
}

extension Truth {
  /// The cost is an increasing function of one normal, so quantiles carry over, and the mean and
  /// the tail mean are integrals.
  static func closed(bid: Int) -> Truth {
    let spread = HonestMarket.closedSpread
    let discount = pow(1.06, -1.0 / 12)
    let cost = { (z: Double) -> Double in
      let volume = 1_000 * exp(spread * z - spread * spread / 2)
      let charge = HonestMarket.tiers.reduce(0) {
        $0 + ($1.price ?? .nan) * min(max(volume - $1.from, 0), $1.to - $1.from)
      }
      return discount * HonestMarket.closedFactors[bid] * charge
    }
    let density = { (z: Double) in exp(-z * z / 2) / (2 * Double.pi).squareRoot() }
    let kink = spread / 2
    let z95 = 1.644_853_626_951_472_2
    let mean =
      integral(-9, kink) { cost($0) * density($0) } + integral(kink, 9) { cost($0) * density($0) }
    return Truth(
      mean: mean, p50: cost(0), p80: cost(0.841_621_233_572_914_2),
      p90: cost(1.281_551_565_544_600_4),
      cvar95: integral(z95, 9) { cost($0) * density($0) } / 0.05,
      right: twoInARow(erfc(-HonestMarket.closedBounds[bid] / 2.0.squareRoot()) / 2))
  }

  /// The chance of two defaults in a row, each of chance `p`, by all patterns of the months.
  private static func twoInARow(_ p: Double) -> Double {
    (0..<(1 << HonestMarket.closedMonths)).reduce(0.0) { sum, pattern in
      guard pattern & (pattern << 1) != 0 else { return sum }
      let defaults = Double(pattern.nonzeroBitCount)
      return sum + pow(p, defaults) * pow(1 - p, Double(HonestMarket.closedMonths) - defaults)
    }
  }

  /// Simpson's rule.
  private static func integral(
    _ low: Double, _ high: Double, _ function: (Double) -> Double
  ) -> Double {
    let steps = 2_000
    let width = (high - low) / Double(steps)
    let sum = (0...steps).reduce(0.0) { sum, i in
      let weight = i == 0 || i == steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      return sum + weight * function(low + Double(i) * width)
    }
    return sum * width / 3
  }
}
