/// The buyer's right to leave for cause once a service level has defaulted in `defaults` of the
/// last `window` months.
public struct ChronicFailure: Hashable, Sendable {
  /// The longest window, in months.
  public static let longestWindow = 32

  /// The service level that is watched.
  public var level: String

  /// How many defaults in the window give the right.
  public var defaults: Int

  /// The months that are looked back on, the current one included.
  public var window: Int

  /// When the buyer uses the right.
  public var exercise: Exercise

  /// The whole months of notice between the exercise and the last month that is served.
  public var notice: Int

  /// Creates the right on `defaults` defaults of `level` in `window` months.
  ///
  /// - Precondition: `1 ≤ defaults ≤ window ≤ 32` and the notice is not negative.
  public init(
    level: String, defaults: Int, window: Int, exercise: Exercise = .never, notice: Int = 0
  ) {
    precondition((1...Self.longestWindow).contains(window), "a window has 1 to 32 months")
    precondition((1...window).contains(defaults), "a window holds 1 to as many defaults as months")
    precondition(notice >= 0, "a notice cannot be negative")
    self.level = level
    self.defaults = defaults
    self.window = window
    self.exercise = exercise
    self.notice = notice
  }
}
