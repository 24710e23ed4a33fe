public import CRows

/// The futures that stand side by side in a row.
public enum Lanes {
  /// How many futures a row holds.
  @inlinable public static var count: Int { Int(ROWS_LANES) }
}

/// How a value is held against a bound; with a NaN on either side the answer is no.
public enum Comparison: Hashable, Sendable {
  /// The value is less than the bound.
  case below

  /// The value is less than or equal to the bound.
  case atMost

  /// The value is greater than the bound.
  case above

  /// The value is greater than or equal to the bound.
  case atLeast

  @inlinable @inline(__always) internal var code: RowsComparison {
    switch self {
    case .below: ROWS_BELOW
    case .atMost: ROWS_AT_MOST
    case .above: ROWS_ABOVE
    case .atLeast: ROWS_AT_LEAST
    }
  }
}
