import Contracts
public import Futures
public import Rows

/// The desk at which clauses are settled: the rows of the current month, and the state rows that
/// outlive it.
public final class Desk {
  /// The contract that is settled.
  public let contract: ResolvedContract

  /// The current contract month, from 1.
  var month = 0

  /// 1 until the exit takes effect, 0 from then on.
  public let live: Row

  /// 1 where a right is exercised in this month.
  public let exercised: Row

  /// 1 from the month on in which each right has arisen, while the contract is live.
  public let arisen: [Row]

  /// The defaults of each service level: bit 0 is this month, bit 1 the last.
  public let defaults: [WordRow]

  /// 1 where a service level cannot default in this month; nothing for levels that no clause relieves.
  let relief: [Row?]

  /// What is owed in the month, by account.
  let accounts: [Row]
  let factors: [Row]
  let state: [Row]
  let windows: [WordRow]
  /// The last month that is served; ``never`` while no exit is known.
  let lastMonth: Row
  let gone: Row
  /// The highest credit that one line has posted in this month, not above 0; kept only where a
  /// clause asks for it.
  let largestCredit: Row?

  /// What a clause calculates with.
  let amount: Row
  let work: Row
  let other: Row
  /// The amount of one line, where more than its account takes it.
  private let line: Row
  /// The same before what is not served is taken from it.
  private let whole: Row
  /// The account of each line, as it stands in the contract.
  private let accountOfLine: [Int]
  /// The parts of the month's charge that clauses are measured by.
  let scopes: [Row]
  /// The scopes to which each line belongs.
  private let scopesOfLine: [[Int]]

  let world: World
  let path: ProviderPath
  let program: Program
  let seats: [Seat]
  /// The sink, where it takes lines one by one.
  var lines: (any Sink)?
  /// The position of the current clause.
  var position = 0
  /// What clauses have left for those that follow them in the month.
  var notes = Notes()
  /// The default that is added to those that there are, or nothing.
  var further: FurtherDefault?
  let mayExit: Bool
  /// Whether a right has been exercised in this block, in any future.
  var hasExit = false
  /// Whether the provider is gone in this month in any future.
  var isGone = false
  /// Whether a right is exercised in this month in any future.
  var isExercised = false
  /// For each month, whether leaving then is expected to be cheaper, as ``ResolvedContract/leavingPays``.
  var leavingPays: [Bool]
  private let chargeAbove0: Row
  /// What was recorded of the months, where the desk records them.
  let recordings: Recordings?

  static let never = 1e9

  /// Creates a desk for blocks of futures of `world` and `path`.
  ///
  /// One that `isRecording` settles a month as any other does where it has not met it before, and
  /// records that, for the sake of many blocks.
  ///
  /// - Precondition: what is recorded is sampled, and goes to one sink.
  public init(
    _ contract: ResolvedContract, world: World, path: ProviderPath, arena: Arena,
    isRecording: Bool = false
  ) {
    precondition(!isRecording || path.isSampled, "what is given may decide what a clause does")
    self.contract = contract
    recordings = isRecording ? Recordings(months: contract.horizon) : nil
    leavingPays = contract.leavingPays
    self.world = world
    self.path = path
    mayExit = contract.mayExit
    program = contract.program()
    seats = contract.clauses.map(\.seat)
    live = arena.row()
    gone = arena.row()
    largestCredit = contract.comparesCredits ? arena.row() : nil
    exercised = arena.row()
    lastMonth = arena.row()
    arisen = arena.rows(contract.rights.count)
    defaults = arena.wordRows(contract.levels.count)
    relief = contract.levels.indices.map {
      contract.relievedLevels.contains($0) ? arena.row() : nil
    }
    factors = arena.rows(contract.factors)
    state = arena.rows(contract.stateRows)
    windows = arena.wordRows(contract.windows)
    accounts = arena.rows(contract.accounts.count)
    chargeAbove0 = arena.row()
    amount = arena.row()
    work = arena.row()
    other = arena.row()
    line = arena.row()
    whole = arena.row()
    accountOfLine = contract.lines.map(\.account)
    scopes = arena.rows(contract.scopes.count)
    scopesOfLine = contract.lines.map { line in
      contract.scopes.indices.filter { line.isPrice && contract.scopes[$0].contains(line.clause) }
    }
  }

  /// Where the current clause sits.
  var seat: Seat { seats[position] }

  /// The month's gross charge, whether or not the contract is live; from 0 on when it is first read.
  public var charge: Row { opened(Account.charge) }

  /// What the month's credit lines come to: below 0 where the buyer is owed; from 0 on when it is
  /// first read.
  public var credits: Row { opened(Account.credit) }

