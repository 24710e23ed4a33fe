import Glibc

/// How cash of later months is brought to the valuation date.
public struct Discounting: Hashable, Sendable {
  /// When within its month an amount falls due before its payment lag.
  public enum Timing: String, Hashable, Sendable, CaseIterable {
    /// At the start of the month.
    case start
    /// In the middle of the month.
    case middle
    /// At the end of the month, the default.
    case end

    /// The share of the month that has passed.
    public var delay: Double {
      switch self {
      case .start: 0
      case .middle: 0.5
      case .end: 1
      }
    }
  }

  /// Whether the rate contains inflation.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The rate contains inflation.
    case nominal
    /// The rate is over and above inflation.
    case real
  }

  /// The yearly rate as a share, 0.08 for 8 %.
  public var rate: Double

  /// Whether ``rate`` is nominal or real.
  public var basis: Basis

  /// When within a month amounts fall due.
  public var timing: Timing

  /// Creates a discounting at `rate` a year.
  ///
  /// - Precondition: `rate > −1`.
  public init(rate: Double, basis: Basis = .nominal, timing: Timing = .end) {
    precondition(rate > -1, "a discount rate lies above −100 %")
    self.rate = rate
    self.basis = basis
    self.timing = timing
  }

  /// The present value of 1 due in contract month `month` (from 1) and paid `lag` months later:
  /// `(1 + r)^(−(month − 1 + d + lag) / 12)`.
  public func factor(month: Int, lag: Double = 0) -> Double {
    pow(1 + rate, -(Double(month - 1) + timing.delay + lag) / 12)
  }
}
