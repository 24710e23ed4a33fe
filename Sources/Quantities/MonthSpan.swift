/// Contract months from one to another, counted from 1 and both included.
public struct MonthSpan: Hashable, Sendable {
  /// The first month.
  public var first: Int

  /// The last month, or nothing where the span runs to the end of the horizon.
  public var last: Int?

  /// Creates the span from `first` to `last`.
  ///
  /// - Precondition: `1 ≤ first ≤ last`.
  public init(from first: Int = 1, to last: Int? = nil) {
    precondition(first >= 1, "contract months are counted from 1")
    precondition(last.map { $0 >= first } ?? true, "a span cannot end before it begins")
    self.first = first
    self.last = last
  }

  /// Whether `month` lies in the span.
  public func contains(_ month: Int) -> Bool {
    month >= first && (last.map { month <= $0 } ?? true)
  }
}
