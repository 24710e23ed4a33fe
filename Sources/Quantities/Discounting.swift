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

  /// The yearly inflation that a real rate leaves out, a share; no part of a nominal rate.
  public var inflation: Double

  /// When within a month amounts fall due.
  public var timing: Timing

  /// Creates a discounting at `rate` a year.
  ///
  /// - Precondition: `rate > −1` and `inflation > −1`.
  public init(
    rate: Double, basis: Basis = .nominal, inflation: Double = 0, timing: Timing = .end
  ) {
    precondition(rate > -1 && inflation > -1, "a yearly rate lies above −100 %")
    self.rate = rate
    self.basis = basis
    self.inflation = inflation
    self.timing = timing
  }

  /// The present value of 1 due in contract month `month` (from 1) and paid `lag` months later:
  /// `(1 + r)^(−(month − 1 + d + lag) / 12)`.
  public func factor(month: Int, lag: Double = 0) -> Double {
    pow(1 + nominalRate, -(Double(month - 1) + timing.delay + lag) / 12)
  }

  /// The rate for nominal amounts, which all amounts are: a real rate ρ and inflation π give
  /// `(1 + ρ)·(1 + π) − 1`.
  public var nominalRate: Double {
    switch basis {
    case .nominal: rate
    case .real: (1 + rate) * (1 + inflation) - 1
    }
  }
}
