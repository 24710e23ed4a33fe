import Contracts
import Quantities
import Rows

/// Gives each clause of a contract its seat.
struct Resolver {
  private(set) var resolved: ResolvedContract
  private let event: Event
  private let contract: Contract
  private let factors: [String: Int]
  private let levels: [String: Int]
  private var clause = ""

  init(_ contract: Contract, in event: Event, metrics: [String]) throws(ResolutionError) {
    self.event = event
    self.contract = contract
    let months = 1...event.horizon
    for id in metrics where !event.metrics.contains(where: { $0.id == id }) {
      throw ResolutionError(
        option: contract.id, clause: "performance", reason: .unknown(what: "metric", name: id))
    }
    resolved = ResolvedContract(
      id: contract.id, baselineVolumes: event.serviceLines.map(\.baseline),
      metrics: metrics.compactMap { id in event.metrics.first { $0.id == id } },
      discount: contract.paymentTerms.discountFactors(
        horizon: event.horizon, at: event.discounting),
      ownDiscount: months.map { event.discounting.factor(month: $0) })
    factors = contract.positions { if case .indexation = $0 { true } else { false } }
    levels = contract.positions { if case .serviceLevel = $0 { true } else { false } }
    resolved.factors = factors.count
    resolved.levels = levels.sorted { $0.value < $1.value }.map(\.key)
    resolved.creditShares = resolved.levels.map { _ in 0 }
    resolved.givesRight = resolved.levels.map { _ in false }
  }

  /// Seats `named` behind the clauses seated before.
  mutating func seat(_ named: Contract.Named) throws(ResolutionError) {
    clause = named.name
    var seat = Seat()
    seat.line = resolved.lines.count
    seat.state = resolved.stateRows
    switch named.clause {
    case .paymentTerms: break
    case .indexation(let clause):
      seat.index = try position(of: clause.index, "index", event.indices)
      seat.factor = factors[named.name]
      resolved.stateRows += 2
    case .fixedFee(let clause): try seatPrice(&seat, clause.indexation)
    case .unitPrice(let clause): try seatPrice(&seat, clause.indexation, clause.serviceLine)
    case .tieredPrice(let clause):
      try seatPrice(&seat, clause.indexation, clause.serviceLine)
      seat.bands = resolved.bands.count
      resolved.bands.append(clause.bands)
    case .oneOffFee(let clause): try seatOneOff(&seat, clause)
    case .volumeBand(let clause):
      try seatPrice(&seat, clause.indexation, clause.serviceLine)
      seat.baseline = resolved.baselines.count
      resolved.baselines.append(baseline(of: clause, seat.volume))
    case .serviceLevel(let clause): try seatLevel(&seat, clause)
    case .repeatMultiplier: break
    case .atRiskCredit(let clause):
      seat.credited = try credited(clause.allocations.map { ($0.level, clause.share(of: $0)) })
      for allocation in clause.allocations { addLine(allocation.level, .credit) }
    case .fixedCredit(let clause):
      seat.credited = try credited([(clause.level, clause.share)])
      addLine(clause.level, .credit)
    case .creditCap: addLine("lost to the cap", .credit)
    case .poorServiceLoss(let clause): try seatLoss(&seat, clause)
    case .chronicFailure(let clause): try seatRight(&seat, clause, named.name)
    case .terminationFee(let clause):
      guard clause.base != .contractCharge else { throw fault(.impossibleBase) }
      seat.factor = try factor(clause.indexation)
      resolved.stateRows += clause.base.stateRows
      addLine("fee for leaving", .terminationFee, .onExercise)
    case .replacement(let clause):
      seat.factor = try factor(clause.indexation)
      resolved.stateRows += clause.base.stateRows + 1
      addLine("replacement", .replacement, .afterExit)
      addLine("procurement and dual running", .replacement, .onExercise)
    }
    resolved.clauses.append(.init(name: named.name, clause: named.clause, seat: seat))
  }

  private mutating func seatPrice(
    _ seat: inout Seat, _ indexation: String?, _ serviceLine: String? = nil
  ) throws(ResolutionError) {
    seat.factor = try factor(indexation)
    if let serviceLine { seat.volume = try volume(serviceLine) }
    addLine(nil, .charge)
  }

