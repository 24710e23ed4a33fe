public import Rows

/// What simulation keeps of a block: totals per future, and sums per month.
public final class Totals: Sink {
  /// The present value of everything but credits.
  public let cost: Row

  /// The present value of credits and bonuses: below 0 where the buyer is owed.
  public let credits: Row

  /// Everything but credits, undiscounted.
  public let nominalCost: Row

  /// Undiscounted credits and bonuses: below 0 where the buyer is owed.
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

  /// Counts of defaults whether or not the contract was live.
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

  // What is added to each sum at the end of a month.
  private var costPosts = Posts()
  private var creditPosts = Posts()
  private var lossPosts = Posts()
  private var stayedPosts = Posts()

  /// Creates totals for blocks of `contract`, with each of `counts`.
  public init(
    for contract: ResolvedContract, counting counts: [DefaultCount] = [], in arena: Arena
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
    self.counts = DefaultCounts(counts, in: arena)
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
  public func add(_ desk: Desk) {
    add(desk.accounts.indices.lazy.filter(desk.isPosted), of: desk)
    countDefaults(at: desk)
    counts.close(desk)
    if desk.month == costUpTo.count { addRights(of: desk) }
  }

  /// Sums what the contract has cost up to this month.
  public func close(_ desk: Desk) {
    costUpTo[desk.month - 1] = cost.sum(first: lanes)
    creditsUpTo[desk.month - 1] = credits.sum(first: lanes)
  }

  private func add(_ accounts: some Sequence<Int>, of desk: Desk) {
    for position in accounts {
      let account = desk.contract.accounts[position]
      let amount = desk.accounts[position]
      let weight = desk.weight(of: account.standing)
      let discount = desk.contract.discount(ofKind: account.kind, in: desk.month)
      if account.kind.isCredit {
        creditPosts.append(amount, weight: weight, discount: discount)
      } else {
        costPosts.append(amount, weight: weight, discount: discount)
      }
      if account.kind == .loss { lossPosts.append(amount, weight: weight, discount: discount) }
      if keepsStayed && (account.standing == .live || account.standing == .always) {
        stayedPosts.append(amount, weight: nil, discount: discount)
      }
    }
    costPosts.take(onto: cost, plain: nominalCost)
    creditPosts.take(onto: credits, plain: nominalCredits)
    lossPosts.take(onto: loss)
    stayedPosts.take(onto: stayed)
  }

  /// What has become of rights, which stays once it is so, and so is added at the end of the horizon.
  private func addRights(of desk: Desk) {
    for arisen in desk.arisen { rightArisen.limit(atLeast: arisen) }
    exited.indicator(of: desk.lastMonth, .below, Desk.never)
  }

  /// Counts the defaults of as many months as a window holds, and of what is left of the horizon.
  private func countDefaults(at desk: Desk) {
    guard desk.month.isMultiple(of: 32) || desk.month == costUpTo.count else { return }
    for (count, level) in zip(defaults, desk.defaults) {
      count.count(
        level, months: (desk.month - 1) % 32 + 1, upTo: desk.lastMonth, in: desk.month)
    }
  }
}

extension Posts {
  /// Adds all posts to the sums and removes them.
  fileprivate mutating func take(onto sum: Row, plain: Row? = nil) {
    guard !isEmpty else { return }
    add(to: sum, plain: plain)
    removeAll()
  }
}
