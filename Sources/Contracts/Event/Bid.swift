/// One provider's offer in one round, or today's operation.
public struct Bid: Hashable, Sendable {
  /// The folder's name, or `baseline`.
  public var id: String

  /// The provider's name for people: text that the bidder wrote.
  public var name: String

  /// The round that counts, such as `1` or `3-bafo`; empty for the baseline.
  public var round: String

  /// The contract: the event's draft terms overlaid with the bid's own.
  public var contract: Contract

  /// The answers by requirement.
  public var answers: [String: Answer]

  /// What the bid says to single terms of the draft, in the order of its file.
  public var deviations: [Deviation]

  /// The bidder's own stated total over the horizon, undiscounted, or nothing where none is stated.
  public var statedTotal: Double? {
    get { statedTotals.total?.value }
    set { statedTotals.total = newValue.map { .init($0) } }
  }

  /// What the bidder says that its prices come to, with ``statedTotal`` as it was written.
  public var statedTotals: StatedTotals

  /// What the buyer adds to the bid, or takes from it, to compare it with the others.
  public var adjustments: [StatedAdjustment] = []

  /// By how many months the service may go live late; empty where it is in time.
  public var delays: [TransitionDelay.Outcome] = []

  /// Creates a bid.
  public init(
    id: String, name: String, round: String = "", contract: Contract,
    answers: [String: Answer] = [:], deviations: [Deviation] = [], statedTotal: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.round = round
    self.contract = contract
    self.answers = answers
    self.deviations = deviations
    statedTotals = StatedTotals(total: statedTotal.map { .init($0) })
  }
}
