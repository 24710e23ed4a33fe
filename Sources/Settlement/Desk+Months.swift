import Futures
import Rows

/// The months at the desk, one after the other.
extension Desk {
  /// The clauses of a month, up to the rights and after them.
  struct Program {
    var untilRights: (Desk) -> Void
    var afterRights: (Desk) -> Void
  }

  /// What clauses leave for those that follow them in the month.
  struct Notes {
    /// Which accounts have been posted to, a bit for each.
    var posted: UInt64 = 0
    /// The run of defaults from which on a level's credit weighs more, and its weight then.
    var repeats = (run: 1, multiplier: 1.0)
    /// 1 where the provider serves and charges, or nothing where it does in every future.
    var served: Row?
    /// Whether ``Desk/charged`` has been asked for.
    var isChargeRead = false
  }

  /// Begins a block: nothing has happened yet.
  func begin() {
    lastMonth.fill(Self.never)
    for row in arisen + state { row.fill(0) }
    for row in factors { row.fill(1) }
    for row in defaults + windows { row.fill(0) }
    live.fill(1)
    gone.fill(0)
    exercised.fill(0)
    (hasExit, isGone, isExercised) = (false, false, false)
  }

  /// Begins where `other`, a desk of the same clauses, stands at the end of a month.
  func begin(where other: Desk) {
    begin()
    hasExit = other.hasExit
    lastMonth.copy(other.lastMonth)
    for (row, its) in zip(arisen + state + factors, other.arisen + other.state + other.factors) {
      row.copy(its)
    }
    for (row, its) in zip(defaults + windows, other.defaults + other.windows) { row.copy(its) }
  }

  /// Settles `month` after the one before it, by the desk's own program or by `other`, and hands what is
  /// owed to `sink`.
  ///
  /// Whether anybody is gone, and whether anybody leaves, is all that a month hangs on beside the
  /// contract; the second is known once the rights are settled.
  func settle(_ month: Int, by other: Program? = nil, into sink: any Sink) {
    recordings?.require(sink)
    begin(month)
    // What is played needs no closure, which is made month by month otherwise.
    if !play(.untilRights) {
      perform(.untilRights) {
        clearMonth()
        (other ?? program).untilRights(self)
      }
    }
    isExercised = mayExit && exercised.maximum() > 0
    hasExit = hasExit || isExercised
    if !play(.afterRights) {
      perform(.afterRights) {
        (other ?? program).afterRights(self)
        sink.add(self)
      }
    }
    sink.close(self)
  }

  /// Who is still there in `month`.
  private func begin(_ month: Int) {
    self.month = month
    world.show(month)
    path.advance(to: month)
    if hasExit {
      live.indicator(of: lastMonth, .atLeast, Double(month))
      gone.indicator(of: lastMonth, .below, Double(month))
      // Who is gone stays so.
      isGone = isGone || gone.maximum() > 0
    }
    if isExercised { exercised.fill(0) }
    isExercised = false
  }

  /// Nothing is owed yet.
  private func clearMonth() {
    notes = Notes()
    for row in scopes { row.fill(0) }
    for row in relief { row?.fill(0) }
    largestCredit?.fill(0)
  }

  /// Ends the contract after `last` in the futures where `rule` is 1, unless it has been ended
  /// before.
  func exercise(_ rule: Row, lastMonth last: Int) {
    lastMonth.replaceFirst(Self.never, by: Double(last), where: rule, noting: exercised)
  }

  private func place(of part: Recordings.Part) -> Int {
    Recordings.place(of: part, in: month, isGone: isGone, isExercised: isExercised)
  }

  /// Does a part of the month again where it was recorded.
  private func play(_ part: Recordings.Part) -> Bool { recordings?.play(place(of: part)) ?? false }

  /// Does a part of the month, and records it where the desk records.
  private func perform(_ part: Recordings.Part, _ settle: () -> Void) {
    guard let recordings else { return settle() }
    let place = place(of: part)
    let before = Recordings.place(of: .untilRights, in: month, isGone: isGone, isExercised: false)
    if part == .afterRights, let left = recordings.notes[before] { notes = left }
    recordings.record(place, settle)
    if part == .untilRights { recordings.notes[before] = notes }
  }
}
