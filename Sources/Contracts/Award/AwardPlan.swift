/// How the parts of an event may be given to bids.
public struct AwardPlan: Hashable, Sendable {
  /// The parts, in the order declared; none stands for one part that is everything.
  public var lots: [Lot]

  /// The shares of a lot that one bid may be given, in ascending order, in millionths.
  public var shares: [Int]

  /// Whether today's operation may keep lots.
  public var mayStay: Bool

  /// Who runs a lot today, by the lot's identifier: a bid's, or `baseline`.
  public var incumbents: [String: String]

  /// Bids that rules mean together, by the name of the set.
  public var groups: [String: [String]]

  /// What is made as small as can be.
  public var objective: AwardObjective

  /// Whether a bid that fails a mandatory requirement may be given a lot.
  public var allowsFailing: Bool

  /// The rules, in the order declared.
  public var rules: [AwardRule]

  /// The whole of a lot, in millionths.
  public static let whole = 1_000_000

  /// Creates a plan, by default one in which one bid is given everything.
  public init(
    lots: [Lot] = [], shares: [Int] = [whole], mayStay: Bool = false,
    incumbents: [String: String] = [:], groups: [String: [String]] = [:],
    objective: AwardObjective = AwardObjective(), allowsFailing: Bool = false,
    rules: [AwardRule] = []
  ) {
    self.lots = lots
    self.shares = shares
    self.mayStay = mayStay
    self.incumbents = incumbents
    self.groups = groups
    self.objective = objective
    self.allowsFailing = allowsFailing
    self.rules = rules
  }
}

/// A part of an event that may be given to a bid by itself.
public struct Lot: Hashable, Sendable {
  /// The identifier.
  public var id: String

  /// The name for people.
  public var name: String

  /// The service lines whose volumes belong to it.
  public var serviceLines: [String]

  /// The items of prices that belong to it although they are for no service line.
  public var prices: [String]

  /// The metrics that measure its service.
  public var metrics: [String]

  /// Creates a lot.
  public init(
    id: String, name: String, serviceLines: [String], prices: [String] = [],
    metrics: [String] = []
  ) {
    self.id = id
    self.name = name
    self.serviceLines = serviceLines
    self.prices = prices
    self.metrics = metrics
  }
}

/// What an award makes as small as can be: `mean + λ·CVaR` of a cost over all futures.
public struct AwardObjective: Hashable, Sendable {
  /// Of what it is the mean.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Net present cost on the event's basis.
    case cost
    /// The same cost less that of the award that is cheapest in the future at hand, without any rule.
    case regret
  }

  /// Of what it is the mean.
  public var measure: Measure

  /// λ, the weight of the tail beside the mean.
  public var tailWeight: Double

  /// α, the share of futures that lie before the tail: 0.95 takes the worst twentieth.
  public var tail: Double

  /// Creates an objective, by default the mean cost.
  public init(measure: Measure = .cost, tailWeight: Double = 0, tail: Double = 0.95) {
    self.measure = measure
    self.tailWeight = tailWeight
    self.tail = tail
  }
}
