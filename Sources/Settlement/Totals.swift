public import Rows

/// What simulation keeps of a block: totals per future, and sums per month.
public final class Totals: Sink {
  /// The present value of everything but credits.
  public let cost: Row

  /// The present value of the credits: not above 0.
  public let credits: Row

  /// Everything but credits, undiscounted.
  public let nominalCost: Row

  /// The undiscounted credits: not above 0.
  public let nominalCredits: Row

  /// The present value of the buyer's own loss from poor service; part of ``cost``.
  public let loss: Row

  /// The present value of the cost after credits if no right to leave were ever exercised; kept
  /// only where one may be.
  public let stayed: Row

  /// The number of defaults of each service level while the contract was live.
  public let defaults: [WordRow]

  /// 1 where any right has arisen.
  public let rightArisen: Row

  /// 1 where a right was exercised.
  public let exited: Row

  /// Counts of defaults whether or not the contract was live, one for each set of weights.
  public let counts: DefaultCounts

  /// ``cost`` after each month, summed over the first ``lanes`` lanes.
  public private(set) var costUpTo: [Double]

  /// ``credits`` after each month, summed over the same lanes.
  public private(set) var creditsUpTo: [Double]

  /// How many lanes hold futures of the experiment.
  public private(set) var lanes = Lanes.count

  /// Keeps the rows alive.
  private let arena: Arena
  private let keepsStayed: Bool

  /// Creates totals for blocks of `contract`; defaults are counted with each set of `weights` by
  /// service level.
  public init(
    for contract: ResolvedContract, counting weights: [[Double]] = [], in arena: Arena
  ) {
    self.arena = arena
    cost = arena.row()
    credits = arena.row()
    nominalCost = arena.row()
    nominalCredits = arena.row()
    loss = arena.row()
    stayed = arena.row()
    keepsStayed = contract.mayExit
    defaults = arena.wordRows(contract.levels.count)
    rightArisen = arena.row()
    exited = arena.row()
    counts = DefaultCounts(weights, in: arena)
    costUpTo = Array(repeating: 0, count: contract.horizon)
    creditsUpTo = costUpTo
  }

  /// Begins a block of which the first `lanes` lanes count.
  public func begin(lanes: Int) {
    self.lanes = lanes
    for row in [cost, credits, nominalCost, nominalCredits, loss, stayed, rightArisen, exited] {
      row.fill(0)
    }
    for row in defaults { row.fill(0) }
    for row in counts.rows { row.fill(0) }
  }

  /// Adds the month to the totals.
  public func close(_ desk: Desk) {
    for account in desk.accounts.indices where desk.isPosted(account) { add(account, of: desk) }
    costUpTo[desk.month - 1] = cost.sum(first: lanes)
    creditsUpTo[desk.month - 1] = credits.sum(first: lanes)
    countDefaults(at: desk)
    for arisen in desk.arisen { rightArisen.limit(atLeast: arisen) }
    exited.add(desk.exercised)
    counts.close(desk)
  }

  /// Counts the defaults of as many months as a window holds, and of what is left of the horizon.
  private func countDefaults(at desk: Desk) {
    guard desk.month.isMultiple(of: 32) || desk.month == costUpTo.count else { return }
    for (count, level) in zip(defaults, desk.defaults) {
      count.count(
        level, months: (desk.month - 1) % 32 + 1, upTo: desk.lastMonth, in: desk.month)
    }
  }

  private func add(_ position: Int, of desk: Desk) {
    let account = desk.contract.accounts[position]
    let amount = desk.accounts[position]
    let weight = desk.weight(of: account.standing)
    let discount = desk.contract.discount(ofKind: account.kind, in: desk.month)
    switch account.kind {
    case .credit: credits.add(amount, weight, discount, plain: nominalCredits)
    case .charge, .oneOff, .terminationFee, .replacement, .loss:
      cost.add(amount, weight, discount, plain: nominalCost)
    }
    if account.kind == .loss { loss.add(amount, weight, discount) }
    if keepsStayed && (account.standing == .live || account.standing == .always) {
      stayed.add(amount, times: discount)
    }
  }
}

extension Row {
  /// `self += amount · weight · discount` and `plain += amount · weight`, with a weight of 1 where
  /// there is none.
  fileprivate func add(_ amount: Row, _ weight: Row?, _ discount: Double, plain: Row) {
    if let weight {
      post(amount, weight: weight, scale: discount, plain: plain)
    } else {
      plain.add(amount)
      add(amount, times: discount)
    }
  }

  /// `self += amount · weight · discount`, with a weight of 1 where there is none.
  fileprivate func add(_ amount: Row, _ weight: Row?, _ discount: Double) {
    if let weight {
      post(amount, weight: weight, scale: discount)
    } else {
      add(amount, times: discount)
    }
  }
}
