/// A multiplier on the credit of a level that defaults month after month.
public struct RepeatMultiplier: Hashable, Sendable {
  /// The longest run of defaults that is told apart, in months.
  public static let longestRun = 32

  /// The run of defaults, the current one included, from which the multiplier holds: 3 for the
  /// third in a row.
  public var run: Int

  /// By what the credit is multiplied.
  public var multiplier: Double

  /// Creates a multiplier from the `run`-th default in a row on.
  ///
  /// - Precondition: `2 ≤ run ≤ 32` and the multiplier is not negative.
  public init(run: Int, multiplier: Double) {
    precondition((2...Self.longestRun).contains(run), "a repeat counts from 2 to 32 in a row")
    precondition(multiplier >= 0, "a multiplier cannot be negative")
    self.run = run
    self.multiplier = multiplier
  }
}
