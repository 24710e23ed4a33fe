public import Contracts
public import Simulation

/// A term of a bid that is not as usual, or a usual protection that it lacks.
public struct Departure: Hashable, Sendable {
  /// What the bid says.
  public enum Found: Hashable, Sendable {
    /// An amount, in the unit of the usual term.
    case amount(Double)
    /// Something else.
    case word(String)
    /// Nothing.
    case absent
  }

  /// The bid.
  public var bid: String

  /// The term.
  public var key: UsualTerm.Key

  /// What the bid says.
  public var found: Found

  /// Who gains.
  public var leaning: Leaning

  /// Where it stands, under `terms`; in `prices.csv` where terms say nothing of it.
  public var path: String

  /// Creates a departure of `bid`.
  public init(
    bid: String, _ key: UsualTerm.Key, _ found: Found, _ leaning: Leaning, path: String
  ) {
    self.bid = bid
    self.key = key
    self.found = found
    self.leaning = leaning
    self.path = path
  }

  /// What is usual.
  public var term: UsualTerm { UsualTerm.named(key) }
}

extension Bid {
  /// Where the contract departs from the table of usual terms, in its order.
  ///
  /// - Parameters:
  ///   - event: What was put out to bid.
  ///   - baseCase: What the bid charges on the expected path; amounts are compared with it.
  /// - Returns: The departures.
  public func departures(in event: Event, _ baseCase: BaseCaseLines) -> [Departure] {
    var review = TermReview(contract: contract, event: event, baseCase: baseCase)
    review.service()
    review.volume()
    review.price()
    review.exit()
    let order = UsualTerm.all.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return review.departures.enumerated().sorted { one, other in
      (places[one.element.key] ?? 0, one.offset) < (places[other.element.key] ?? 0, other.offset)
    }.map(\.element)
  }
}

/// A contract that is being compared with the table of usual terms.
struct TermReview {
  let contract: Contract
  let event: Event
  let baseCase: BaseCaseLines
  private(set) var departures: [Departure] = []

  init(contract: Contract, event: Event, baseCase: BaseCaseLines) {
    self.contract = contract
    self.event = event
    self.baseCase = baseCase
  }

  /// Notes `amount` where it is not usual; an amount that is a share of nothing is not compared.
  mutating func compare(_ key: UsualTerm.Key, _ amount: Double, at path: String) {
    guard amount.isFinite, let leaning = UsualTerm.named(key).leaning(of: amount) else { return }
    depart(key, .amount(amount), leaning, at: path)
  }

  /// Notes that something else is agreed than what is usual.
  mutating func differ(_ key: UsualTerm.Key, _ word: String, at path: String) {
    depart(key, .word(word), UsualTerm.named(key).more, at: path)
  }

  /// Notes that nothing is agreed, by which `leaning` gains.
  mutating func miss(_ key: UsualTerm.Key, _ leaning: Leaning, at path: String) {
    depart(key, .absent, leaning, at: path)
  }

  private mutating func depart(
    _ key: UsualTerm.Key, _ found: Departure.Found, _ leaning: Leaning, at path: String
  ) {
    let departure = Departure(bid: contract.id, key, found, leaning, path: path)
    // The bands of one service line share their terms.
    if !departures.contains(departure) { departures.append(departure) }
  }
}
