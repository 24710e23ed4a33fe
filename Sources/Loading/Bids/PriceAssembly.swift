import Contracts
import Quantities
import Tables

/// Makes clauses of the rows of a price table.
struct PriceAssembly {
  let file: String
  let terms: Terms
  let rows: [PriceRow]
  private let tierRows: [LineName: [PriceRow]]

  init(file: String, terms: Terms, rows: [PriceRow]) {
    self.file = file
    self.terms = terms
    self.rows = rows
    tierRows = Dictionary(grouping: rows.filter { $0.kind == .tier }, by: \.name)
  }

  /// The clauses in the order of their first rows.
  func list() -> PriceList {
    var list = PriceList()
    list.items = Set(rows.map(\.item)).sorted()
    var firstRows: [String: PriceRow] = [:]
    for row in rows where !row.kind.isBandRate {
      let key = "\(row.kind.rawValue)/\(row.name.text)"
      guard let first = firstRows[key] else {
        firstRows[key] = row
        if let clause = clause(of: row) { list.add(clause, row.name, following: row.factors) }
        continue
      }
      if row.kind != .tier || row.name != first.name {
        report(.unique(firstLine: first.line), row, "item", row.name.text)
      }
    }
    list.rates = rates()
    for row in rows where row.kind.isBandRate { list.add(row.factors) }
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
    case .staff:
      row.headcount.map {
        .staffCharge(
          StaffCharge($0, rate: row.price, span: row.span, indexation: row.indexation))
      }
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
    let own = tierRows[first.name] ?? []
    for row in own where row.group != first.group {
      report(.sameAcrossTiers, row, "item", row.item)
      return nil
    }
    let rising = own.sorted { ($0.from ?? 0) < ($1.from ?? 0) }
    guard covers(rising) else { return nil }
    let tiers = rising.map {
      TieredPrice.Tier(from: $0.from ?? 0, to: $0.to ?? .infinity, price: $0.price)
    }
    return TieredPrice(
      serviceLine: first.serviceLine, tiers: tiers, span: first.span,
      indexation: first.indexation
    )
  }

  /// Whether rising tiers cover every volume once; reports the first gap or overlap.
  private func covers(_ tiers: [PriceRow]) -> Bool {
    var end: Double? = 0
    var endPlace = tiers.first?.toPlace
    for tier in tiers {
      let from = tier.from ?? 0
      guard from == end else {
        if let end {
          let isGap = from > end
          report(
            isGap ? .coveredVolumes(lower: end, upper: from) : .tierAfter(end: end),
            tier.fromPlace, isGap ? "" : figure(from)
          )
        } else if let endPlace {
          report(.value, endPlace, "")
        }
        return false
      }
      end = tier.to
      endPlace = tier.toPlace
    }
    guard let end, let endPlace else { return true }
    report(.coveredVolumes(lower: end, upper: .infinity), endPlace, "")
    return false
  }

  /// Each additional resource charge with the reduced resource credit of the same line and span.
  private func rates() -> [String: [PriceList.BandRates]] {
    var rates: [String: [PriceList.BandRates]] = [:]
    let charges = firstOfEach(.arc)
    let credits = firstOfEach(.rrc)
    for row in rows where row.kind == .rrc && charges[row.group] == nil {
      report(.bandRates, row, "kind", row.kind.rawValue)
    }
    for row in rows where row.kind == .arc && charges[row.group]?.line == row.line {
      guard let credit = credits[row.group] else {
        report(.bandRates, row, "kind", row.kind.rawValue)
        continue
      }
      rates[row.serviceLine, default: []].append(
        PriceList.BandRates(
          arc: row.price, rrc: credit.price, span: row.span, indexation: row.indexation
        )
      )
    }
    return rates.mapValues { $0.sorted { $0.span.first < $1.span.first } }
  }

  private func firstOfEach(_ kind: PriceRow.Kind) -> [PriceRow.Group: PriceRow] {
    var firsts: [PriceRow.Group: PriceRow] = [:]
    for row in rows where row.kind == kind {
      if let first = firsts[row.group] {
        report(.unique(firstLine: first.line), row, "item", row.item)
      } else {
        firsts[row.group] = row
      }
    }
    return firsts
  }

  private func report(
    _ expected: Fault.Reason, _ row: PriceRow, _ column: String, _ found: String
  ) {
    terms.folder.findings.add(
      expected, at: Spot(file: file, line: row.line), path: column, found: found
    )
  }

  private func report(_ expected: Fault.Reason, _ place: Place, _ found: String) {
    terms.folder.findings.add(expected, at: place, of: file, found: found)
  }
}

extension PriceRow {
  /// What the rows of one tiered price, and the two rates of a band, have in common.
  fileprivate struct Group: Hashable {
    var serviceLine: String
    var span: MonthSpan
    var indexation: String?
  }

  fileprivate var group: Group {
    Group(serviceLine: serviceLine, span: span, indexation: indexation)
  }
}
