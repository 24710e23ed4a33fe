import Contracts
import Quantities

/// Makes clauses of the rows of a price table.
struct PriceAssembly {
  let file: String
  let terms: Terms
  let rows: [PriceRow]

  /// The clauses in the order of their first rows.
  func list() -> PriceList {
    var list = PriceList()
    var firstLines: [String: Int] = [:]
    for row in rows where row.kind != .arc && row.kind != .rrc {
      let key = "\(row.kind.rawValue)/\(row.item)"
      guard let first = firstLines[key] else {
        firstLines[key] = row.line
        if let clause = clause(of: row) { list.clauses.append(Contract.Named(row.item, clause)) }
        continue
      }
      if row.kind != .tier { report(.unique(firstLine: first), row, "item", row.item) }
    }
    list.rates = rates()
    return list
  }

  private func clause(of row: PriceRow) -> Clause? {
    switch row.kind {
    case .fixedFee:
      .fixedFee(FixedFee(amount: row.price, span: row.span, indexation: row.indexation))
    case .unitPrice:
      .unitPrice(
        UnitPrice(
          serviceLine: row.serviceLine, price: row.price, span: row.span,
          indexation: row.indexation
        )
      )
    case .tier: tiers(of: row).map { .tieredPrice($0) }
    case .transition: oneOff(row, .transition)
    case .oneOff: oneOff(row, .other)
    case .arc, .rrc: nil
    }
  }

  private func oneOff(_ row: PriceRow, _ purpose: OneOffFee.Purpose) -> Clause {
    .oneOffFee(
      OneOffFee(
        amount: row.price, month: row.span.first, purpose: purpose, indexation: row.indexation
      )
    )
  }

  /// The tiers of one item from the lowest to the highest, in whatever order the rows stand.
  private func tiers(of first: PriceRow) -> TieredPrice? {
    let own = rows.filter { $0.kind == .tier && $0.item == first.item }
    for row in own where !row.agrees(with: first) {
      report(.sameAcrossTiers, row, "item", row.item)
      return nil
    }
    let tiers = own.sorted { ($0.from ?? 0) < ($1.from ?? 0) }.map {
      TieredPrice.Tier(from: $0.from ?? 0, to: $0.to ?? .infinity, price: $0.price)
    }
    guard TieredPrice.cover(tiers) else {
      report(.coveringTiers, first, "from", first.item)
      return nil
    }
    return TieredPrice(
      serviceLine: first.serviceLine, tiers: tiers, span: first.span,
      indexation: first.indexation
    )
  }

  /// Each additional resource charge with the reduced resource credit of the same line and span.
  private func rates() -> [String: [PriceList.BandRates]] {
    var rates: [String: [PriceList.BandRates]] = [:]
    let charges = rows.filter { $0.kind == .arc }
    let credits = rows.filter { $0.kind == .rrc }
    for row in charges + credits {
      let twins = rows.filter { $0.kind == row.kind && row.agrees(with: $0) }
      if let first = twins.first, first.line != row.line {
        report(.unique(firstLine: first.line), row, "item", row.item)
      }
      let others = row.kind == .arc ? credits : charges
      guard let other = others.first(where: { row.agrees(with: $0) }) else {
        report(.bandRates, row, "kind", row.kind.rawValue)
        continue
      }
      guard row.kind == .arc else { continue }
      rates[row.serviceLine, default: []].append(
        PriceList.BandRates(
          arc: row.price, rrc: other.price, span: row.span, indexation: row.indexation
        )
      )
    }
    return rates.mapValues { $0.sorted { $0.span.first < $1.span.first } }
  }

  private func report(
    _ expected: Fault.Reason, _ row: PriceRow, _ column: String, _ found: String
  ) {
    terms.folder.findings.add(
      expected, at: Spot(file: file, line: row.line), path: column, found: found
    )
  }
}

extension PriceRow {
  fileprivate func agrees(with other: PriceRow) -> Bool {
    serviceLine == other.serviceLine && span == other.span && indexation == other.indexation
  }
}
