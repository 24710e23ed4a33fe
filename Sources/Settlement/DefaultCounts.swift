public import Rows

/// Weighted counts of defaults, whether or not the contract is still live.
///
/// Defaults of two years stand in one word for each future, so they are counted once in two years
/// and discounted by the mean factor of those years: a control need not be what is paid.
public final class DefaultCounts {
  /// The months that are counted at once.
  public static let window = 24

  /// A row for each set of weights.
  public let rows: [Row]

  private let weights: [[Double]]

  init(_ weights: [[Double]], in arena: Arena) {
    self.weights = weights
    rows = arena.rows(weights.count)
  }

  /// The month's part: nothing but at the end of a window and of the horizon.
  func close(_ desk: Desk) {
    let month = desk.month
    guard !rows.isEmpty, month.isMultiple(of: Self.window) || month == desk.contract.horizon
    else { return }
    let window = (month - 1) % Self.window + 1
    let discount = Self.discount(desk.contract.ownDiscount, in: month)
    for (row, weights) in zip(rows, weights) {
      for (level, weight) in weights.enumerated() where weight != 0 {
        row.addCount(from: desk.defaults[level], window: window, times: weight * discount)
      }
    }
  }

  /// The mean of the discount `factors` of the window that `month` lies in.
  public static func discount(_ factors: [Double], in month: Int) -> Double {
    let first = (month - 1) / window * window
    let months = factors[first..<min(first + window, factors.count)]
    return months.reduce(0, +) / Double(months.count)
  }
}
