import Contracts
import Quantities

/// One given future: volumes, attainments and index levels of every month, from month 1.
struct GivenPath {
  /// The volumes by service line.
  var volumes: [String: [Double]]

  /// The attainments by metric; not a number where none was measured.
  var attainments: [String: [Double]]

  /// The levels by index.
  var indices: [String: [Double]]

  /// For each month, whether leaving is expected to be cheaper.
  var leavingPays: [Bool]
}

/// A settlement of one contract in one given future that follows the clauses' pages and nothing
/// else: slow, plain, and independent of the code that it checks.
///
/// Where the code walks through months and settles all clauses in each, this takes one clause after
/// another through all months. A series has the value of month t at position t − 1.
///
/// A hidden cost, a delay or a right by chance has nothing in it, because a given future has neither. Not
/// covered: prices that are not stated, and sampled attainment.
struct Reference {
  let event: Event
  let path: GivenPath
  let clauses: [Contract.Named]

  /// Whether factors are left at 1, for the mean charge before indexation.
  let isBeforeIndexation: Bool

  /// The factors of indexations and escalators by name.
  var factors: [String: [Double]] = [:]

  /// What each price charges, by name.
  var prices: [String: [Double]] = [:]

  /// The month's charge so far; when all of it is calculated, the gross charge.
  var charge: [Double]

  /// The service levels with what has become of them, by name.
  var levels: [String: JudgedLevel] = [:]

  /// The month's credits so far, not negative, after the rules that have been applied to them.
  var credits: [Double]

  /// The highest credit that one line has posted in the month.
  var highestCredit: [Double]

  /// The amounts by title of the ledger line.
  var lines: [String: [Double]] = [:]

  /// The month of the exercise and the last one that is served, where the contract is left.
  var leaving: (exercise: Int, lastServed: Int)?

  /// Settles `clauses` along `path`.
  init(
    event: Event, clauses: [Contract.Named], path: GivenPath, isBeforeIndexation: Bool = false
  ) {
    self.event = event
    self.clauses = clauses
    self.path = path
    self.isBeforeIndexation = isBeforeIndexation
    charge = Array(repeating: 0, count: event.horizon)
    credits = charge
    highestCredit = charge
    settleFactors()
    judgeLevels()
    settleCharge()
    if isBeforeIndexation { return }
    settleCredits()
    settleLimits()
    settlePayments()
    settleDelay()
    settleAdjustments()
    settleExit()
  }

  /// The months of the horizon.
  var horizon: Int { event.horizon }

  /// The amounts of a line, month after month.
  func each(_ amount: (Int) -> Double) -> [Double] { (1...horizon).map(amount) }

  /// The volume of a service line in month t.
  func volume(_ line: String, _ t: Int) -> Double { path.volumes[line]?[t - 1] ?? .nan }

  /// What is agreed for month t: a series of the contract whose last value holds on, or the
  /// baseline volume of the event.
  func agreed(_ series: [Double]?, _ line: String, _ t: Int) -> Double {
    if let series { return t <= series.count ? series[t - 1] : series.last ?? .nan }
    return event.serviceLines.first { $0.id == line }?.baseline[t - 1] ?? .nan
  }

  /// The factor of a named indexation in month t, 1 without one.
  func factor(_ name: String?, _ t: Int) -> Double {
    guard let name, !isBeforeIndexation else { return 1 }
    return factors[name]?[t - 1] ?? .nan
  }

  /// What the named prices have charged in month t, or all of the charge so far.
  func charged(by names: [String]?, _ t: Int) -> Double {
    guard let names else { return charge[t - 1] }
    return names.reduce(0) { $0 + (prices[$1]?[t - 1] ?? 0) }
  }

  /// The months that are settled in month t of a clause that is reckoned by period, and what share
  /// of a whole period they are; nothing in other months.
  func settled(_ reckoning: Reckoning, in t: Int) -> (months: ClosedRange<Int>, share: Double)? {
    guard t >= reckoning.first else { return nil }
    let length = reckoning.period.months
    let begun = (t - reckoning.first) % length + 1
    let isCutShort = t == horizon && begun < length
    if isCutShort ? reckoning.rest == .notSettled : begun < length { return nil }
    return (t - begun + 1...t, Double(begun) / Double(length))
  }

  /// The metric with this identifier.
  func metric(_ id: String) -> Metric? { event.metrics.first { $0.id == id } }

  /// The clauses of one kind with their names, in declared order.
  func all<Kind>(_ kind: (Clause) -> Kind?) -> [(name: String, clause: Kind)] {
    clauses.compactMap { named in kind(named.clause).map { (named.name, $0) } }
  }
}

/// The sum of a quantity over months.
func sum(_ months: some Sequence<Int>, _ quantity: (Int) -> Double) -> Double {
  months.reduce(0) { $0 + quantity($1) }
}
