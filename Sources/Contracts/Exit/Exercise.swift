/// When the buyer uses a right that has arisen.
public enum Exercise: Hashable, Sendable {
  /// Never, the default: the right is counted only.
  case never
  /// As soon as it arises.
  case always
  /// As soon as it arises, in a share of the futures.
  case withProbability(Double)
  /// At review months `first`, `first + interval`, …, where leaving is expected to be cheaper
  /// over the rest of the horizon.
  case whenCheaper(first: Int, interval: Int)

  /// Whether contract month `month` is one of its review months.
  public func isReviewed(in month: Int) -> Bool {
    guard case .whenCheaper(let first, let interval) = self else { return false }
    return month >= first && (month - first).isMultiple(of: interval)
  }
}
