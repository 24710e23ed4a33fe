public import Contracts

/// The steps on which a month's service credits become what is paid, in order of calculation.
public enum CreditStep: String, Hashable, Sendable, CaseIterable {
  /// What defaults are credited, before any limit.
  case stated
  /// What the rule for several credits of one month adds or takes.
  case simultaneity
  /// What the cap of the month takes.
  case monthCap = "month_cap"
  /// What the cap of a longer window takes.
  case longCap = "long_cap"
  /// What the provider earns back.
  case earnBack = "earn_back"
  /// Bonuses, which the buyer pays, and deductions settled with them.
  case bonus

  /// The position among all cases.
  public var position: Int {
    switch self {
    case .stated: 0
    case .simultaneity: 1
    case .monthCap: 2
    case .longCap: 3
    case .earnBack: 4
    case .bonus: 5
    }
  }

  /// Whether the step limits the credits of a month before any of them is earned back.
  var isLimit: Bool { self == .simultaneity || self == .monthCap || self == .longCap }

  fileprivate init?(_ stage: Stage, _ kind: LedgerLine.Kind) {
    switch (stage, kind) {
    case (.credits, .credit): self = .stated
    case (.simultaneity, .credit): self = .simultaneity
    case (.creditCap, .credit): self = .monthCap
    case (.longCap, .credit): self = .longCap
    case (_, .credit): self = .earnBack
    case (_, .bonus): self = .bonus
    default: return nil
    }
  }
}

extension ResolvedContract {
  /// The step that each ledger line belongs to, by position; nothing for lines that are no credits.
  public var creditSteps: [CreditStep?] {
    clauses.indices.flatMap { place in
      let stage = type(of: clauses[place].clause.settling).stage
      return linesOfClause(at: place).map { CreditStep(stage, lines[$0].kind) }
    }
  }

  /// The service level whose default each ledger line credits, by position.
  ///
  /// Nothing for lines that credit no default, and for one that credits those of several levels.
  public var creditedLevelsByLine: [Int?] {
    clauses.indices.flatMap { place -> [Int?] in
      let seated = clauses[place]
      let (lines, credited) = (linesOfClause(at: place), seated.seat.credited)
      guard type(of: seated.clause.settling).stage == .credits, credited.count == lines.count else {
        return lines.map { _ in nil }
      }
      return credited.map { creditedLevels[$0] }
    }
  }

  /// The levels whose defaults are credited, ascending.
  public var levelsWithCredits: [Int] {
    let credited = clauses.flatMap { seated in
      type(of: seated.clause.settling).stage == .credits ? Array(seated.seat.credited) : []
    }
    return Set(credited.map { creditedLevels[$0] }).sorted()
  }

  /// The positions of the metrics on which credits or bonuses hang, ascending.
  public var metricsWithCredits: [Int] {
    let levels = Set(levelsWithCredits)
    let read = clauses.flatMap { seated -> [Int] in
      switch seated.clause {
      case .serviceLevel(let clause) where levels.contains(seated.seat.level):
        clause.tail == nil ? [seated.seat.metric] : [seated.seat.metric, seated.seat.tail]
      case .bonus: [seated.seat.metric]
      default: []
      }
    }
    return Set(read).sorted()
  }

  /// The promise of the service level at `position`.
  public func serviceLevel(at position: Int) -> ServiceLevel? {
    for seated in clauses {
      guard case .serviceLevel(let clause) = seated.clause else { continue }
      if seated.seat.level == position { return clause }
    }
    return nil
  }

  /// Lines are added clause by clause, in the order of calculation.
  private func linesOfClause(at place: Int) -> Range<Int> {
    let next = place + 1 < clauses.count ? clauses[place + 1].seat.line : lines.count
    return clauses[place].seat.line..<next
  }
}
