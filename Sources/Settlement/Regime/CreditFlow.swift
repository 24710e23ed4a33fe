import Contracts
public import Rows

/// What becomes of service credits in a block of futures: step by step, and level by level.
///
/// Amounts are above 0 where the buyer is owed. They are what is posted while the contract is live.
public final class CreditFlow: Sink {
  /// What the amounts of months are multiplied by.
  public enum Value: Hashable, Sendable {
    /// The present value of 1 paid in the month.
    case present
    /// 1.
    case nominal
  }

  /// The amount of each step, in the order of ``CreditStep/allCases``; they add up to what is paid.
  public let steps: [Row]

  /// The gross charges.
  public let charge: Row

  /// The credits stated for defaults, by service level, and last those stated for several at once.
  public let stated: [Row]

  /// The same after the rule of simultaneity and after caps, before any is earned back.
  ///
  /// What is taken from a month is shared among its credits in proportion to them **[assumption]**.
  public let afterCaps: [Row]

  /// The months in which each service level is judged.
  public let judged: [Row]

  /// The months in which it defaults.
  public let defaults: [Row]

  /// The last month that is served, or one far beyond the horizon.
  public let lastMonth: Row

  private let value: Value
  private let stepOfLine: [CreditStep?]
  private let levelOfLine: [Int?]
  private let levels: [(position: Int, clause: ServiceLevel)]
  /// The month's credits as stated, by level, their sum, and what caps leave of it.
  private let month: [Row]
  private let sum: Row
  private let left: Row
  private let work: Row
  private let arena: Arena

  /// Creates flows of `contract`; service levels are looked at one by one where `byLevel` says so.
  public init(
    for contract: ResolvedContract, in value: Value, byLevel: Bool, arena: Arena
  ) {
    self.arena = arena
    self.value = value
    stepOfLine = contract.creditSteps
    levelOfLine = contract.creditedLevelsByLine
    let known = byLevel ? contract.levels.indices : 0..<0
    levels = known.compactMap { level in contract.serviceLevel(at: level).map { (level, $0) } }
    steps = arena.rows(CreditStep.allCases.count)
    (charge, lastMonth) = (arena.row(), arena.row())
    (judged, defaults) = (arena.rows(known.count), arena.rows(known.count))
    let rows = byLevel ? known.count + 1 : 0
    (stated, afterCaps, month) = (arena.rows(rows), arena.rows(rows), arena.rows(rows))
    (sum, left, work) = (arena.row(), arena.row(), arena.row())
  }

  /// Begins a block.
  public func begin() {
    for row in steps + stated + afterCaps + judged + defaults + [charge] { row.fill(0) }
    clearMonth()
  }

  /// Whether the sink takes lines one by one: it does.
  public var takesLines: Bool { true }

  /// Adds the amounts of a line that is a credit to its step.
  public func post(_ amount: Row, to line: Int, at desk: Desk, working: () -> Working) {
    guard let step = stepOfLine[line] else { return }
    let contract = desk.contract
    let weight = desk.weight(of: contract.accounts[contract.lines[line].account].standing)
    let factor = value == .present ? contract.discount(of: line, in: desk.month) : 1
    steps[step.position].add(amount, times: -factor, weight)
    guard !month.isEmpty else { return }
    if step == .stated {
      month[levelOfLine[line] ?? month.count - 1].add(amount, times: -factor, weight)
      sum.add(amount, times: -factor, weight)
    }
    if step == .stated || step.isLimit { left.add(amount, times: -factor, weight) }
  }

  /// Ends the month.
  public func close(_ desk: Desk) {
    let factor = value == .present ? desk.contract.discount(ofKind: .charge, in: desk.month) : 1
    charge.add(desk.charge, times: factor, desk.live)
    lastMonth.copy(desk.lastMonth)
    guard !month.isEmpty else { return }
    share()
    for (level, clause) in levels where clause.isJudged(in: desk.month) {
      let words = desk.defaults[level]
      defaults[level].add(desk.live, times: 1, from: words, length: 1, run: 1)
      judged[level].add(desk.live)
      if let relieved = desk.relief[level] { judged[level].add(desk.live, times: -1, relieved) }
    }
    clearMonth()
  }

  /// `afterCaps += credits · left ÷ sum`, where there are credits.
  private func share() {
    work.indicator(of: sum, .atMost, 0)
    sum.add(work)
    left.divide(by: sum)
    for (place, row) in month.enumerated() {
      stated[place].add(row)
      afterCaps[place].add(row, times: 1, left)
    }
  }

  private func clearMonth() { for row in month + [sum, left] { row.fill(0) } }
}
