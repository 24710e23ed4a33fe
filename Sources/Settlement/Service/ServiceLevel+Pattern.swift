import Contracts
import Futures
import Quantities
import Rows

/// Levels whose defaults hang on more than one comparison of one month.
extension ServiceLevel {
  /// Whether a month is a default by itself, by one comparison.
  var isPlain: Bool {
    trigger.window == 1 && expected == nil && tail == nil && measurement == .month
      && !missesUnreported
  }

  /// Takes what a level remembers that is not plain: the window of its misses and that of misses of
  /// the expected target, the mean and the months of which it is taken.
  func takePattern(
    _ seat: inout Seat, from resolver: inout Resolver
  ) throws(ResolutionError) {
    let name = resolver.clause
    let hasRatchet = resolver.contract.clauses.contains { named in
      if case .ratchet(let ratchet) = named.clause { ratchet.level == name } else { false }
    }
    guard !isPlain || hasRatchet else { return }
    if hasRatchet {
      seat.target = resolver.resolved.stateRows
      resolver.addState(1)
    }
    seat.window = resolver.resolved.windows
    resolver.addWindows(expected == nil ? 1 : 2)
    if let tail { seat.tail = try resolver.metric(tail.metric) }
    guard measurement != .month else { return }
    seat.mean = resolver.resolved.stateRows
    resolver.addState(1 + measurement.months)
  }

  /// A miss is a month that is judged and misses the target or the tail's.
  ///
  /// A default is
  /// * a miss that is at least the `misses`-th of the window;
  /// * a miss of the expected target alone that is at least the `defaults`-th of its window.
  ///
  /// Every month takes its place in both windows, whether it is judged or not.
  func settlePattern(at desk: Desk) {
    let (miss, short, defaulted) = (desk.amount, desk.other, desk.work)
    let misses = desk.windows[desk.seat.window]
    if let row = desk.seat.target, desk.month == 1 { desk.state[row].fill(target) }
    guard judge(into: miss, at: desk) else {
      desk.pushNone(to: misses)
      if expected != nil { desk.pushNone(to: desk.windows[desk.seat.window + 1]) }
      return desk.pushNone(to: desk.defaults[desk.seat.level])
    }
    if let tail {
      let condition = ServiceLevel(
        metric: tail.metric, target: tail.target, comparison: tail.comparison)
      _ = condition.readMisses(of: desk.seat.tail, into: short, at: desk)
      miss.limit(atLeast: short)
    }
    relieve(miss, at: desk)
    if let expected {
      var level = self
      level.target = expected.target
      _ = level.readOwnMisses(into: short, isMinimum: false, at: desk)
      short.subtract(miss)
      short.limit(atLeast: 0)
      relieve(short, at: desk)
    }
    misses.push(miss, .atLeast, 1)
    defaulted.fill(0)
    defaulted.raise(to: miss, from: misses, window: trigger.window, atLeast: trigger.misses)
    if trigger.resets { misses.clear(where: defaulted) }
    if let expected {
      let shortfalls = desk.windows[desk.seat.window + 1]
      shortfalls.push(short, .atLeast, 1)
      defaulted.raise(
        to: short, from: shortfalls, window: expected.window, atLeast: expected.defaults)
    }
    desk.defaults[desk.seat.level].push(defaulted, .atLeast, 1)
  }

  /// Takes the misses of relieved futures back: they count in no window.
  private func relieve(_ miss: Row, at desk: Desk) {
    guard let relieved = desk.relief[desk.seat.level] else { return }
    desk.work.copy(relieved)
    desk.work.complement()
    miss.multiply(by: desk.work)
  }

  /// Fills `miss` with 1 where the target is missed, and says whether the month is judged.
  private func judge(into miss: Row, at desk: Desk) -> Bool {
    if case .met = desk.path.measurement(desk.seat.metric) {
      if let mean = desk.seat.mean { desk.state[mean].fill(.nan) }
      return false
    }
    if let mean = desk.seat.mean { takeMean(desk.state[mean], at: desk) }
    guard isJudged(in: desk.month) else { return false }
    if readOwnMisses(into: miss, at: desk) { return true }
    let isOwed = missesUnreported && monthsMeasured(until: desk.month).contains(where: counts)
    miss.fill(isOwed ? 1 : 0)
    return isOwed || tail != nil
  }

  /// Whether the level is judged in `month`.
  func isJudged(in month: Int) -> Bool {
    switch measurement {
    case .month: counts(in: month)
    case .quarter: month >= firstMonth && Period.quarter.ends(with: month)
    case .rolling(let months): month >= firstMonth + months - 1 && counts(in: month)
    }
  }

  /// The mean of the months that count and were measured, as it is reported.
  ///
  /// Without decimals of the metric it is compared at nine **[assumption]**, for the binary mean of
  /// equal numbers need not be that number.
  private func takeMean(_ mean: Row, at desk: Desk) {
    let (month, metric) = (desk.month, desk.metric)
    func attainment(in month: Int) -> Row {
      desk.state[(desk.seat.mean ?? 0) + 1 + (month - 1) % measurement.months]
    }
    _ = desk.read(
      desk.path.measurement(desk.seat.metric), of: metric, into: attainment(in: month))
    let measured = monthsMeasured(until: month).filter(counts).map(attainment)
      .filter { !$0[0].isNaN }
    mean.fill(measured.isEmpty ? .nan : 0)
    for row in measured { mean.add(row) }
    desk.work.fill(Double(max(measured.count, 1)))
    mean.divide(by: desk.work)
    desk.round(mean, to: metric.reportDecimals ?? 9)
  }

  private func monthsMeasured(until month: Int) -> ClosedRange<Int> {
    max(1, month - measurement.months + 1)...month
  }

  /// Fills `row` with 1 where what is judged misses the target, and says whether it was measured.
  ///
  /// A target that has moved is the level's own, the minimum; it is compared as reported.
  private func readOwnMisses(
    into row: Row, isMinimum: Bool = true, at desk: Desk
  ) -> Bool {
    if desk.seat.mean == nil && desk.seat.target == nil {
      return readMisses(of: desk.seat.metric, into: row, at: desk)
    }
    guard desk.readReport(of: desk.seat, into: row) else {
      row.fill(0)
      return false
    }
    if let moved = desk.seat.target, isMinimum {
      row.indicator(of: row, missing, desk.state[moved])
    } else {
      row.indicator(of: row, missing, target)
    }
    return true
  }

  /// Fills `row` with 1 where the month's attainment of the metric at `position` misses the target,
  /// and says whether it was measured.
  private func readMisses(of position: Int, into row: Row, at desk: Desk) -> Bool {
    let metric = desk.contract.metrics[position]
    switch desk.path.measurement(position) {
    case .scaled(let latent):
      // The bound in single precision, as a plain level is compared with it.
      row.widen(latent)
      row.indicator(
        of: row, missing(by: metric), Double(Float(metric.link.scaled(bound(for: metric)))))
      return true
    case .given(let given):
      row.indicator(of: desk.reported(given, of: metric), missing, target)
      return !given[0].isNaN
    case .met: return false
    }
  }
}
