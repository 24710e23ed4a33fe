public import Rows

/// What is counted of defaults: each of them, or the pairs that lie close together.
public struct DefaultCount: Hashable, Sendable, Codable {
  /// What one of each service level counts for.
  public let weights: [Double]

  /// How many months the two of a pair lie apart at most, by service level; 0 where each default
  /// counts by itself.
  public let reaches: [Int]

  /// Counts each default of a service level with its weight.
  public init(_ weights: [Double]) {
    self.weights = weights
    reaches = weights.map { _ in 0 }
  }

  /// Counts the pairs of defaults of service levels within `reaches`, and nothing where that is 0.
  ///
  /// - Precondition: No reach is beyond ``DefaultCounts/longestReach``.
  public init(pairsWithin reaches: [Int]) {
    precondition(reaches.allSatisfy { $0 <= DefaultCounts.longestReach }, "a word has its months")
    weights = reaches.map { $0 > 0 ? 1 : 0 }
    self.reaches = reaches
  }
}

/// Discounted counts of defaults, whether or not the contract is still live.
///
/// Defaults of two years stand in one word for each future, so they are counted once in two years
/// and discounted by the mean factor of those years: a control need not be what is paid.
public final class DefaultCounts {
  /// The months that are counted at once.
  public static let window = 24

  /// The months before a window that a word still remembers.
  public static let longestReach = 32 - window

  /// A row for each count.
  public let rows: [Row]

  private let counts: [DefaultCount]

  init(_ counts: [DefaultCount], in arena: Arena) {
    self.counts = counts
    rows = arena.rows(counts.count)
  }

  /// The month's part: nothing but at the end of a window and of the horizon.
  ///
  /// A pair counts with its later month.
  func close(_ desk: Desk) {
    let month = desk.month
    guard !rows.isEmpty, month.isMultiple(of: Self.window) || month == desk.contract.horizon
    else { return }
    let window = (month - 1) % Self.window + 1
    let discount = Self.discount(desk.contract.ownDiscount, in: month)
    for (row, count) in zip(rows, counts) {
      for (level, weight) in count.weights.enumerated() where weight != 0 {
        let (words, reach) = (desk.defaults[level], count.reaches[level])
        if reach == 0 { row.addCount(from: words, window: window, times: weight * discount) }
        for apart in stride(from: 1, through: reach, by: 1) {
          row.addPairs(from: words, window: window, apart: apart, times: weight * discount)
        }
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
