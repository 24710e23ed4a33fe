import Glibc

extension IndexDriver {
  /// The exact mean of the level in `month` where the index is a geometric walk, `i₀·exp(μ·t/12)`,
  /// whether or not its spread is known; nothing for another law.
  public func meanLevel(in month: Int) -> Double? {
    guard case .geometric(let drift, _) = law else { return nil }
    return startLevel * exp(drift * Double(month) / 12)
  }

  /// The exact mean of what the level is multiplied by on an anniversary where the yearly rate
  /// reverts to its mean, `1 + μ`, whether or not its coefficients are known; nothing for another
  /// law.
  public var meanAnniversaryFactor: Double? {
    guard case .meanReverting(let drift, _, _) = law else { return nil }
    return 1 + drift
  }

  /// The months up to `horizon` in which the level of a mean-reverting index moves.
  public static func anniversaries(until horizon: Int) -> [Int] {
    Array(stride(from: 13, through: horizon, by: 12))
  }
}
