public import Contracts
public import Futures
import Quantities

extension [Bid] {
  /// The bids with what the buyer adds to each of them, or takes from it: its adjustments as clauses,
  /// and plugs in the months that have a volume, no price and no adjustment.
  ///
  /// A plug, and an adjustment whose amount the buyer leaves to the rule, is the volume times the
  /// highest base-case charge for a unit of the service line among the other bids, indexed as there.
  /// Months that no other bid prices stay open, see ``Contracts/Contract/openMonths(of:)``.
  ///
  /// - Throws: ``ResolutionError`` for a contract that cannot be settled.
  public func levelled(
    in event: Event, assumptions: Assumptions
  ) throws(ResolutionError) -> [Bid] {
    guard contains(where: { $0.isToBeLevelled(in: event) }) else { return self }
    var resolved: [ResolvedContract] = []
    for bid in self {
      let metrics = assumptions.performance[bid.id]?.metrics.map(\.metric) ?? []
      resolved.append(try bid.contract.resolved(in: event, metrics: metrics))
    }
    let rule = NextHighest(
      map(\.contract), resolved: resolved,
      lines: event.serviceLines.filter { line in contains { $0.needsRate(of: line, in: event) } },
      indices: assumptions.expectedIndices)
    return map { $0.levelled(by: rule, in: event) }
  }
}

extension Bid {
  fileprivate func isToBeLevelled(in event: Event) -> Bool {
    !adjustments.isEmpty || event.serviceLines.contains { !contract.unpricedMonths(of: $0).isEmpty }
  }

  /// Whether what `line` costs is taken from the other bids.
  fileprivate func needsRate(of line: ServiceLine, in event: Event) -> Bool {
    adjustments.contains { $0.amount == nil && $0.line == line.id }
      || event.levelling.plug == .nextHighest && !contract.unpricedMonths(of: line).isEmpty
  }

  fileprivate func levelled(by rule: NextHighest, in event: Event) -> Bid {
    var copy = self
    for adjustment in adjustments { copy.contract.add(adjustment, by: rule, in: event) }
    guard event.levelling.plug == .nextHighest else { return copy }
    for line in event.serviceLines {
      let months = copy.contract.openMonths(of: line)
      let offers = rule.offers(for: line.id, in: months, besides: id)
      copy.contract.add(offers, as: .plug, of: line.id, span: MonthSpan())
    }
    return copy
  }
}

extension Contract {
  /// Adds an adjustment; one without an amount in the months in which no price of a unit holds.
  fileprivate mutating func add(
    _ adjustment: StatedAdjustment, by rule: NextHighest, in event: Event
  ) {
    if let amount = adjustment.amount {
      let clause = LevellingAdjustment(
        adjustment.kind, of: adjustment.line, .amount(amount, adjustment.spread),
        span: adjustment.span)
      append("\(clause.kind.rawValue) \(clause.line)", .levellingAdjustment(clause))
      return
    }
    guard let line = event.serviceLines.first(where: { $0.id == adjustment.line }) else { return }
    let offers = rule.offers(
      for: line.id, in: months(of: adjustment, without: line), besides: id)
    add(offers, as: adjustment.kind, of: line.id, span: adjustment.span)
  }

  /// The months of an adjustment in which `line` has a volume and no price of a unit.
  public func months(of adjustment: StatedAdjustment, without line: ServiceLine) -> [Int] {
    line.monthsWithVolume.filter {
      adjustment.span.contains($0) && !pricesVolume(of: line.id, in: $0)
    }
  }

  fileprivate mutating func add(
    _ offers: [NextHighest.Offer], as kind: LevellingAdjustment.Kind, of line: String,
    span: MonthSpan
  ) {
    for offer in offers {
      let indexation = offer.part.indexation.map { follow($0, of: offer.contract) }
      let rates = LevellingAdjustment.Rates(
        of: line, byMonth: offer.byMonth, indexation: indexation, from: offer.contract.id)
      append(
        "\(kind.rawValue) \(line) as \(offer.contract.id) \(offer.part.price)",
        .levellingAdjustment(LevellingAdjustment(kind, of: line, .rates(rates), span: span)))
    }
  }

  /// Takes over the factor `name` of `other` under a name of its own, with the factors that it is
  /// multiplied by.
  private mutating func follow(_ name: String, of other: Contract) -> String {
    let own = "\(name) of \(other.id)"
    guard !clauses.contains(where: { $0.name == own }) else { return own }
    for named in other.clauses where named.name == name {
      switch named.clause {
      case .indexation: clauses.append(Named(own, named.clause))
      case .escalator(var escalator):
        escalator.indexation = escalator.indexation.map { follow($0, of: other) }
        clauses.append(Named(own, .escalator(escalator)))
      case .exchangeRate(var rate):
        rate.indexation = rate.indexation.map { follow($0, of: other) }
        clauses.append(Named(own, .exchangeRate(rate)))
      default: continue
      }
    }
    return own
  }

  /// Adds `clause` under `name`, or under that with a number where there is one already.
  private mutating func append(_ name: String, _ clause: Clause) {
    let names = Set(clauses.map(\.name))
    var free = name
    var number = 1
    while names.contains(free) {
      number += 1
      free = "\(name) (\(number))"
    }
    clauses.append(Named(free, clause))
  }
}
