import Contracts
import Futures
import Quantities
public import Rows

/// Every line of one future, the one in lane 0.
public final class Ledger: Sink {
  /// One amount that was owed, and how it came about.
  public struct Entry: Hashable, Sendable {
    /// The amount.
    public var owed: Owed

    /// How the amount came about.
    public var working: Working

    /// The indexation whose factor is among the working's inputs, or nothing.
    public var indexation: String?

    /// The position of the service level whose weight is among the working's inputs, or nothing.
    public var level: Int?

    /// The contract month, from 1.
    public var month: Int { owed.month }

    /// The position of the line among the contract's lines.
    public var line: Int { owed.line }

    /// The amount, undiscounted, in the evaluation currency.
    public var amount: Double { owed.amount }

    /// The present value of 1 paid on this line in this month.
    public var discount: Double { owed.discount }

    /// `amount · discount`.
    public var presentValue: Double { owed.presentValue }
  }

  /// A figure that a clause shows beside its amounts, such as a balance or points.
  public struct Note: Hashable, Sendable {
    /// The contract month, from 1.
    public var month: Int

    /// The clause, by its name in the contract.
    public var clause: String

    /// What the figure is.
    public var figure: String

    /// The figure.
    public var value: Double
  }

  /// The months of the ledger: what service was delivered and where the contract stands.
  public struct Month: Hashable, Sendable {
    /// The contract month, from 1.
    public var month: Int

    /// Whether the contract is live.
    public var isLive: Bool

    /// The service levels in default, by position.
    public var defaults: [Int]

    /// The rights that stand open, by position.
    public var openRights: [Int]

    /// Whether a right is exercised in this month.
    public var exercises: Bool

    /// The factors of the indexations, in the order of the contract's clauses.
    public var factors: [Factor]

    /// What the service levels came to, by position.
    public var levels: [Level]
  }

  /// The factor of an indexation in one month, and the levels of its first index behind it.
  public struct Factor: Hashable, Sendable {
    /// The indexation's name in the contract.
    public var indexation: String

    /// The factor.
    public var value = 1.0

    /// The level of the index in this month.
    public var index: Double

    /// The level of the index in the base month: month 1, or as long before it as the index is read
    /// late.
    public var base: Double

    /// The contract month of the last adjustment, or nothing before the first.
    public var adjustedIn: Int?

    /// The level to which the index had moved at the last adjustment; the base before the first.
    public var adjustedTo: Double

    /// The level from which it had; the base before the first.
    public var adjustedFrom: Double

    /// The move of what is followed at the last adjustment, before cap and floor; 0 before the first.
    public var move = 0.0

    /// Whether cap or floor limited the last adjustment.
    public var isLimited = false
  }

  /// What a service level came to in one month.
  public struct Level: Hashable, Sendable {
    /// What is judged, the month's measured attainment or a mean, in the metric's natural unit as
    /// it is reported; nothing where nothing was measured.
    public var attainment: Double?

    /// Whether the month counts: it is neither of the ramp nor excluded.
    public var counts: Bool

    /// The months in a row up to this one that are defaults, of the last 32; 0 where this one is
    /// none.
    public var run: Int

    /// The weight of the level's credit.
    public var weight: Double
  }

  /// All amounts in the order in which they were posted.
  public private(set) var entries: [Entry] = []

  /// The figures that clauses have shown, in the order in which they were.
  public private(set) var notes: [Note] = []

  /// What happened in each month.
  public private(set) var months: [Month] = []

  /// Creates an empty ledger.
  public init() {}

  /// All amounts, in the same order.
  public var owed: [Owed] { entries.map(\.owed) }

  /// Whether the sink takes lines one by one: it does.
  public var takesLines: Bool { true }

  /// Writes the amount of lane 0 where it is owed.
  public func post(_ amount: Row, to line: Int, at desk: Desk, working: () -> Working) {
    guard let owed = desk.owed(amount, on: line) else { return }
    let working = working()
    entries.append(
      Entry(
        owed: owed, working: working, indexation: working.names("factor") ? desk.indexation : nil,
        level: working.names("weight") ? desk.creditedLevel(line - desk.seat.line) : nil))
  }

