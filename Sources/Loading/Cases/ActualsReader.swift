import Contracts
import Futures
import Tables

/// Reads what has happened under a contract: lists by month, or a table beside the file.
struct ActualsReader {
  let folder: EventFolder
  let context: EventContext

  private var findings: Findings { folder.findings }

  /// The names of the indices of which actuals are written.
  static func indexNames(in actuals: Item?) -> [String] {
    let indices = actuals?.value.entries?.first { $0.key == "indices" }?.value.entries
    return (indices ?? []).filter { !$0.value.isNull }.map(\.key)
  }

  /// The actuals, or nothing where they are faulty.
  func read(_ item: Item) -> Actuals? {
    item.section { section in
      if let file = section.given("file") {
        return file.fileBeside(in: folder).flatMap { readTable($0, mentionedAt: file.spot) }
      }
      let before = findings.count
      let volumes = series(section.given("volumes"), context.serviceLineIds, "service_lines") {
        $0.number(.money)
      }
      let indices = series(section.given("indices"), context.indices, "indices") {
        $0.number(.amountAboveZero)
      }
      let attainments = attainments(section.given("attainment"))
      let named = [volumes, attainments, indices].flatMap { $0 }
      let months = section.given("months").map { $0.whole(1...context.horizon) ?? 1 }
      let longest = named.map { $0.values.count }.max() ?? 1
      return actuals(
        of: months ?? (longest == 1 ? context.horizon : longest), volumes, attainments, indices,
        at: section.spot, since: before)
    }
  }

  /// A series of values, which may be one value for all months.
  private typealias Series = (name: String, values: [Double], spot: Spot)

  private func series(
    _ item: Item?, _ known: [String], _ kind: String, _ value: (Item) -> Double?
  ) -> [Series] {
    (item?.named() ?? []).compactMap { name, item in
      guard item.keyIsDeclared(name, in: known, kind: kind) else { return nil }
      return values(item, value).map { (name, $0, item.spot) }
    }
  }

  /// The values of a list, or one value for all months; nothing where one of them is faulty.
  private func values(_ item: Item, _ value: (Item) -> Double?) -> [Double]? {
    guard case .list = item.value.content else { return value(item).map { [$0] } }
    let items = item.list()
    let values = items.compactMap(value)
    return values.count == items.count ? values : nil
  }

  /// Attainments in the natural unit of their metric; a `null` in a list is a month without one.
  private func attainments(_ item: Item?) -> [Series] {
    (item?.named() ?? []).compactMap { name, item in
      guard item.keyIsDeclared(name, in: context.metrics.map(\.id), kind: "metrics"),
        let metric = context.metric(name)
      else { return nil }
      let natural = { (item: Item) in item.value.isNull ? Double.nan : item.natural(of: metric) }
      let read = item.value.entries == nil ? values(item, natural) : ratios(item)
      return read.map { (name, $0, item.spot) }
    }
  }

  /// `good ÷ of` by month, the latter perhaps the same in all of them.
  private func ratios(_ item: Item) -> [Double]? {
    item.section { section in
      let good = section.needed("good").flatMap { values($0) { $0.number(.amount) } }
      let allItem = section.needed("of")
      let all = allItem.flatMap { values($0) { $0.number(.amountAboveZero) } }
      guard let good, let all else { return nil }
      guard all.count == good.count || all.count == 1 else {
        allItem?.refuse(.count(good.count))
        return nil
      }
      return good.indices.map { good[$0] / all[all.count == 1 ? 0 : $0] }
    }
  }

  private func actuals(
    of months: Int, _ volumes: [Series], _ attainments: [Series], _ indices: [Series],
    at spot: Spot, since before: Int
  ) -> Actuals? {
    func filled(_ series: [Series]) -> [String: [Double]] {
      var filled: [String: [Double]] = [:]
      for (name, values, spot) in series {
        guard values.count == months || values.count == 1 else {
          findings.add(.count(months), at: spot, path: "actuals/\(name)", found: "\(values.count)")
          continue
        }
        filled[name] = values.count == months ? values : Array(repeating: values[0], count: months)
      }
      return filled
    }
    let (volumes, indices) = (filled(volumes), filled(indices))
    let attainments = filled(attainments)
    // What is missing may be what another fault is about.
    guard findings.count == before else { return nil }
    for line in context.serviceLineIds where volumes[line] == nil {
      findings.add(.value, at: spot, path: "actuals/volumes/\(line)")
    }
    for index in context.indices where indices[index] == nil {
      findings.add(.value, at: spot, path: "actuals/indices/\(index)")
    }
    guard months <= context.horizon else {
      findings.add(
        .within(lower: 1, upper: Double(context.horizon), open: false), at: spot, path: "actuals",
        found: "\(months) months")
      return nil
    }
    guard findings.count == before else { return nil }
    return Actuals(
      months: months, volumes: volumes, attainments: attainments, indices: indices)
  }
}
