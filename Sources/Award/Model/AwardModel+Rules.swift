import Contracts
import Solver

extension AwardModel {
  typealias Row = MixedProgram.Row
  typealias Term = MixedProgram.Term

  /// The rows that hold where `rule` is kept.
  func rows(of rule: AwardRule) -> [Row] {
    switch rule.demand {
    case .providers(let least, let most, nil):
      return bounded(used.map { Term($0, 1) }, least, most)
    case .providers(let least, let most, let lots?):
      return award.lotPositions(of: lots).flatMap { lot in
        bounded(terms { $0.share(of: lot) > 0 ? 1 : 0 }, least, most)
      }
    case .value(let subject, let least, let most):
      return value(of: subject, least, most)
    case .lots(let subject, let least, let most):
      return number(of: subject, least, most)
    case .share(let subject, let lots, let least, let most):
      return share(of: subject, lots, least, most)
    case .together(let lots): return together(award.lotPositions(of: lots))
    case .apart(let lots): return apart(award.lotPositions(of: lots))
    case .notBoth(let bids):
      return [Row(award.positions(of: bids).map { Term(used[$0], 1) }, upper: 1)]
    case .onlyWith(let first, let second):
      guard let one = award.bids.firstIndex(of: first) else { return [] }
      let other = award.bids.firstIndex(of: second).map { [Term(used[$0], -1)] } ?? []
      return [Row([Term(used[one], 1)] + other, upper: 0)]
    case .incumbents(let lots): return [Row(kept, lower: Double(lots))]
    case .budget(let amount): return scaled(Row(meanCost, upper: amount / scale))
    case .mandatory(let bid, _):
      guard let bid = award.bids.firstIndex(of: bid) else { return [] }
      return [Row([Term(used[bid], 1)], upper: 0)]
    }
  }

  private func terms(_ factor: (AwardColumn) -> Double) -> [Term] {
    award.columns.enumerated().compactMap { place, column in
      let factor = factor(column)
      return factor == 0 ? nil : Term(place, factor)
    }
  }

  private func bounded(_ terms: [Term], _ least: Int?, _ most: Int?) -> [Row] {
    guard least != nil || most != nil else { return [] }
    return [
      Row(
        terms, lower: least.map(Double.init) ?? -.infinity,
        upper: most.map(Double.init) ?? .infinity)
    ]
  }

  /// The sets of bids of which a rule speaks; what must be reached at least holds of a bid by itself
  /// where it is given something.
  private func sets(of subject: AwardRule.Subject) -> [(bids: [Int], isEach: Bool)] {
    switch subject {
    case .each: award.bids.indices.map { ([$0], true) }
    case .bids(let bids): [(award.positions(of: bids), false)]
    }
  }

  /// `C_b ≤ s·C`, and `C_b ≥ s·C − M·(1 − y_b)` with `M = s·(all positive costs)`, for the costs of
  /// columns without what remains with the buyer.
  private func value(of subject: AwardRule.Subject, _ least: Double?, _ most: Double?) -> [Row] {
    let ceiling = award.columns.reduce(0) { $0 + max($1.mean, 0) } / scale
    return sets(of: subject).flatMap { bids, isEach -> [Row] in
      func difference(_ share: Double) -> [Term] {
        terms { (bids.contains($0.bid) ? 1 - share : -share) * $0.mean / scale }
      }
      let upper = most.map { Row(difference($0), upper: 0) }
      let lower = least.map { share in
        let lift = isEach ? share * ceiling : 0
        let ifUsed = isEach ? bids.map { Term(used[$0], -lift) } : []
        return Row(difference(share) + ifUsed, lower: -lift)
      }
      return [upper, lower].compactMap(\.self).flatMap(scaled)
    }
  }

  private func number(of subject: AwardRule.Subject, _ least: Int?, _ most: Int?) -> [Row] {
    sets(of: subject).flatMap { bids, isEach -> [Row] in
      let given = terms { bids.contains($0.bid) ? Double($0.given.count) : 0 }
      guard isEach, let least else { return bounded(given, least, most) }
      let ifUsed = bids.map { Term(used[$0], -Double(least)) }
      return bounded(given, nil, most) + [Row(given + ifUsed, lower: 0)]
    }
  }

  private func share(
    of subject: AwardRule.Subject, _ lots: [String], _ least: Int?, _ most: Int?
  ) -> [Row] {
    sets(of: subject).flatMap { bids, isEach in
      award.lotPositions(of: lots).flatMap { lot -> [Row] in
        let part = Double(AwardPlan.whole)
        let given = terms { bids.contains($0.bid) ? Double($0.share(of: lot)) / part : 0 }
        let upper = most.map { Row(given, upper: Double($0) / part) }
        let lower = least.map { least in
          // Of each bid: where it is given any of the lot.
          let ifUsed =
            isEach
            ? terms {
              bids.contains($0.bid) && $0.share(of: lot) > 0
                ? Double($0.share(of: lot) - least) / part : 0
            } : given
          return Row(ifUsed, lower: isEach ? 0 : Double(least) / part)
        }
        return [upper, lower].compactMap(\.self)
      }
    }
  }

  private func together(_ lots: [Int]) -> [Row] {
    award.bids.indices.flatMap { bid in
      zip(lots, lots.dropFirst()).map { one, other in
        let difference = terms { column in
          guard column.bid == bid else { return 0 }
          return Double(column.share(of: one) - column.share(of: other)) / Double(AwardPlan.whole)
        }
        return Row(difference, lower: 0, upper: 0)
      }
    }
  }

  private func apart(_ lots: [Int]) -> [Row] {
    award.bids.indices.map { bid in
      let given = terms { column in
        column.bid == bid ? Double(column.given.count { lots.contains($0.lot) }) : 0
      }
      return Row(given, upper: 1)
    }
  }

  /// The lots that those who run them today keep whole.
  private var kept: [Term] {
    terms { column in
      Double(
        column.given.count {
          award.incumbents[$0.lot] == column.bid && $0.share == AwardPlan.whole
        })
    }
  }

  /// A row of money divided by its largest coefficient, so that it is no harder to meet than others.
  private func scaled(_ row: Row) -> [Row] {
    let largest = row.terms.map(\.factor.magnitude).max() ?? 0
    guard largest > 0 else { return [row] }
    return [
      Row(
        row.terms.map { Term($0.variable, $0.factor / largest) }, lower: row.lower / largest,
        upper: row.upper / largest)
    ]
  }
}