  /// The volume that the current clause reads.
  var volume: Row { world.volume(seat.volume, in: month) }

  /// The volumes that the current clause reads, in its own order, where it reads several.
  var volumes: [Row] { contract.volumes[seat.volumes].map { world.volume($0, in: month) } }

  /// The row at `position` among those in which the current clause remembers earlier months.
  func memory(_ position: Int) -> Row { state[seat.state + position] }

  /// The factor that the current clause follows, or nothing.
  var factor: Row? { seat.factor.map { factors[$0] } }

  /// The name of the indexation whose factor the current clause follows, or nothing.
  var indexation: String? {
    contract.clauses.first { seated in
      switch seated.clause {
      case .indexation, .escalator, .exchangeRate: seated.seat.factor == seat.factor
      default: false
      }
    }?.name
  }

  /// The level of the index at `position` in `month`, which may be one before month 1; `work` is
  /// written then.
  func level(ofIndex position: Int, in month: Int, _ work: Row) -> Row {
    if month >= 1 { return world.index(position, in: month) }
    work.fill(contract.startLevels[position])
    return work
  }

  /// The row by which amounts of a standing are multiplied, or nothing for 1.
  func weight(of standing: Standing) -> Row? {
    switch standing {
    case .live: isGone ? live : nil
    case .afterExit: gone
    case .onExercise: exercised
    case .always: nil
    }
  }

  /// Whether amounts of a standing count in any future in this month; a sink that takes lines is
  /// shown them all.
  func counts(_ standing: Standing) -> Bool {
    switch standing {
    case .live, .always: true
    case .afterExit: lines != nil || isGone
    case .onExercise: lines != nil || isExercised
    }
  }

  /// The month's gross charge where it is above 0, which credits and their cap are shares of; read
  /// once all charges are posted.
  var charged: Row {
    if !notes.isChargeRead {
      chargeAbove0.copy(charge, atLeast: 0)
      notes.isChargeRead = true
    }
    return chargeAbove0
  }

  /// Adds what `add` adds to a row to the account of the current clause's line, `offset` lines after
  /// its first, and shows it to a sink that takes lines.
  ///
  /// `add` is one step, or steps of which at most one adds anything in a future: else an account would
  /// have other bits where a line is calculated for itself first.
  func post(
    offset: Int = 0, _ working: @autoclosure () -> Working, _ add: (Row) -> Void
  ) {
    let position = seat.line + offset
    guard counts(contract.accounts[accountOfLine[position]].standing) else { return }
    guard let served = notes.served, contract.lines[position].isOfService else {
      return post(to: position, working(), add)
    }
    post(to: position, working().where(served: served[0])) { row in
      whole.fill(0)
      add(whole)
      whole.multiply(by: served)
      row.add(whole)
    }
  }

  private func post(
    to position: Int, _ working: @autoclosure () -> Working, _ add: (Row) -> Void
  ) {
    let account = opened(accountOfLine[position])
    let largest = accountOfLine[position] == Account.credit ? largestCredit : nil
    let parts = scopesOfLine[position]
    guard lines != nil || largest != nil || !parts.isEmpty else { return add(account) }
    line.fill(0)
    add(line)
    account.add(line)
    for part in parts { scopes[part].add(line) }
    largest?.limit(atMost: line)
    lines?.post(line, to: position, at: self, working: working)
  }

  /// What the prices of a scope have charged in this month; all of the month's charge for nothing.
  func charge(in scope: Int?) -> Row { scope.map { scopes[$0] } ?? charge }

  /// Shows a figure of the current clause, such as a balance or points, to a sink that takes lines.
  func note(_ figure: @autoclosure () -> String, _ value: Row) {
    lines?.note(figure(), value[0], at: self)
  }

  /// The row of an account, from 0 on in each month.
  private func opened(_ account: Int) -> Row {
    let row = accounts[account]
    if !isPosted(account) { row.fill(0) }
    notes.posted |= 1 << account
    return row
  }

  /// Whether anything was posted to `account` in this month.
  func isPosted(_ account: Int) -> Bool { notes.posted >> account & 1 == 1 }

  /// The working of an amount that follows the current clause's factor.
  func indexed(_ formula: String, _ inputs: KeyValuePairs<String, Double>) -> Working {
    indexed(Working(formula, inputs))
  }

  /// The working of an amount that follows the current clause's factor.
  func indexed(_ plain: Working) -> Working {
    var working = plain
    if let factor {
      working.formula = "(\(plain.formula)) × factor"
      working.bind("factor", to: factor[0])
    }
    return working
  }
}
