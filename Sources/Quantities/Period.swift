/// The months after which a clause is reckoned up, counted from a first month.
public enum Period: String, Hashable, Sendable, CaseIterable {
  /// Every month by itself.
  case month
  /// Three months.
  case quarter
  /// Twelve months.
  case year

  /// The months of one period.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// Whether `month` is the last of its period, of which the first began in month `first`.
  public func ends(with month: Int, from first: Int = 1) -> Bool {
    month >= first && (month - first + 1).isMultiple(of: months)
  }
}
