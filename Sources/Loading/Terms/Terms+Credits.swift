import Contracts
import Quantities

/// Credits that depend on what attainment came to.
extension Terms {
  func readTiers(
    _ level: String, _ section: Section, _ promise: ServiceLevel
  ) -> TierCredit? {
    let table = readTable(section, value: "share", of: promise) { $0.share(.share) }
    let users = section.given("users").map { $0.section(readUsers) }
    let base = readCreditBase(section)
    guard let table, users != .some(nil), let base else { return nil }
    return TierCredit(level: level, table: table, users: users ?? nil, base: base)
  }

  private func readUsers(_ section: Section) -> TierCredit.Users? {
    let affected = section.needed("affected")?
      .reference(to: context.serviceLineIds, kind: "service_lines")
    let total = section.needed("total")?
      .reference(to: context.serviceLineIds, kind: "service_lines")
    guard let affected, let total else { return nil }
    return .init(affected: affected, total: total)
  }

  func readLinear(
    _ level: String, _ section: Section, _ promise: ServiceLevel
  ) -> LinearCredit? {
    let from = readFrom(section, promise)
    let perPoint = section.needed("per_point")?.share(.share)
    let step = section.given("step").map { $0.number(.amountAboveZero) } ?? 1
    let parts =
      section.given("part_steps").map { $0.choice(of: LinearCredit.PartSteps.self) } ?? .proRata
    let cap = section.given("cap").map { $0.share(.share) } ?? 1
    let base = readCreditBase(section)
    guard let from, let perPoint, let step, let parts, let cap, let base else { return nil }
    return LinearCredit(
      level: level, from: from, perPoint: perPoint, step: step, partSteps: parts, cap: cap,
      base: base)
  }

  func readUnit(_ level: String, _ section: Section, _ promise: ServiceLevel) -> UnitCredit? {
    let amount = section.needed("amount")?.number(.amount)
    let isPerPoint = section.given("per_point").map { $0.truth() } ?? true
    let from = readFrom(section, promise)
    let volumes = (section.given("times")?.list() ?? []).map {
      $0.reference(to: context.serviceLineIds, kind: "service_lines")
    }
    guard let amount, let isPerPoint, let from, !volumes.contains(nil) else { return nil }
    return UnitCredit(
      level: level, amount: amount, pointsFrom: isPerPoint ? from : nil,
      volumes: volumes.compactMap { $0 })
  }

  func readPoints(_ section: Section, _ promises: [String: ServiceLevel]) -> PointsCredit? {
    let levels = section.needed("levels")?.named() ?? []
    let kpis = levels.compactMap { level, item -> PointsCredit.Kpi? in
      guard let promise = creditedLevel(level, item, promises) else { return nil }
      return item.section { section in
        readTable(section, value: "points", of: promise) { $0.number(.multiple) }
          .map { .init(level: level, table: $0) }
      }
    }
    let repeats = section.given("repeat").map { $0.section(readRepeat) }
    let rate = section.one(of: ["per_point", "table"]).flatMap { key, item in
      key == "table" ? readRate(item) : item.share(.share).map { PointsCredit.Rate.perPoint($0) }
    }
    let base = readCreditBase(section)
    guard kpis.count == levels.count, repeats != .some(nil), let rate, let base else { return nil }
    return PointsCredit(kpis: kpis, rate: rate, repeats: repeats ?? nil, base: base)
  }

  private func readRate(_ item: Item) -> PointsCredit.Rate? {
    let rows = item.list().map { item in
      item.section { readRow($0, "from", "share", { $0.number(.multiple) }, { $0.share(.share) }) }
    }
    return ordered(rows, rising: true, item).map {
      .table(AttainmentTable($0, boundary: .inclusive))
    }
  }

  /// The attainment from which points are counted: the level's target where none is stated.
  private func readFrom(_ section: Section, _ promise: ServiceLevel) -> Double? {
    guard let item = section.given("from") else { return promise.target }
    return context.metric(promise.metric).flatMap(item.natural)
  }

  /// What credits are a share of: `of` names prices, `base` says which amount.
  func readCreditBase(_ section: Section) -> CreditBase? {
    let prices = section.given("of").map(readPriceList)
    let amount = section.given("base").map(readCreditAmount) ?? .thisMonth
    guard prices != .some(nil), let amount else { return nil }
    return CreditBase(prices: prices ?? nil, amount: amount)
  }

  private func readCreditAmount(_ item: Item) -> CreditBase.Amount? {
    guard item.value.entries != nil else {
      return item.word(of: ["this_month", "next_month"])
        .map { $0 == "this_month" ? .thisMonth : .nextMonth }
    }
    return item.section { section in
      section.needed("stated")?.number(.amount).map { .stated($0) }
    }
  }

  /// A table of rows `below` (or `above`) an attainment of the level, each with its `value`.
  private func readTable(
    _ section: Section, value: String, of promise: ServiceLevel, _ read: (Item) -> Double?
  ) -> AttainmentTable? {
    let item = section.needed("rows")
    let reading =
      section.given("between").map { $0.choice(of: AttainmentTable.Reading.self) } ?? .upperRow
    let boundary =
      section.given("boundary").map { $0.choice(of: AttainmentTable.Boundary.self) } ?? .strict
    guard let metric = context.metric(promise.metric), let item else { return nil }
    let rises = promise.comparison.favours == .lower
    let rows = item.list().map { row in
      row.section {
        readRow($0, rises ? "above" : "below", value, { $0.natural(of: metric) }, read)
      }
    }
    guard let reading, let boundary, let rows = ordered(rows, rising: rises, item) else {
      return nil
    }
    return AttainmentTable(rows, reading: reading, boundary: boundary)
  }

  private func readRow(
    _ section: Section, _ key: String, _ valueKey: String, _ threshold: (Item) -> Double?,
    _ value: (Item) -> Double?
  ) -> AttainmentTable.Row? {
    let threshold = section.needed(key).flatMap(threshold)
    let value = section.needed(valueKey).flatMap(value)
    guard let threshold, let value else { return nil }
    return .init(threshold, value)
  }

  /// The rows, where all could be read and go from the mildest to the worst.
  private func ordered(
    _ rows: [AttainmentTable.Row?], rising: Bool, _ item: Item
  ) -> [AttainmentTable.Row]? {
    let read = rows.compactMap { $0 }
    guard read.count == rows.count else { return nil }
    let pairs = zip(read, read.dropFirst())
    guard !read.isEmpty, pairs.allSatisfy({ ($0.threshold < $1.threshold) == rising }),
      AttainmentTable.areOrdered(read)
    else {
      item.refuse(rising ? .risingRows : .fallingRows)
      return nil
    }
    return read
  }
}
