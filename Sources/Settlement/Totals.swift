public import Rows

/// What simulation keeps of a block: totals per future, and sums per month.
public final class Totals: Sink {
  /// The present value of everything but credits.
  public let cost: Row

  /// The present value of the credits: not above 0.
  public let credits: Row

  /// The undiscounted cost, after credits.
  public let nominal: Row

  /// The undiscounted credits: not above 0.
  public let nominalCredits: Row

  /// The present value of the buyer's own loss from poor service; part of ``cost``.
  public let loss: Row

  /// The present value of the cost after credits if no right to leave were ever exercised; kept
  /// only where one may be.
  public let stayed: Row

  /// The defaults of each service level while the contract was live.
  public let defaults: [Row]

  /// 1 where any right has arisen.
  public let rightArisen: Row

  /// 1 where a right was exercised.
  public let exited: Row

  /// Counts of defaults whether or not the contract was live, one for each set of weights.
  public let counts: DefaultCounts

  /// The present value of each month's cost after credits, summed over the first ``lanes`` lanes.
  public private(set) var byMonth: [Double]

  /// The present value of each month's credits, not above 0, summed over the same lanes.
  public private(set) var creditsByMonth: [Double] = []

  /// How many lanes hold futures of the experiment.
  public let lanes: Int

  /// Keeps the rows alive.
  private let arena: Arena
  private let keepsStayed: Bool
  private let monthCost: Row
  private let monthCredits: Row

  /// Creates totals for one block of `contract`, whose first `lanes` lanes count; defaults are
  /// counted with each set of `weights` by service level.
  public init(
    for contract: ResolvedContract, lanes: Int = Lanes.count, counting weights: [[Double]] = [],
    in arena: Arena
  ) {
    self.arena = arena
    self.lanes = lanes
    cost = arena.row()
    credits = arena.row()
    nominal = arena.row()
    nominalCredits = arena.row()
    loss = arena.row()
    stayed = arena.row()
    keepsStayed = contract.mayExit
    defaults = arena.rows(contract.levels.count)
    rightArisen = arena.row()
    exited = arena.row()
    counts = DefaultCounts(weights, in: arena)
    monthCost = arena.row()
    monthCredits = arena.row()
    byMonth = []
    byMonth.reserveCapacity(contract.horizon)
  }

  /// Adds the amounts to the month's cost or credits.
  public func post(
    _ amount: Row, to line: Int, _ standing: Standing, at desk: Desk, working: () -> Working
  ) {
    let weight = desk.weight(of: standing)
    let discount = desk.contract.discount(of: line, in: desk.month)
    nominal.accumulate(amount, weight, 1)
    if keepsStayed && (standing == .live || standing == .always) {
      stayed.add(amount, times: discount)
    }
    switch desk.contract.lines[line].kind {
    case .credit:
      monthCredits.accumulate(amount, weight, discount)
      nominalCredits.accumulate(amount, weight, 1)
    case .loss:
      monthCost.accumulate(amount, weight, discount)
      loss.accumulate(amount, weight, discount)
    case .charge, .oneOff, .terminationFee, .replacement:
      monthCost.accumulate(amount, weight, discount)
    }
  }

  /// Adds the month to the totals.
  public func close(_ desk: Desk) {
    cost.add(monthCost)
    credits.add(monthCredits)
    monthCost.add(monthCredits)
    byMonth.append(monthCost.sum(first: lanes))
    creditsByMonth.append(monthCredits.sum(first: lanes))
    monthCost.fill(0)
    monthCredits.fill(0)
    for (count, level) in zip(defaults, desk.defaults) {
      count.addBit(from: level, weight: desk.live)
    }
    for arisen in desk.arisen { rightArisen.limit(atLeast: arisen) }
    exited.add(desk.exercised)
    counts.close(desk)
  }
}

extension Row {
  /// `self += amount · weight · discount`, with a weight of 1 where there is none.
  fileprivate func accumulate(_ amount: Row, _ weight: Row?, _ discount: Double) {
    if let weight {
      post(amount, weight: weight, scale: discount)
    } else {
      add(amount, times: discount)
    }
  }
}
