import Contracts
import Quantities
import Rows

/// Gives each clause of a contract its seat.
struct Resolver {
  var resolved: ResolvedContract
  let event: Event
  let contract: Contract
  let factors: [String: Int]
  let levels: [String: Int]
  /// The name of the clause that takes its seat.
  private(set) var clause = ""
  private var isPrice = false

  init(_ contract: Contract, in event: Event, metrics: [String]) throws(ResolutionError) {
    self.event = event
    self.contract = contract
    let months = 1...event.horizon
    for id in metrics where !event.metrics.contains(where: { $0.id == id }) {
      throw ResolutionError(
        option: contract.id, clause: "performance", reason: .unknown(what: "metric", name: id))
    }
    resolved = ResolvedContract(
      id: contract.id, event: event,
      metrics: metrics.compactMap { id in event.metrics.first { $0.id == id } },
      discount: contract.paymentTerms.discountFactors(
        horizon: event.horizon, at: event.discounting),
      ownDiscount: months.map { event.discounting.factor(month: $0) })
    factors = contract.positions(where: \.isFactor)
    levels = contract.positions { if case .serviceLevel = $0 { true } else { false } }
    resolved.factors = factors.count
    resolved.levels = levels.sorted { $0.value < $1.value }.map(\.key)
    resolved.creditShares = resolved.levels.map { _ in 0 }
    resolved.givesRight = resolved.levels.map { _ in false }
    resolved.rightReaches = resolved.levels.map { _ in 0 }
  }

  /// Seats `named` behind the clauses seated before.
  mutating func seat(_ named: Contract.Named) throws(ResolutionError) {
    clause = named.name
    isPrice = named.clause.isPrice
    var seat = Seat()
    seat.line = resolved.lines.count
    seat.state = resolved.stateRows
    try named.clause.settling.takeSeat(&seat, from: &self)
    resolved.clauses.append(.init(name: named.name, clause: named.clause, seat: seat))
  }

  /// Takes the seat of a price: the factor that it follows, the volume that it reads, its line.
  mutating func seatPrice(
    _ seat: inout Seat, _ indexation: String?, _ serviceLine: String? = nil
  ) throws(ResolutionError) {
    seat.factor = try factor(indexation)
    if let serviceLine { seat.volume = try volume(serviceLine) }
    addLine(nil, .charge)
  }

  /// The position of the part of the month's charge that the prices `names` make up, or nothing for
  /// all of it.
  mutating func scope(of names: [String]?) throws(ResolutionError) -> Int? {
    guard let names else { return nil }
    let prices = Set(contract.clauses.filter { $0.clause.isPrice }.map(\.name))
    for name in names where !prices.contains(name) {
      throw fault(.unknown(what: "price", name: name))
    }
    resolved.scopes.append(Set(names))
    return resolved.scopes.count - 1
  }

  /// The position of a baseline of each month, of which the last one stated holds on; that of the
  /// event for a service line where none is stated.
  mutating func addBaseline(_ stated: [Double]?, ofLine line: Int) -> Int {
    var months = event.serviceLines[line].baseline
    if let stated, let last = stated.last {
      months = (0..<event.horizon).map { $0 < stated.count ? stated[$0] : last }
    }
    resolved.baselines.append(months)
    return resolved.baselines.count - 1
  }

  /// Takes `count` rows that outlive the month.
  mutating func addState(_ count: Int) { resolved.stateRows += count }

  /// Takes `count` windows of months that outlive the month.
  mutating func addWindows(_ count: Int) { resolved.windows += count }

  /// Adds a line to the ledger, named after the clause.
  ///
  /// What the buyer bears itself may be `ofService` too.
  mutating func addLine(
    _ detail: String?, _ kind: LedgerLine.Kind, _ standing: Standing = .live,
    ofService: Bool = false
  ) {
    let title = detail.map { $0 == clause ? clause : "\(clause): \($0)" } ?? clause
    let account = Account(kind: kind, standing: standing)
    let position = resolved.accounts.firstIndex(of: account) ?? resolved.accounts.count
    if position == resolved.accounts.count { resolved.accounts.append(account) }
    resolved.lines.append(
      LedgerLine(
        clause: clause, title: title, kind: kind, isPrice: isPrice,
        isOfService: ofService || kind.isOfService, account: position))
  }

