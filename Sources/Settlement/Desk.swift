import Contracts
import Futures
public import Rows

/// The desk at which clauses are settled: the rows of the current month, and the state rows that
/// outlive it.
public final class Desk {
  /// The contract that is settled.
  public let contract: ResolvedContract

  /// The current contract month, from 1.
  public internal(set) var month = 0

  /// 1 until the exit takes effect, 0 from then on.
  public let live: Row

  /// 1 where a right is exercised in this month.
  public let exercised: Row

  /// 1 from the month on in which each right has arisen, while the contract is live.
  public let arisen: [Row]

  /// The defaults of each service level: bit 0 is this month, bit 1 the last.
  public let defaults: [WordRow]

  /// The month's gross charge, whether or not the contract is live.
  public let charge: Row

  /// What the month's credits come to: not above 0.
  public let credits: Row

  let weights: [Row]
  let factors: [Row]
  let state: [Row]
  /// The last month that is served; 1e9 while no exit is known.
  let lastMonth: Row
  let everExercised: Row
  let gone: Row

  let amount: Row
  let work: Row
  let other: Row

  let world: World
  let path: ProviderPath
  let sink: any Sink
  var seat = Seat()

  init(
    _ contract: ResolvedContract, world: World, path: ProviderPath, sink: any Sink, arena: Arena
  ) {
    self.contract = contract
    self.world = world
    self.path = path
    self.sink = sink
    live = arena.row()
    gone = arena.row()
    exercised = arena.row()
    everExercised = arena.row()
    lastMonth = arena.row()
    arisen = arena.rows(contract.rights.count)
    defaults = arena.wordRows(contract.levels.count)
    weights = arena.rows(contract.levels.count)
    factors = arena.rows(contract.factors)
    state = arena.rows(contract.stateRows)
    charge = arena.row()
    credits = arena.row()
    amount = arena.row()
    work = arena.row()
    other = arena.row()
    lastMonth.fill(1e9)
    for factor in factors { factor.fill(1) }
  }

  /// The volume that the current clause reads.
  var volume: Row { world.volumes[seat.volume][month - 1] }

  /// The factor that the current clause follows, or nothing.
  var factor: Row? { seat.factor.map { factors[$0] } }

  /// The name of the indexation whose factor the current clause follows, or nothing.
  var indexation: String? {
    contract.clauses.first { seated in
      if case .indexation = seated.clause { seated.seat.factor == seat.factor } else { false }
    }?.name
  }

  /// Begins `month`: who is still there, and nothing owed yet.
  func begin(_ month: Int) {
    self.month = month
    path.advance(to: month)
    live.indicator(of: lastMonth, .atLeast, Double(month))
    gone.copy(live)
    gone.complement()
    exercised.fill(0)
    charge.fill(0)
    credits.fill(0)
  }

  /// The row by which amounts of a standing are multiplied, or nothing for 1.
  public func weight(of standing: Standing) -> Row? {
    switch standing {
    case .live: live
    case .afterExit: gone
    case .onExercise: exercised
    case .always: nil
    }
  }

  /// Posts `amount` to the current clause's line, `offset` lines after its first.
  func post(
    _ amount: Row, standing: Standing = .live, offset: Int = 0,
    _ working: @autoclosure () -> Working
  ) {
    sink.post(amount, to: seat.line + offset, standing, at: self, working: working)
  }

  /// Multiplies by the current clause's factor, adds to the month's charge and posts.
  func postCharge(
    _ amount: Row, _ formula: @autoclosure () -> String,
    _ inputs: @autoclosure () -> KeyValuePairs<String, Double>
  ) {
    follow(amount)
    charge.add(amount)
    post(amount, indexed(formula(), inputs()))
  }

  /// Multiplies `amount` by the current clause's factor, where it follows one.
  func follow(_ amount: Row) {
    if let factor { amount.multiply(by: factor) }
  }

  /// The working of an amount that follows the current clause's factor.
  func indexed(_ formula: String, _ inputs: KeyValuePairs<String, Double>) -> Working {
    var working = Working(formula, inputs)
    if let factor {
      working.formula = "(\(formula)) × factor"
      working.inputs.append(Working.Input(name: "factor", value: factor[0]))
    }
    return working
  }
}
