import Contracts
import Futures
import Settlement
import Simulation

/// What one option costs on the expected path.
struct BaseCaseFigures: Sendable {
  /// The option.
  let bid: Bid

  /// Undiscounted cost by contract year.
  let byYear: [Double]

  /// Undiscounted cost over the horizon.
  let nominal: Double

  /// Net present cost.
  let netPresent: Double

  /// Settles `option` on the expected path of `assumptions`.
  init(_ option: Option, _ assumptions: Assumptions) {
    let ledger = option.contract.baseCase(in: assumptions)
    var years = Array(repeating: 0.0, count: (option.contract.horizon + 11) / 12)
    for entry in ledger.entries { years[(entry.month - 1) / 12] += entry.amount }
    bid = option.bid
    byYear = years
    nominal = years.reduce(0, +)
    netPresent = ledger.total(in: option.contract) { _ in true }
  }

  /// By how much the base case lies above the bid's own stated total.
  var aboveStated: Double? { bid.statedTotal.map { nominal - $0 } }

  /// Whether the bid's own stated total lies more than a twentieth from the base case.
  var differsFromStated: Bool {
    guard let aboveStated, let stated = bid.statedTotal else { return false }
    return abs(aboveStated) > 0.05 * abs(stated)
  }

  /// The figures for machines.
  var json: Json {
    ["nominal": .number(nominal), "net_present": .number(netPresent), "by_year": .numbers(byYear)]
  }
}
