/// What takes over after the buyer has left: another provider at a stated price to the end of the
/// horizon, found by a procurement and run in parallel for a while.
public struct Replacement: Hashable, Sendable {
  /// The monthly price as a multiple of the base.
  public var multiple: Double

  /// The monthly charge that is multiplied.
  public var base: ChargeBase

  /// The indexation that the price follows, or nothing where it is never adjusted.
  ///
  /// A base of what the contract would have charged is indexed already.
  public var indexation: String?

  /// The one-off cost of finding the replacement, in the month of the exercise.
  public var procurement: Double

  /// How many months the replacement runs beside the contract before it takes over; charged in
  /// the month of the exercise.
  public var dualRunning: Double

  /// The attainment after the exit by metric, in natural units.
  ///
  /// A metric that is not named stays as it was under the contract, so that leaving is not
  /// flattered.
  public var attainment: [String: Double]

  /// Creates a replacement at `multiple` times `base`.
  ///
  /// - Precondition: no amount is negative.
  public init(
    multiple: Double, base: ChargeBase, indexation: String? = nil, procurement: Double = 0,
    dualRunning: Double = 0, attainment: [String: Double] = [:]
  ) {
    precondition(
      multiple >= 0 && procurement >= 0 && dualRunning >= 0,
      "a replacement's price, procurement and dual running cannot be negative"
    )
    self.multiple = multiple
    self.base = base
    self.indexation = indexation
    self.procurement = procurement
    self.dualRunning = dualRunning
    self.attainment = attainment
  }
}
