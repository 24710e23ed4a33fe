/// Why nothing can be awarded as asked.
public enum AwardError: Error, Hashable, Sendable {
  /// Terms that cannot be priced by lots.
  case refused([AwardRefusal])
  /// The cheapest award of each future is not known where terms bind these lots together.
  case regretUnknown(lots: [String])
  /// So many columns in so many futures would be kept; fewer futures are possible.
  case tooMuch(columns: Int, futures: Int, possible: Int)
  /// Nothing is offered of these lots.
  case withoutOffer(lots: [String])
  /// The run was interrupted before anything was known.
  case interrupted
}

/// One term that cannot be priced by lots, and why.
public struct AwardRefusal: Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// These terms bind lots together in more ways than are priced.
    case tooManyCombinations(count: Int, lots: [String], terms: [String])
    /// What today's operation costs until the bid goes live is not known by lot, for these terms of
    /// it span several.
    case delayWithoutCost(terms: [String])
    /// A loss that is the same each month, on a metric that no lot names.
    case lossOfNoLot
    /// An item under `prices` of a lot that no bid has, beside those that there are.
    case unknownPrice(item: String, known: [String])
    /// A rule that is to be left out and is not there.
    case unknownRule(name: String, known: [String])
    /// A rule of a name that another bears already.
    case repeatedRule
  }

  /// Where it stands, such as `bids/alpha/terms/minimums/floor`.
  public var path: String

  /// What is wrong.
  public var reason: Reason

  /// Creates a refusal.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
