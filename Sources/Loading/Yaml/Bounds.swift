import Contracts
import Quantities

/// The values that a number may take.
///
/// Nothing in an event needs more than these, and no product of them leaves the range in which
/// costs are added up exactly. Most unit slips (6 for 6%) lie outside.
struct Bounds {
  var lower = -Double.infinity
  var upper = Double.infinity

  /// Whether the bounds themselves are left out.
  var isOpen = false

  /// Amounts of money, volumes and cases: up to a million millions.
  static let amount = Bounds(lower: 0, upper: 1e12)
  static let amountAboveZero = Bounds(lower: 0, upper: 1e12, isOpen: true)
  static let money = Bounds(lower: -1e12, upper: 1e12)

  /// What one unit of another currency is worth.
  static let exchangeRate = Bounds(lower: 0, upper: 1e6, isOpen: true)

  static let share = Bounds(lower: 0, upper: 1)
  static let shareAboveZero = Bounds(lower: 0.000_001, upper: 1)
  static let withholding = Bounds(lower: 0, upper: 0.9)
  static let discount = Bounds(lower: -1, upper: 1, isOpen: true)
  static let persistence = Bounds(lower: -1, upper: 1, isOpen: true)
  static let correlation = Bounds(lower: -1, upper: 1)

  /// A pool's share of the amount at risk: pools of more than 100% are common.
  static let pool = Bounds(lower: 0, upper: 10)
  static let multiple = Bounds(lower: 0, upper: 1_000)

  /// Changes of a volume or an index, as shares of it.
  static let growth = Bounds(lower: -0.99, upper: 10)

  /// Changes of prices, as shares of them: they may fall to nothing, and double.
  static let priceChange = Bounds(lower: -1, upper: 1)

  /// What a volume or an index is multiplied by in a case.
  static let caseMultiple = Bounds(lower: 0, upper: 10)
  static let caseMultipleAboveZero = Bounds(lower: 0, upper: 10, isOpen: true)

  /// The share by which an unchanged operation gets cheaper in a year, or below 0 dearer.
  static let improvement = Bounds(lower: -0.5, upper: 0.5)

  /// What serving and improving cost a provider, as shares of its charges, and what margin it must
  /// have.
  static let serving = Bounds(lower: 0, upper: 2)
  static let margin = Bounds(lower: -1, upper: 1)

  /// Effort, in monthly spreads.
  static let effort = Bounds(lower: 0, upper: 10, isOpen: true)

  /// Spreads on a log or logit scale.
  static let spread = Bounds(lower: 0, upper: 10)
  static let lag = Bounds(lower: 0, upper: Double(EventContext.longestHorizon))
  static let dualRunning = Bounds(lower: 0, upper: 120)

  /// Shifts of a metric on its link scale, and its spreads there.
  static func shift(on link: Link) -> Bounds {
    link == .identity ? .money : Bounds(lower: -100, upper: 100)
  }

  static func spread(on link: Link) -> Bounds { link == .identity ? .amount : .spread }

  func contain(_ number: Double) -> Bool {
    isOpen ? number > lower && number < upper : number >= lower && number <= upper
  }

  /// What was expected instead of `number`: where only one bound is worth naming, that one.
  func reason(against number: Double) -> Fault.Reason {
    guard upper >= 1e12 else { return .within(lower: lower, upper: upper, open: isOpen) }
    return number > 0
      ? .within(lower: -.infinity, upper: upper, open: isOpen)
      : .within(lower: lower, upper: .infinity, open: isOpen)
  }

  /// How far an estimate may err: as far as it may lie from 0, and at least by 10.
  var errors: Bounds { Bounds(lower: 0, upper: max(10, abs(lower), abs(upper))) }
}
