/// What an award has to keep.
public struct AwardRule: Hashable, Sendable {
  /// Of which bids a rule speaks.
  public enum Subject: Hashable, Sendable {
    /// Of each bid by itself.
    case each
    /// Of these bids together.
    case bids([String])
  }

  /// What has to hold.
  public enum Demand: Hashable, Sendable {
    /// So many bids are given something, in all, or in each of the lots named.
    case providers(min: Int?, max: Int?, lots: [String]?)
    /// The mean cost of what bids are given, as a share of that of everything.
    ///
    /// The least share of each bid holds for those that are given something.
    case value(of: Subject, min: Double?, max: Double?)
    /// In how many lots bids are given something.
    ///
    /// The least number of each bid holds for those that are given something.
    case lots(of: Subject, min: Int?, max: Int?)
    /// The share of each of the lots named that bids are given, in millionths.
    case share(of: Subject, lots: [String], min: Int?, max: Int?)
    /// Every bid is given the same share of these lots.
    case together([String])
    /// No bid is given more than one of these lots.
    case apart([String])
    /// At most one of these bids is given anything.
    case notBoth([String])
    /// Where the first bid is given anything, so is the second.
    case onlyWith(String, String)
    /// Incumbents keep at least so many of their lots whole.
    case incumbents(lots: Int)
    /// The mean cost of everything is at most this, in the evaluation currency.
    case budget(Double)
    /// A bid that fails these mandatory requirements is given nothing.
    case mandatory(bid: String, failed: [String])
  }

  /// The name, by which reports speak of it.
  public var name: String

  /// What has to hold.
  public var demand: Demand

  /// Nothing where it must hold; else its rank among those that may give way, 1 being the last to.
  public var priority: Int?

  /// Creates a rule.
  public init(_ name: String, _ demand: Demand, priority: Int? = nil) {
    self.name = name
    self.demand = demand
    self.priority = priority
  }
}