  private mutating func seatOneOff(
    _ seat: inout Seat, _ clause: OneOffFee
  ) throws(ResolutionError) {
    seat.factor = try factor(clause.indexation)
    addLine(nil, .oneOff)
  }

  private mutating func seatLevel(
    _ seat: inout Seat, _ clause: ServiceLevel
  ) throws(ResolutionError) {
    seat.metric = try metric(clause.metric)
    seat.level = levels[self.clause] ?? 0
    let metric = resolved.metrics[seat.metric]
    seat.bound = metric.link.scaled(clause.bound(for: metric))
    seat.missing = clause.missing(by: metric)
    resolved.defaultRules.append(
      DefaultRule(
        metric: seat.metric, bound: seat.bound,
        missesBelow: seat.missing == .below || seat.missing == .atMost,
        firstMonth: clause.firstMonth))
  }

  private mutating func seatLoss(
    _ seat: inout Seat, _ clause: PoorServiceLoss
  ) throws(ResolutionError) {
    seat.metric = try metric(clause.metric)
    if let line = clause.serviceLine { seat.volume = try volume(line) }
    for named in contract.clauses {
      if case .replacement(let replacement) = named.clause {
        seat.attainmentAfterExit = replacement.attainment[clause.metric]
      }
    }
    addLine(nil, .loss, seat.attainmentAfterExit == nil ? .always : .live)
    if seat.attainmentAfterExit != nil { addLine("after the exit", .loss, .afterExit) }
  }

  private mutating func seatRight(
    _ seat: inout Seat, _ clause: ChronicFailure, _ name: String
  ) throws(ResolutionError) {
    seat.level = try level(clause.level)
    resolved.givesRight[seat.level] = true
    seat.right = resolved.rights.count
    resolved.rights.append(name)
    if case .withProbability = clause.exercise {
      seat.uniform = resolved.uniforms.count
      resolved.uniforms.append("right/\(contract.id)/\(name)")
    }
  }

  private mutating func addLine(
    _ detail: String?, _ kind: LedgerLine.Kind, _ standing: Standing = .live
  ) {
    let title = detail.map { $0 == clause ? clause : "\(clause): \($0)" } ?? clause
    let account = Account(kind: kind, standing: standing)
    let position = resolved.accounts.firstIndex(of: account) ?? resolved.accounts.count
    if position == resolved.accounts.count { resolved.accounts.append(account) }
    resolved.lines.append(
      LedgerLine(clause: clause, title: title, kind: kind, account: position))
  }

  /// Notes the levels whose credits a clause states, and their shares of the charge.
  private mutating func credited(
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

  private func baseline(of band: VolumeBand, _ volume: Int) -> [Double] {
    guard let own = band.baseline, let last = own.last else {
      return event.serviceLines[volume].baseline
    }
    return (0..<event.horizon).map { $0 < own.count ? own[$0] : last }
  }

  private func factor(_ indexation: String?) throws(ResolutionError) -> Int? {
    guard let indexation else { return nil }
    guard let position = factors[indexation] else {
      throw fault(.unknown(what: "indexation", name: indexation))
    }
    return position
  }

  private func level(_ name: String) throws(ResolutionError) -> Int {
    guard let position = levels[name] else {
      throw fault(.unknown(what: "service level", name: name))
    }
    return position
  }

  private func volume(_ name: String) throws(ResolutionError) -> Int {
    try position(of: name, "service line", event.serviceLines.map(\.id))
  }

  private func metric(_ name: String) throws(ResolutionError) -> Int {
    try position(of: name, "metric with a performance", resolved.metrics.map(\.id))
  }

  private func position(
    of name: String, _ what: String, _ known: [String]
  ) throws(ResolutionError) -> Int {
    guard let position = known.firstIndex(of: name) else {
      throw fault(.unknown(what: what, name: name))
    }
    return position
  }

  private func fault(_ reason: ResolutionError.Reason) -> ResolutionError {
    ResolutionError(option: contract.id, clause: clause, reason: reason)
  }
}

extension Contract {
  /// The positions of the clauses that `belong`, by name, in declared order.
  fileprivate func positions(where belong: (Clause) -> Bool) -> [String: Int] {
    let names = clauses.filter { belong($0.clause) }.map(\.name)
    return Dictionary(zip(names, names.indices)) { first, _ in first }
  }
}
