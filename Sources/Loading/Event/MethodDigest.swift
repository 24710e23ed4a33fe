public import Contracts
import Crypto
import Quantities

extension Event {
  /// The SHA-256 of the locked method's settings, in lower hexadecimal digits.
  ///
  /// Two events with the same digest rank by the same method: the formula, the criteria with weights,
  /// scales, statistics, minimums and needs, the weights of the requirements, the basis of cost,
  /// currency, discounting, months and `seed`. Bids, volumes and assumptions are not in it, nor is the
  /// number of futures.
  public func methodDigest(seed: UInt64) -> String {
    hexadecimal(SHA256.hash(data: Array(methodSettings(seed: seed).utf8)))
  }

  /// The settings, one a line, of which the digest is taken.
  public func methodSettings(seed: UInt64) -> String {
    let head = [
      "method \(method.rawValue)", "cost_basis \(costBasis.rawValue)", "currency \(currency)",
      "first_month \(firstMonth)", "horizon \(horizon)", "go_live \(goLive)",
      "discount \(discounting.rate) \(discounting.basis.rawValue) \(discounting.timing.rawValue)",
      "seed \(seed)",
    ]
    let weights = requirements.map {
      "requirement \($0.id) \($0.weight) \($0.isMandatory) \($0.due)"
    }
    return (head + criteria.map(\.setting) + weights).joined(separator: "\n") + "\n"
  }
}

extension Criterion {
  /// The criterion in a line.
  fileprivate var setting: String {
    let needs = needs.map { "\($0.metric)=\($0.level)" }.joined(separator: ",")
    return "criterion \(id) \(measure.rawValue) weight=\(weight) scale=\(scale.setting) "
      + "statistic=\(statistic.rawValue) minimum=\(minimum.map { "\($0)" } ?? "none") "
      + "needs=\(needs.isEmpty ? "none" : needs)"
  }
}

extension Criterion.Scale {
  fileprivate var setting: String {
    switch self {
    case .lowestOverOwn: "lowest_over_own"
    case .linear(let best, let worst): "linear:\(best):\(worst)"
    case .shareOfLowestCost(let worst): "share_of_lowest_cost:\(worst)"
    case .linearToCeiling(let ceiling, let best): "linear_to_ceiling:\(ceiling):\(best.rawValue)"
    }
  }
}
