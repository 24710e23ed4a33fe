import Contracts
import Futures
import Quantities
import Tables

extension ActualsReader {
  /// The actuals of a table with one row for each month in the column `month`, and a column for each
  /// service line, index and metric that bears its name.
  func readTable(_ file: String, mentionedAt spot: Spot?) -> Actuals? {
    guard let bytes = folder.bytes(file, mentionedAt: spot) else { return nil }
    let needed = context.serviceLineIds + context.indices
    let table = TableReader(
      bytes: bytes, name: file,
      columns: Columns(required: ["month"] + needed, optional: context.metrics.map(\.id)))
    let month = table.column("month")
    let columns = needed.map { table.column($0) }
    let metrics = context.metrics.map { (metric: $0, column: table.column($0.id)) }
    var values = Dictionary(uniqueKeysWithValues: needed.map { ($0, [Double]()) })
    var attainments: [String: [Double]] = [:]
    var months = 0
    table.forEachRecord { record in
      guard let at = record.integer(month, in: 1...context.horizon) else { return }
      guard at == months + 1 else {
        return record.reject(
          month, rule: "month \(months + 1): months in order from 1, without gaps")
      }
      months = at
      for (name, column) in zip(needed, columns) {
        values[name]?.append(record.number(column) ?? .nan)
      }
      for (metric, column) in metrics where column.isPresent {
        attainments[metric.id, default: []].append(attainment(of: metric, record, column))
      }
    }
    folder.findings.add(table.faults, file: file)
    guard table.faults.isEmpty else { return nil }
    guard months > 0 else {
      folder.findings.add(.filledFile, at: Spot(file: file))
      return nil
    }
    func series(_ names: [String]) -> [String: [Double]] {
      values.filter { names.contains($0.key) }
    }
    return Actuals(
      months: months, volumes: series(context.serviceLineIds), attainments: attainments,
      indices: series(context.indices))
  }

  /// The attainment of one month; not a number where the field is empty.
  private func attainment(
    of metric: Metric, _ record: borrowing Record, _ column: Column
  ) -> Double {
    guard record.textIfPresent(column) != nil else { return .nan }
    let value = metric.link == .logit ? record.share(column) : record.number(column)
    guard let value else { return .nan }
    if !metric.link.admits(value) { record.reject(column, rule: "a \(metric.link.scaleName)") }
    return value
  }
}
