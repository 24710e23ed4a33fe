import Contracts
public import Quantities

/// A credit regime settled on a provider's real months, undiscounted and not rounded.
///
/// Amounts of credits are above 0 where the buyer is owed.
public struct ReplayedRegime: Sendable {
  /// One replayed month.
  public struct Month: Hashable, Sendable {
    /// The contract month.
    public var month: Int

    /// The month of the record that stands in it.
    public var recorded: CalendarMonth

    /// The gross charge.
    public var charge = 0.0

    /// The steps from what is stated to what is paid, in the order of ``CreditStep/allCases``.
    public var steps = CreditStep.allCases.map { _ in 0.0 }

    /// The positions of the service levels in default.
    public var defaults: [Int] = []

    /// Whether the contract is live.
    public var isLive = true

    /// What is paid: credits less bonuses.
    public var paid: Double { steps.reduce(0, +) }

    /// The amount of one step.
    public subscript(step: CreditStep) -> Double { steps[step.position] }

    /// Whether a limit takes anything from the month's credits.
    public var isCapped: Bool { self[.monthCap] < 0 || self[.longCap] < 0 }
  }

  /// What one service level comes to.
  public struct Level: Hashable, Sendable {
    /// The position of the level.
    public var level: Int

    /// The replayed months in which it is judged and was measured.
    public var judged = 0

    /// The months in which it is in default.
    public var defaults = 0

    /// The credits stated for its defaults.
    public var stated = 0.0
  }

  /// The months, in order.
  public private(set) var months: [Month]

  /// The service levels by position.
  public private(set) var levels: [Level]

  /// What is stated for several levels at once.
  public private(set) var statedForSeveral = 0.0

  /// Settles `contract` on the months of `record`.
  public init(of contract: ResolvedContract, on record: ServiceRecord) {
    let ledger = contract.ledger(of: record.actuals)
    let (steps, credited) = (contract.creditSteps, contract.creditedLevelsByLine)
    let first = record.months.lowerBound
    months = record.months.map { Month(month: $0, recorded: record.recordedMonth(in: $0)) }
    levels = contract.levels.indices.map { Level(level: $0) }
    for entry in ledger.entries where entry.month >= first {
      if contract.lines[entry.line].kind == .charge {
        months[entry.month - first].charge += entry.amount
      }
      guard let step = steps[entry.line] else { continue }
      months[entry.month - first].steps[step.position] -= entry.amount
      guard step == .stated else { continue }
      if let level = credited[entry.line] {
        levels[level].stated -= entry.amount
      } else {
        statedForSeveral -= entry.amount
      }
    }
    for happened in ledger.months where happened.month >= first {
      let place = happened.month - first
      months[place].isLive = happened.isLive
      guard happened.isLive else { continue }
      months[place].defaults = happened.defaults
      for level in levels.indices {
        let isJudged = contract.serviceLevel(at: level)?.isJudged(in: happened.month) ?? false
        let isKnown = happened.levels[level].attainment != nil
        if isJudged && (isKnown || happened.defaults.contains(level)) { levels[level].judged += 1 }
        if happened.defaults.contains(level) { levels[level].defaults += 1 }
      }
    }
  }

  /// What is paid over all months.
  public var paid: Double { months.reduce(0) { $0 + $1.paid } }

  /// The gross charges of all months.
  public var charge: Double { months.reduce(0) { $0 + $1.charge } }

  /// The amount of one step over all months.
  public subscript(step: CreditStep) -> Double { months.reduce(0) { $0 + $1[step] } }
}
