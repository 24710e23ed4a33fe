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

  /// Net present cost without adjustments, plugs and credits: as submitted.
  let submitted: Double

  /// The present value of credits and bonuses: below 0 where the buyer is owed.
  let credits: Double

  /// What adjustments and plugs come to.
  let levelling: [LevelledLine]

  /// What the bid states beside what its prices come to.
  let tieOut: TieOut

  /// Adds up `owed`, what is owed under `option` on the expected path of `assumptions`; stated
  /// totals may be off by `tolerance`.
  init(
    _ option: Option, _ owed: [Owed], _ assumptions: Assumptions, tolerance: Double
  ) {
    let contract = option.contract
    var years = Array(repeating: 0.0, count: (contract.horizon + 11) / 12)
    for amount in owed { years[(amount.month - 1) / 12] += amount.amount }
    bid = option.bid
    byYear = years
    nominal = years.reduce(0, +)
    netPresent = owed.total(in: contract) { _ in true }
    credits = owed.total(in: contract) { $0.isCredit }
    let lines = LevelledLine.all(in: contract, owed)
    let added = Set(lines.map(\.name))
    submitted = owed.reduce(0) { sum, amount in
      let line = contract.lines[amount.line]
      return added.contains(line.clause) || line.kind.isCredit ? sum : sum + amount.presentValue
    }
    levelling = lines
    tieOut = contract.tieOut(
      with: option.bid.statedTotals, tolerance: tolerance, in: assumptions)
  }

  /// By how much what the prices come to lies above the bid's own stated total.
  var aboveStated: Double? { tieOut.rows.first { $0.item == nil && $0.year == nil }?.difference }

  /// What adjustments and plugs come to, undiscounted.
  var nominalAdjustments: Double { levelling.reduce(0) { $0 + $1.nominal } }

  /// The figures for machines.
  var json: Json {
    ["nominal": .number(nominal), "net_present": .number(netPresent), "by_year": .numbers(byYear)]
  }
}
