import Contracts

/// Reads what a statement must come to.
struct ExpectationReader {
  let readings: [String]
  let months: Int

  /// The keys that say what is looked at.
  private static let subjects = [
    "line", "total", "figure", "attainment", "default", "factor", "right",
  ]

  /// The expectations of a list; none where there is none.
  func read(_ item: Item?) -> [Expectation] {
    (item?.list() ?? []).flatMap { $0.section(readOne) ?? [] }
  }

  private func readOne(_ section: Section) -> [Expectation]? {
    let reading = section.given("reading").map { $0.reference(to: readings, kind: "readings") }
    let subject = section.one(of: Self.subjects)
    let month = section.given("month").map { $0.whole(1...months) }
    let year = section.given("year").map { $0.whole(1...((months + 11) / 12)) }
    let one = section.given("value").map { [readValue($0)] }
    let isNull = section.entries.contains { $0.key == "value" && $0.value.isNull }
    let several = section.given("values").map { $0.list().map { readValue($0) } }
    guard let (key, item) = subject, let figure = readFigure(key, item) else { return nil }
    let values = one ?? several ?? (isNull ? [.notStated] : [])
    if values.isEmpty { _ = section.needed("value") }
    return values.enumerated().compactMap { position, value in
      guard let value else { return nil }
      let span: Expectation.Span =
        if several != nil {
          .month(position + 1)
        } else if let month = month ?? nil {
          .month(month)
        } else if let year = year ?? nil {
          .year(year)
        } else {
          .all
        }
      return Expectation(reading: reading ?? nil, figure, in: span, is: value)
    }
  }

  private func readFigure(_ key: String, _ item: Item) -> StatementFigure? {
    switch key {
    case "line": return item.text().map(StatementFigure.line)
    case "total": return item.choice(of: StatementFigure.Total.self).map(StatementFigure.total)
    case "attainment": return item.text().map { .attainment(level: $0) }
    case "default": return item.text().map { .isDefault(level: $0) }
    case "factor": return item.text().map(StatementFigure.factor)
    case "right": return item.text().map(StatementFigure.right)
    default:
      guard let text = item.text() else { return nil }
      let parts = text.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else {
        item.refuse(.choice(["<clause>/<figure>"]))
        return nil
      }
      return .figure(clause: String(parts[0]), name: String(parts[1]))
    }
  }

  /// A number with as many decimals as are written, `true` or `false`, or null.
  private func readValue(_ item: Item) -> Expectation.Value? {
    if item.value.isNull { return .notStated }
    if item.plain == "true" || item.plain == "false" {
      return .number(item.plain == "true" ? 1 : 0, places: 0)
    }
    guard let number = item.number(Bounds()), let text = item.plain else { return nil }
    let decimals = text.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    return .number(number, places: decimals)
  }
}
