/// When a clause adds up what several months come to, and from which month on.
public struct Reckoning: Hashable, Sendable {
  /// What becomes of a last period that the horizon cuts short.
  public enum Rest: String, Hashable, Sendable, CaseIterable {
    /// Nothing is owed for it.
    case notSettled = "not_settled"
    /// It is settled in the last month, with limits in proportion to its months.
    case proRata = "pro_rata"
  }

  /// The months that are added up.
  public var period: Period

  /// The contract month in which the first period begins.
  public var first: Int

  /// What becomes of a last period that the horizon cuts short.
  public var rest: Rest

  /// Creates a reckoning of every `period` from contract month `first` on.
  ///
  /// - Precondition: `first ≥ 1`.
  public init(every period: Period = .month, from first: Int = 1, rest: Rest = .notSettled) {
    precondition(first >= 1, "contract months are counted from 1")
    self.period = period
    self.first = first
    self.rest = rest
  }

  /// The position of the period in which `month` lies, from 0; nothing before the first.
  public func period(of month: Int) -> Int? {
    month >= first ? (month - first) / period.months : nil
  }

  /// The share of a whole period that is settled in `month`, 1 but for a last one that is cut short
  /// by the `horizon`; nothing where no period is settled.
  public func share(settledIn month: Int, horizon: Int) -> Double? {
    if period.ends(with: month, from: first) { return 1 }
    guard month >= first, month == horizon, rest == .proRata else { return nil }
    return Double((month - first) % period.months + 1) / Double(period.months)
  }
}