  /// Writes a figure of lane 0 down.
  public func note(_ figure: String, _ value: Double, at desk: Desk) {
    let clause = desk.contract.clauses[desk.position].name
    notes.append(Note(month: desk.month, clause: clause, figure: figure, value: value))
  }

  /// Notes what happened in the month.
  public func close(_ desk: Desk) {
    months.append(
      Month(
        month: desk.month, isLive: desk.live[0] == 1,
        defaults: desk.defaults.indices.filter { desk.defaults[$0][0] & 1 == 1 },
        openRights: desk.arisen.indices.filter { desk.arisen[$0][0] == 1 },
        exercises: desk.exercised[0] == 1, factors: factors(at: desk), levels: levels(at: desk)))
  }

  private func factors(at desk: Desk) -> [Factor] {
    var factors: [Factor] = []
    for seated in desk.contract.clauses {
      guard case .indexation(let clause) = seated.clause, let position = seated.seat.factor else {
        continue
      }
      let before =
        months.last?.factors[factors.count]
        ?? Factor(named: seated.name, base: desk.level(at: seated.seat, in: 1 - clause.lag))
      let value = desk.factors[position][0]
      factors.append(before.moved(by: clause, to: value, at: desk, seated.seat))
    }
    return factors
  }

  private func levels(at desk: Desk) -> [Level] {
    desk.contract.clauses.compactMap { seated in
      guard case .serviceLevel(let clause) = seated.clause else { return nil }
      let level = seated.seat.level
      return Level(
        attainment: desk.judgedAttainment(at: seated.seat),
        counts: clause.counts(in: desk.month),
        run: (~desk.defaults[level][0]).trailingZeroBitCount, weight: desk.weight(ofLevel: level))
    }
  }
}

extension Ledger.Factor {
  /// The factor before any adjustment.
  fileprivate init(named indexation: String, base: Double) {
    self.indexation = indexation
    (index, self.base, adjustedTo, adjustedFrom) = (base, base, base, base)
  }

  /// The factor a month later, when it is `value`.
  fileprivate func moved(
    by clause: Indexation, to value: Double, at desk: Desk, _ seat: Seat
  ) -> Self {
    var moved = self
    (moved.value, moved.index) = (value, desk.level(at: seat, in: desk.month))
    guard clause.adjusts(in: desk.month) else { return moved }
    let months = clause.reading(for: desk.month)
    moved.adjustedIn = desk.month
    moved.adjustedFrom = desk.level(at: seat, in: months.from)
    moved.adjustedTo = desk.level(at: seat, in: months.to)
    moved.move = desk.state[seat.state + 1][0]
    moved.isLimited = clause.limits(
      moved.move, cumulative: desk.state[seat.state][0], since: self.value)
    return moved
  }
}

extension Desk {
  /// The level of the first index at `seat` in `month`, in lane 0.
  fileprivate func level(at seat: Seat, in month: Int) -> Double {
    level(ofIndex: contract.followed[seat.indices.lowerBound], in: month, work)[0]
  }
}

extension Indexation {
  /// Whether cap or floor changed an adjustment by `step` from the factor `before`, when the moves
  /// have come to `cumulative`.
  fileprivate func limits(
    _ step: Double, cumulative: Double, since before: Double
  ) -> Bool {
    let move =
      switch (limited, basis) {
      case (.index, _): step
      case (.price, .cumulative): (1 + share * (cumulative - 1)) / before - 1
      case (.price, _): share * step
      }
    return move > cap ?? .infinity || move < floor ?? -.infinity
  }
}

extension Desk {
  /// What the service level at `seat` is judged by in lane 0, as it is reported; nothing where
  /// nothing was measured.
  fileprivate func judgedAttainment(at seat: Seat) -> Double? {
    let known = contract.metrics[seat.metric]
    if let mean = seat.mean { return state[mean][0].isNaN ? nil : state[mean][0] }
    switch path.measurement(seat.metric) {
    case .scaled(let row): return known.reported(known.link.natural(Double(row[0])))
    case .given(let row): return row[0].isNaN ? nil : known.reported(row[0])
    case .met: return nil
    }
  }
}

extension Working {
  fileprivate func names(_ input: String) -> Bool { inputs.contains { $0.name == input } }
}
