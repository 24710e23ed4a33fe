public import Settlement

/// What one default more costs the provider, in every month of the first futures of one option.
///
/// A month of a future is open to a level where the contract is live, the level is judged there and
/// not in default. A default more is free where the credits of the whole contract, undiscounted, do
/// not rise by it by half a cent, and the contract ends in the same month.
public struct FurtherDefaults: Sendable {
  /// How many futures are looked at, at most.
  public static let futures = 512

  /// What credits must rise by for a default to cost anything, in the evaluation currency.
  static let least = 0.005

  /// What was found of one service level.
  public struct Level: Sendable {
    /// The position of the level.
    public var level: Int

    /// In how many futures each month is open (index 0 is month 1).
    public var openByMonth: [Int]

    /// In how many futures a default more in each month is free.
    public var freeByMonth: [Int]

    /// How many months of each future are open.
    public var open: [Int]

    /// In how many months of each future a default more is free.
    public var free: [Int]

    /// The free months by the step that takes most of the credit; those of which no credit is stated
    /// at all count under `stated`.
    public var takenBy: [CreditStep: Int] = [:]

    init(_ level: Int, horizon: Int, futures: Int) {
      self.level = level
      openByMonth = Array(repeating: 0, count: horizon)
      freeByMonth = openByMonth
      open = Array(repeating: 0, count: futures)
      free = open
    }
  }

  /// The number of futures.
  public let futures: Int

  /// The levels whose defaults are credited, by ascending position.
  public internal(set) var levels: [Level]
}

extension FurtherDefaults.Level {
  /// The share of open months in which a default more is free, with the error of a ratio over futures;
  /// nothing where no month is open.
  public var share: Estimate? {
    let months = open.reduce(0, +)
    guard months > 0 else { return nil }
    let share = Double(free.reduce(0, +)) / Double(months)
    let squares = zip(free, open).reduce(0.0) { sum, future in
      let rest = Double(future.0) - share * Double(future.1)
      return sum + rest * rest
    }
    let n = Double(open.count)
    let mean = Double(months) / n
    let error = n > 1 ? (squares / (n * (n - 1))).squareRoot() / mean : .nan
    return Estimate(share, standardError: error)
  }

  /// The share of the open months of a contract year, from 1, in which a default more is free; nothing
  /// where none is open.
  public func share(inYear year: Int) -> Double? {
    let months = (12 * (year - 1)..<12 * year).clamped(to: openByMonth.indices)
    let open = openByMonth[months].reduce(0, +)
    return open == 0 ? nil : Double(freeByMonth[months].reduce(0, +)) / Double(open)
  }

  /// The mean number of months of a future in which a default more is free.
  public var months: Estimate { Self.mean(free) }

  /// The mean number of open months of a future.
  public var openMonths: Estimate { Self.mean(open) }

  /// In which share of the futures there is any month in which a default more is free.
  public var chance: Estimate {
    .share(Double(free.count { $0 > 0 }) / Double(max(free.count, 1)), of: free.count)
  }

  /// The first contract month in which a default more is free in any of the futures, or nothing.
  public var firstMonth: Int? { freeByMonth.firstIndex { $0 > 0 }.map { $0 + 1 } }

  /// The step that takes the credit of most free months, or nothing where there are none.
  public var mainStep: CreditStep? {
    CreditStep.allCases.filter { takenBy[$0, default: 0] > 0 }
      .max { takenBy[$0, default: 0] < takenBy[$1, default: 0] }
  }

  private static func mean(_ counts: [Int]) -> Estimate {
    let n = Double(counts.count)
    let mean = Double(counts.reduce(0, +)) / n
    let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return Estimate(mean, standardError: n > 1 ? (squares / (n * (n - 1))).squareRoot() : .nan)
  }
}
