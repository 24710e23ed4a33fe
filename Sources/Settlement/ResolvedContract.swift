public import Contracts
import Rows

/// A contract with every name bound to a position: what the walker settles.
public struct ResolvedContract: Sendable {
  /// A clause and where it sits.
  public struct Seated: Sendable {
    /// The clause's name in the contract.
    public var name: String

    /// The clause.
    public var clause: Clause

    /// The positions of the rows that it reads and writes.
    public var seat: Seat
  }

  /// The option's identifier.
  public let id: String

  /// The months that are settled.
  public let horizon: Int

  /// The clauses in order of calculation.
  public internal(set) var clauses: [Seated] = []

  /// The lines that clauses post to.
  public internal(set) var lines: [LedgerLine] = []

  /// The service levels by name, in the order of their positions.
  public internal(set) var levels: [String] = []

  /// When a month is a default of each service level, by position; nothing where that takes more
  /// than one comparison of one month.
  public internal(set) var defaultRules: [DefaultRule?] = []

  /// The share of a month's charge that one default of each service level is credited, before
  /// multipliers and caps.
  public internal(set) var creditShares: [Double] = []

  /// Whether the defaults of each service level give a right.
  public internal(set) var givesRight: [Bool] = []

  /// How many months those defaults of each service level that give a right lie apart at most, from
  /// one to the next; 0 where a single one gives it, or none does.
  public internal(set) var rightReaches: [Int] = []

  /// The rights by name, in the order of their positions.
  public internal(set) var rights: [String] = []

  /// The metrics whose attainment is read, in the order of the provider's performance.
  public let metrics: [Metric]

  /// The service lines whose volumes are read, in the order of the event.
  public let serviceLines: [String]

  /// The indices whose levels are read, in the order of the event.
  public let indices: [String]

  /// The drivers of uniforms that the contract needs, by stable name.
  public internal(set) var uniforms: [String] = []

  /// The present value of 1 due to the provider in each month (index 0 is month 1).
  public let discount: [Double]

  /// The present value of 1 that the buyer bears itself in each month, without a payment lag.
  public let ownDiscount: [Double]

  /// ``meanBaselineCharge`` where a clause is a multiple of it; 0 where none is.
  var baselineCharge = 0.0

  /// For each month, whether leaving then is expected to be cheaper; read by rights that are
  /// exercised only when cheaper.
  ///
  /// Without a value they are never exercised.
  public var leavingPays: [Bool] = []

  /// The parts of the month's charge that clauses are measured by, each by the names of its prices.
  var scopes: [Set<String>] = []
  /// Whether prices stay as they were before any indexation: what a baseline charge is made of.
  var isBeforeIndexation = false
  /// Whether the service goes live in time, whatever delay is stated.
  var isInTime = false
  var factors = 0
  var stateRows = 0
  /// The windows of months that clauses remember beside the defaults.
  var windows = 0
  /// The accounts to which lines are added.
  var accounts = Account.always
  /// The indices that clauses follow, clause by clause.
  var followed: [Int] = []
  /// The levels whose credits clauses state, clause by clause.
  var creditedLevels: [Int] = []
  /// The levels that clauses relieve, clause by clause.
  var relievedLevels: [Int] = []
  /// Where the service levels sit, by position.
  var levelSeats: [Seat] = []
  /// The service lines of which clauses read several volumes, clause by clause.
  var volumes: [Int] = []
  /// Whether a clause asks for the highest credit of a month.
  var comparesCredits = false
  /// The present value of 1 credited in each month, where credits are settled later.
  var creditDiscount: [Double]?
  /// The baseline volumes of clauses, by month.
  var baselines: [[Double]] = []
  /// The bands of volume of tiered prices.
  var bands: [Bands] = []
  /// The baseline volumes of the sourcing event, by service line and month.
  let baselineVolumes: [[Double]]
  /// The level of each index before month 1.
  var startLevels: [Double]

  init(
    id: String, event: Event, metrics: [Metric], discount: [Double], ownDiscount: [Double]
  ) {
    self.id = id
    serviceLines = event.serviceLines.map(\.id)
    indices = event.indices
    horizon = discount.count
    baselineVolumes = event.serviceLines.map(\.baseline)
    startLevels = event.startLevels
    self.metrics = metrics
    self.discount = discount
    self.ownDiscount = ownDiscount
  }

  /// The metric that the service level at `position` is judged by.
  public func metric(ofLevel position: Int) -> Metric { metrics[levelSeats[position].metric] }

  /// Refuses a clause of which a price is not stated, for what it charges is no number in some
  /// futures.
  ///
  /// - Throws: ``ResolutionError`` for the first such clause.
  public func requireStatedPrices() throws(ResolutionError) {
    for seated in clauses {
      guard case .tieredPrice(let price) = seated.clause, !price.isStated else { continue }
      throw ResolutionError(option: id, clause: seated.name, reason: .notStated)
    }
  }

  /// Whether any price follows an index or exchange rate.
  public var isIndexed: Bool { !followed.isEmpty }

  /// Whether the buyer may exercise any right, so that an exit can happen.
  public var mayExit: Bool {
    clauses.contains { seated in
      if case .chronicFailure(let right) = seated.clause { right.exercise != .never } else { false }
    }
  }

  /// The months in which the buyer reviews whether to leave under any right that is exercised only
  /// where leaving is cheaper; in these ``leavingPays`` is read.
  public var reviewMonths: [Int] {
    let exercises = clauses.compactMap { seated in
      if case .chronicFailure(let right) = seated.clause { right.exercise } else { nil }
    }
    return (1...horizon).filter { month in exercises.contains { $0.isReviewed(in: month) } }
  }

  /// The present value of 1 posted to `line` in `month`.
  public func discount(of line: Int, in month: Int) -> Double {
    discount(ofKind: lines[line].kind, in: month)
  }

  func discount(ofKind kind: LedgerLine.Kind, in month: Int) -> Double {
    switch kind {
    case .credit: (creditDiscount ?? discount)[month - 1]
    case .charge, .oneOff, .passThrough, .bonus, .tax, .interest, .terminationFee:
      discount[month - 1]
    case .own, .replacement, .loss: ownDiscount[month - 1]
    }
  }
}