  /// Notes the levels whose credits a clause states, and their shares of the charge.
  mutating func credited(
    _ shares: [(level: String, share: Double)]
  ) throws(ResolutionError) -> Range<Int> {
    let first = resolved.creditedLevels.count
    for (name, share) in shares {
      let level = try level(name)
      resolved.creditedLevels.append(level)
      resolved.creditShares[level] += share
    }
    return first..<resolved.creditedLevels.count
  }

  /// Notes the levels that a clause relieves: all where none are named.
  mutating func relieve(_ names: [String]?) throws(ResolutionError) -> Range<Int> {
    let first = resolved.relievedLevels.count
    for name in names ?? resolved.levels { resolved.relievedLevels.append(try level(name)) }
    return first..<resolved.relievedLevels.count
  }

  /// The position of the factor of an indexation, or nothing where none is named.
  func factor(_ indexation: String?) throws(ResolutionError) -> Int? {
    guard let indexation else { return nil }
    guard let position = factors[indexation] else {
      throw fault(.unknown(what: "indexation", name: indexation))
    }
    return position
  }

  /// Notes the indices that a clause follows, by name.
  mutating func follow(_ indices: [String]) throws(ResolutionError) -> Range<Int> {
    let first = resolved.followed.count
    for index in indices {
      resolved.followed.append(try position(of: index, "index", event.indices))
    }
    return first..<resolved.followed.count
  }

  /// The position of a service level.
  func level(_ name: String) throws(ResolutionError) -> Int {
    guard let position = levels[name] else {
      throw fault(.unknown(what: "service level", name: name))
    }
    return position
  }

  /// The names of the service levels for which credits may be stated.
  var criticalLevels: [String] {
    contract.clauses.compactMap { named in
      guard case .serviceLevel(let level) = named.clause else { return nil }
      return level.rank == .critical ? named.name : nil
    }
  }

  /// The position of a service line.
  func volume(_ name: String) throws(ResolutionError) -> Int {
    try position(of: name, "service line", event.serviceLines.map(\.id))
  }

  /// Notes the service lines of which a clause reads the volumes, in their order.
  mutating func volumes(_ serviceLines: [String]) throws(ResolutionError) -> Range<Int> {
    let first = resolved.volumes.count
    for line in serviceLines { resolved.volumes.append(try volume(line)) }
    return first..<resolved.volumes.count
  }

  /// The position of a metric with a performance.
  func metric(_ name: String) throws(ResolutionError) -> Int {
    try position(of: name, "metric with a performance", resolved.metrics.map(\.id))
  }

  /// The position of a name among those known.
  func position(
    of name: String, _ what: String, _ known: [String]
  ) throws(ResolutionError) -> Int {
    guard let position = known.firstIndex(of: name) else {
      throw fault(.unknown(what: what, name: name))
    }
    return position
  }

  /// What is wrong with the clause that takes its seat.
  func fault(_ reason: ResolutionError.Reason) -> ResolutionError {
    ResolutionError(option: contract.id, clause: clause, reason: reason)
  }
}

extension Clause {
  /// Whether the clause is a price: it adds to the charge before bands and minimums do.
  fileprivate var isPrice: Bool { type(of: settling).stage == .prices }

  /// Whether the clause makes a factor that prices may follow.
  fileprivate var isFactor: Bool {
    [.factors, .escalators, .exchange].contains(type(of: settling).stage)
  }
}

extension Contract {
  /// The positions of the clauses that `belong`, by name, in declared order.
  fileprivate func positions(where belong: (Clause) -> Bool) -> [String: Int] {
    let names = clauses.filter { belong($0.clause) }.map(\.name)
    return Dictionary(zip(names, names.indices)) { first, _ in first }
  }
}
