public import Contracts

/// One thing that may be given to a bid: shares of one lot, or of several that its terms bind together.
public struct AwardColumn: Hashable, Sendable {
  /// A share of a lot.
  public struct Given: Hashable, Sendable {
    /// The position of the lot.
    public var lot: Int

    /// The share, in millionths, above 0.
    public var share: Int

    /// Creates a share of a lot.
    public init(lot: Int, share: Int = AwardPlan.whole) {
      self.lot = lot
      self.share = share
    }
  }

  /// The position of the bid.
  public var bid: Int

  /// Which part of its offer it is: of one part at most one column is given.
  public var part: Int

  /// The shares that are given, by ascending lot, each lot once.
  public var given: [Given]

  /// What it costs in each future, in net present value.
  public var costs: [Double]

  /// The mean of ``costs``.
  public let mean: Double

  /// Creates a column.
  ///
  /// - Precondition: it gives something, and there is a future.
  public init(bid: Int, part: Int, given: [Given], costs: [Double]) {
    precondition(!given.isEmpty && !costs.isEmpty, "a column gives something at some cost")
    self.bid = bid
    self.part = part
    self.given = given
    self.costs = costs
    mean = costs.reduce(0, +) / Double(costs.count)
  }

  /// The share of `lot` that it gives, in millionths.
  public func share(of lot: Int) -> Int { given.first { $0.lot == lot }?.share ?? 0 }
}

/// What there is to give, and how it may be given.
public struct AwardCase: Sendable {
  /// The bids by identifier; among them `baseline` where today's operation may keep lots.
  public var bids: [String]

  /// The lots by identifier, each of which is given whole, in shares that add up.
  public var lots: [String]

  /// What may be given.
  public var columns: [AwardColumn]

  /// The position of today's operation among ``bids``, or nothing.
  public var staying: Int?

  /// What remains with the buyer in each future as soon as a lot leaves today's operation; empty
  /// where nothing does.
  public var remainder: [Double]

  /// Who runs each lot today, by position, or nothing.
  public var incumbents: [Int?]

  /// What is made as small as can be.
  public var objective: AwardObjective

  /// The rules.
  public var rules: [AwardRule]

  /// Creates a case.
  ///
  /// - Precondition: all costs are of the same futures, and rules name bids and lots of the case.
  public init(
    bids: [String], lots: [String], columns: [AwardColumn], staying: Int? = nil,
    remainder: [Double] = [], incumbents: [Int?]? = nil,
    objective: AwardObjective = AwardObjective(), rules: [AwardRule] = []
  ) {
    let futures = columns.first?.costs.count ?? 0
    precondition(columns.allSatisfy { $0.costs.count == futures }, "all costs are of all futures")
    self.bids = bids
    self.lots = lots
    self.columns = columns
    self.staying = staying
    self.remainder = remainder
    self.incumbents = incumbents ?? lots.map { _ in nil }
    self.objective = objective
    self.rules = rules
  }

  /// The number of futures.
  public var futures: Int { columns.first?.costs.count ?? 0 }

  /// The same case under other rules.
  public func under(_ rules: [AwardRule]) -> AwardCase {
    var copy = self
    copy.rules = rules
    return copy
  }

  /// The lots of which nobody offers anything.
  public var lotsWithoutOffer: [String] {
    let offered = Set(columns.flatMap { $0.given.map(\.lot) })
    return lots.indices.filter { !offered.contains($0) }.map { lots[$0] }
  }

  /// The positions of the bids of which a rule speaks together.
  func positions(of ids: [String]) -> [Int] { ids.compactMap(bids.firstIndex) }

  /// The positions of `ids` among the lots.
  func lotPositions(of ids: [String]) -> [Int] { ids.compactMap(lots.firstIndex) }
}
