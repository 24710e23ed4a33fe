import Contracts
import Quantities
import Rows

/// One default more than there is: of one service level in one month.
public struct FurtherDefault: Hashable, Sendable {
  /// The position of the service level.
  public var level: Int

  /// The contract month, from 1.
  public var month: Int

  /// Creates a default of `level` in `month`.
  public init(of level: Int, in month: Int) {
    self.level = level
    self.month = month
  }
}

extension Desk {
  /// Settles the contract as ``settle(into:through:)`` does, with one default more in every future.
  ///
  /// Everything that follows from the default follows: its credit, runs of defaults, windows, caps of
  /// later months, what is earned back, rights. Credits that hang on attainment, and whatever else
  /// reads what the level is judged by, see it a point beyond the target, or as bad as it is.
  ///
  /// - Precondition: The desk records nothing.
  public func settle(into sink: any Sink, adding further: FurtherDefault) {
    precondition(recordings == nil, "a month with a further default is not the recorded one")
    begin()
    lines = sink.takesLines ? sink : nil
    self.further = further
    let place = contract.clauses.firstIndex { $0.isServiceLevel(at: further.level) }
    let program = contract.program { desk in
      guard desk.month == further.month && desk.position == place else { return }
      desk.addDefault(of: further.level)
    }
    for month in 1...contract.horizon { settle(month, by: program, into: sink) }
    (lines, self.further) = (nil, nil)
  }

  private func addDefault(of level: Int) {
    for lane in 0..<Lanes.count { defaults[level][lane] |= 1 }
  }

  /// Whether what the level at `seat` is judged by in this month is that of a further default.
  func isFurther(_ seat: Seat) -> Bool {
    guard let further else { return false }
    return further.month == month && further.level == seat.level
  }

  /// Makes `row`, which holds what the level at `seat` is judged by where it `isMeasured`, at least a
  /// point worse than the target, within the metric's range.
  func worsen(_ row: Row, of seat: Seat, isMeasured: Bool) {
    guard let clause = contract.serviceLevel(at: seat.level) else { return }
    let metric = contract.metrics[seat.metric]
    let isLower = worse(ofLevel: seat.level) == .below
    let point = (isLower ? -1 : 1) / metric.pointsPerUnit
    if let moved = seat.target { work.copy(state[moved]) } else { work.fill(clause.target) }
    work.add(point)
    if metric.link == .logit { work.clip(0, 1) }
    if metric.link == .log { work.limit(atLeast: 0) }
    guard isMeasured else { return row.copy(work) }
    if isLower { row.limit(atMost: work) } else { row.limit(atLeast: work) }
  }
}

extension ResolvedContract.Seated {
  fileprivate func isServiceLevel(at level: Int) -> Bool {
    if case .serviceLevel = clause { seat.level == level } else { false }
  }
}
