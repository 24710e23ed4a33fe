public import Contracts
import Rows
import Settlement

/// What is kept of all futures of one option; merges exactly.
public struct OptionTally: Sendable, Equatable, Codable {
  /// Net present cost before credits.
  public fileprivate(set) var before: Moments
  /// Net present cost after credits.
  public fileprivate(set) var after: Moments
  /// The present value of credits, as a positive amount.
  public fileprivate(set) var credits = Moments()
  /// Undiscounted credits, as a positive amount.
  public fileprivate(set) var nominalCredits = Moments()
  /// Undiscounted cost after credits.
  public fileprivate(set) var nominal: Moments
  /// Net present cost after credits if no right to leave were ever exercised; 0 where none may be.
  public fileprivate(set) var stayed: Moments
  /// The present value of the buyer's own loss from poor service.
  public fileprivate(set) var loss = Moments()
  /// Defaults of each service level over the horizon.
  public fileprivate(set) var defaults: [Moments]
  /// Defaults of all service levels together.
  public fileprivate(set) var allDefaults = Moments()
  /// Futures in which a right arises, 1 or 0 each.
  public fileprivate(set) var rightArises = Moments()
  /// Futures in which the buyer exercises a right to leave, 1 or 0 each.
  public fileprivate(set) var exits = Moments()
  /// Futures in which the option is the cheapest.
  public fileprivate(set) var cheapest = 0
  /// The present value of the cost before credits up to each month, summed over futures.
  fileprivate(set) var costUpTo: [ExactSum]

  /// The present value of the credits up to each month, not above 0, summed over futures.
  fileprivate(set) var creditsUpTo: [ExactSum]
  /// The distribution of cost before credits beyond the sample.
  public fileprivate(set) var beforeHistogram = Histogram()
  /// The distribution of cost after credits beyond the sample.
  public fileprivate(set) var afterHistogram = Histogram()

  init(for contract: ResolvedContract, origin: Double) {
    before = Moments(origin: origin)
    after = Moments(origin: origin)
    nominal = Moments(origin: origin)
    stayed = Moments(origin: contract.mayExit ? origin : 0)
    defaults = contract.levels.map { _ in Moments() }
    costUpTo = Array(repeating: ExactSum(), count: contract.horizon)
    creditsUpTo = costUpTo
  }

  /// Adds one block, whose costs go to the histograms unless they are kept in the sample.
  mutating func add(_ totals: Totals, isSampled: Bool, scratch: Scratch) {
    let lanes = totals.lanes
    let (work, row) = (scratch.work, scratch.row)
    before.add(totals.cost, lanes: lanes, work: work)
    row.copy(totals.cost)
    row.add(totals.credits)
    after.add(row, lanes: lanes, work: work)
    if !isSampled {
      beforeHistogram.add(totals.cost, lanes: lanes)
      afterHistogram.add(row, lanes: lanes)
    }
    Self.add(negated: totals.credits, to: &credits, lanes, scratch)
    Self.add(negated: totals.nominalCredits, to: &nominalCredits, lanes, scratch)
    row.copy(totals.nominalCost)
    row.add(totals.nominalCredits)
    nominal.add(row, lanes: lanes, work: work)
    stayed.add(totals.stayed, lanes: lanes, work: work)
    loss.add(totals.loss, lanes: lanes, work: work)
    rightArises.add(totals.rightArisen, lanes: lanes, work: work)
    exits.add(totals.exited, lanes: lanes, work: work)
    scratch.count.fill(0)
    for (level, count) in totals.defaults.enumerated() {
      defaults[level].add(count, lanes: lanes)
      scratch.count.add(count)
    }
    allDefaults.add(scratch.count, lanes: lanes)
    for (month, sum) in totals.costUpTo.enumerated() { costUpTo[month] += sum }
    for (month, sum) in totals.creditsUpTo.enumerated() { creditsUpTo[month] += sum }
  }

  private static func add(
    negated row: Row, to moments: inout Moments, _ lanes: Int, _ scratch: Scratch
  ) {
    scratch.row.copy(row)
    scratch.row.multiply(by: -1)
    moments.add(scratch.row, lanes: lanes, work: scratch.work)
  }

  /// Net present cost on `basis`.
  func cost(_ basis: CostBasis) -> Moments { basis == .beforeCredits ? before : after }

  /// The distribution of cost on `basis` beyond the sample.
  func beyondSample(_ basis: CostBasis) -> Histogram {
    basis == .beforeCredits ? beforeHistogram : afterHistogram
  }

  /// The present value of each month's cost on `basis`, summed over futures.
  public func costByMonth(_ basis: CostBasis) -> [Double] {
    switch basis {
    case .beforeCredits: Self.steps(of: costUpTo)
    case .afterCredits: zip(Self.steps(of: costUpTo), Self.steps(of: creditsUpTo)).map(+)
    }
  }

  private static func steps(of sums: [ExactSum]) -> [Double] {
    zip(sums, [ExactSum()] + sums).map { ($0 - $1).value }
  }

  mutating func countCheapest(_ futures: Int) { cheapest += futures }

  /// Counts anew, among other options.
  mutating func setCheapest(_ futures: Int) { cheapest = futures }

  mutating func merge(_ other: OptionTally) {
    before.merge(other.before)
    after.merge(other.after)
    credits.merge(other.credits)
    nominalCredits.merge(other.nominalCredits)
    nominal.merge(other.nominal)
    stayed.merge(other.stayed)
    loss.merge(other.loss)
    rightArises.merge(other.rightArises)
    exits.merge(other.exits)
    allDefaults.merge(other.allDefaults)
    for level in defaults.indices { defaults[level].merge(other.defaults[level]) }
    for month in costUpTo.indices {
      costUpTo[month] += other.costUpTo[month]
      creditsUpTo[month] += other.creditsUpTo[month]
    }
    cheapest += other.cheapest
    beforeHistogram.merge(other.beforeHistogram)
    afterHistogram.merge(other.afterHistogram)
  }
}

/// What is kept of the difference between two options, the first less the second.
public struct PairTally: Sendable, Equatable, Codable {
  /// The difference of cost.
  public private(set) var difference: Moments
  /// Futures in which the first is cheaper, ties counted as halves.
  public private(set) var wins = 0.0

  init(origin: Double) { difference = Moments(origin: origin) }

  mutating func add(_ row: Row, lanes: Int, work: Row) {
    difference.add(row, lanes: lanes, work: work)
    work.indicator(of: row, .below, 0)
    wins += work.sum(first: lanes)
    work.indicator(of: row, .atMost, 0)
    wins += work.sum(first: lanes)
  }

  mutating func merge(_ other: PairTally) {
    difference.merge(other.difference)
    wins += other.wins
  }

  /// The share of futures in which the first is cheaper.
  public var winShare: Double { wins / 2 / Double(difference.count) }
}

/// Rows to work on.
struct Scratch {
  let row: Row
  let work: Row
  let count: WordRow
}
