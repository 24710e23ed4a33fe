import Contracts
import Futures
import Quantities
import Rows

extension Desk {
  /// The current clause's metric in its natural unit, or nothing where it was not measured: where
  /// every level is taken as met, and in a month without a value.
  ///
  /// A given future is the same in every lane.
  var attainment: Row? {
    path.naturalAttainment(seat.metric).flatMap { $0[0].isNaN ? nil : $0 }
  }

  /// Fills `row` with what the service level at `seat` is judged by, in its natural unit as it is
  /// reported, and says whether it was measured.
  ///
  /// It is the mean that the level keeps, or the month's measured attainment.
  func readReport(of seat: Seat, into row: Row) -> Bool {
    let isMeasured = readOwnReport(of: seat, into: row)
    guard isFurther(seat) else { return isMeasured }
    worsen(row, of: seat, isMeasured: isMeasured)
    return true
  }

  private func readOwnReport(of seat: Seat, into row: Row) -> Bool {
    if let mean = seat.mean {
      row.copy(state[mean])
      return !row[0].isNaN
    }
    let (measured, metric) = (path.measurement(seat.metric), contract.metrics[seat.metric])
    guard read(measured, of: metric, into: row) else { return false }
    if case .given(let given) = measured {
      row.copy(reported(given, of: metric))
    } else if let decimals = metric.reportDecimals {
      round(row, to: decimals)
    }
    return true
  }

  /// Fills `row` with an attainment of `metric` in its natural unit, and says whether it was
  /// measured.
  func read(
    _ attainment: ProviderPath.Attainment, of metric: Metric, into row: Row
  ) -> Bool {
    switch attainment {
    case .scaled(let latent):
      row.fill(naturalOf: latent, link: metric.link)
      return true
    case .given(let given):
      row.copy(given)
      return !given[0].isNaN
    case .met: return false
    }
  }

  /// The metric that the current clause reads.
  var metric: Metric { contract.metrics[seat.metric] }

  /// A given attainment as it is reported, rounded to the metric's decimals.
  func reported(_ given: Row) -> Row { reported(given, of: metric) }

  /// A given attainment of `metric` as it is reported, rounded to its decimals.
  func reported(_ given: Row, of metric: Metric) -> Row {
    guard metric.decimals != nil else { return given }
    for lane in 0..<Lanes.count { work[lane] = metric.reported(given[lane]) }
    return work
  }

  /// Rounds attainments half up to `decimals` of their natural unit.
  ///
  /// A millionth of the last place makes decimal halves round as people write them.
  func round(_ row: Row, to decimals: Int) {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    row.multiply(by: scale)
    row.add(0.5 + 1e-6)
    row.roundDown(by: work)
    work.fill(scale)
    row.divide(by: work)
  }
}

extension Desk {
  /// Moves a level's window on by a month without a default.
  func pushNone(to defaults: WordRow) { defaults.push(live, .below, 0) }
}
