import Tables

/// Lets the rows pass that a mapping asks for, and knows which of its words were met.
struct FilterGate {
  private let filters: [RowFilter]
  private let columns: [Column]

  /// Whether some row has met each filter; of a list, each of its words.
  private var isMet: [[Bool]]
  private var others: [WordsMet]

  /// Whether some row has met all of them.
  private(set) var isPassed = false

  init(_ filters: [RowFilter], _ table: TableReader) {
    self.filters = filters
    columns = filters.map { table.column($0.column) }
    others = filters.map { _ in WordsMet() }
    isMet = filters.map { filter in
      if case .words(let words) = filter.rule { return words.map { _ in false } }
      return [false]
    }
  }

  /// Whether the record passes every filter.
  mutating func passes(
    _ record: borrowing Record, number: (borrowing Record, Column) -> Double?
  ) -> Bool {
    var passesAll = true
    for (index, filter) in filters.enumerated() {
      switch filter.rule {
      case .words(let words):
        let text = record.textIfPresent(columns[index]) ?? ""
        if let word = words.firstIndex(where: { $0.text == text }) {
          isMet[index][word] = true
        } else {
          others[index].insert(text)
          passesAll = false
        }
      case .others(let words):
        let text = record.textIfPresent(columns[index])
        let passes = !words.contains { $0.text == text }
        isMet[index][0] = isMet[index][0] || passes
        passesAll = passesAll && passes
      case .bounds(let bounds):
        let value = number(record, columns[index])
        let passes = value.map { value in bounds.allSatisfy { $0.holds(value) } } ?? false
        isMet[index][0] = isMet[index][0] || passes
        passesAll = passesAll && passes
      }
    }
    isPassed = isPassed || passesAll
    return passesAll
  }

  /// Reports the filters and words that no row has met; whether there were none.
  func reportUnmet(to findings: Findings) -> Bool {
    let before = findings.count
    for (index, filter) in filters.enumerated() {
      let path = "filters/\(filter.column)"
      guard case .words(let words) = filter.rule else {
        if !isMet[index][0] {
          findings.add(.passing, at: filter.spot, path: path, found: filter.words)
        }
        continue
      }
      for (word, isMet) in zip(words, isMet[index]) where !isMet {
        findings.add(
          .occurrence, at: word.spot, path: path, found: word.text,
          nearest: others[index].nearest(to: word.text)
        )
      }
    }
    if findings.count == before, !isPassed, let first = filters.first {
      findings.add(.passing, at: first.spot, path: "filters")
    }
    return findings.count == before
  }
}

/// Words of a column, a thousand at most, to name one that was perhaps meant.
struct WordsMet {
  private var words: Set<String> = []

  mutating func insert(_ word: String) {
    if words.count < 1_000, !words.contains(word) { words.insert(String(word.prefix(80))) }
  }

  func nearest(to word: String) -> String? { Tables.nearest(to: word, in: words.sorted()) }
}
