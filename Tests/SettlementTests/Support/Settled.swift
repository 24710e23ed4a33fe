import Contracts
import Rows
import Settlement

/// What a contract paid in one given future.
struct Settled {
  var contract: ResolvedContract
  var ledger: Ledger
  var totals: Totals

  /// The present value of everything but credits.
  var cost: Double { totals.cost[0] }

  /// The present value of the credits.
  var credits: Double { totals.credits[0] }

  /// The undiscounted cost, after credits.
  var nominal: Double { totals.nominalCost[0] + totals.nominalCredits[0] }

  /// The undiscounted credits.
  var nominalCredits: Double { totals.nominalCredits[0] }

  /// The present value of the buyer's own loss.
  var loss: Double { totals.loss[0] }

  /// The number of defaults of each service level while the contract was live.
  var defaultCounts: [Double] { totals.defaults.map { Double($0[0]) } }

  /// How often the contract was left.
  var exits: Double { totals.exited[0] }

  /// Whether a right has arisen.
  var hasRight: Bool { totals.rightArisen[0] == 1 }

  /// Whether the contract was left.
  var isLeft: Bool { exits == 1 }

  /// The months in which a right is exercised.
  var exercises: [Int] { ledger.months.filter(\.exercises).map(\.month) }

  /// The months in which the contract is live.
  var liveMonths: [Int] { ledger.months.filter(\.isLive).map(\.month) }

  /// The months in which the service level `name` defaults.
  func defaults(of name: String) -> [Int] {
    let level = contract.levels.firstIndex(of: name) ?? -1
    return ledger.months.filter { $0.defaults.contains(level) }.map(\.month)
  }

  /// The months in which the right `name` stands open.
  func openMonths(of name: String) -> [Int] {
    let right = contract.rights.firstIndex(of: name) ?? -1
    return ledger.months.filter { $0.openRights.contains(right) }.map(\.month)
  }

  /// What was posted in each month to the lines with this title or clause.
  func amounts(of name: String) -> [Double] {
    (1...contract.horizon).map { amount(of: name, in: $0) }
  }

  /// What was posted in `month` to the lines with this title or clause.
  func amount(of name: String, in month: Int = 1) -> Double {
    entries(of: name, in: month).reduce(0) { $0 + $1.amount }
  }

  /// The figure that `clause` showed in `month`; not a number where it showed none.
  func figure(_ figure: String, of clause: String, in month: Int = 1) -> Double {
    let note = ledger.notes.first {
      $0.month == month && $0.clause == clause && $0.figure == figure
    }
    return note?.value ?? .nan
  }

  /// The present value of what was posted in `month` to the lines with this title or clause.
  func presentValue(of name: String, in month: Int = 1) -> Double {
    entries(of: name, in: month).reduce(0) { $0 + $1.presentValue }
  }

  /// What a clause showed under `figure`, by month.
  func figures(_ figure: String) -> [Int: Double] {
    let notes = ledger.notes.filter { $0.figure == figure }
    return Dictionary(notes.map { ($0.month, $0.value) }) { _, last in last }
  }

  /// What was posted in `month` to the lines with this title or clause.
  func entries(of name: String, in month: Int) -> [Ledger.Entry] {
    ledger.entries.filter { entry in
      let line = contract.lines[entry.line]
      return entry.month == month && (line.title == name || line.clause == name)
    }
  }
}
