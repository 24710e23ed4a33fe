import Contracts
import Futures
import Rows

extension ServiceLevel {
  /// A default is a month from ``firstMonth`` on whose attainment does not meet the target.
  ///
  /// Sampled attainment is compared with the target on the link scale, given attainment in its
  /// natural unit as it is reported. A missing attainment is no default.
  func settle(at desk: Desk) {
    let level = desk.seat.levels[0]
    let defaults = desk.defaults[level]
    if desk.month < firstMonth {
      desk.pushNone(to: defaults)
    } else {
      switch desk.path.measurement(desk.seat.metric) {
      case .scaled(let row): defaults.push(row, missing, Float(desk.seat.bound))
      case .given(let row): defaults.push(desk.reported(row), missing, target)
      case .met: desk.pushNone(to: defaults)
      }
    }
    desk.weights[level].set(from: defaults, hit: 1, miss: 0)
  }

  /// The comparison that is true of a default.
  private var missing: Rows.Comparison {
    switch comparison {
    case .atLeast: .below
    case .moreThan: .atMost
    case .atMost: .above
    case .lessThan: .atLeast
    }
  }
}
