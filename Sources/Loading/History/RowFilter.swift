/// What a row must hold to be read.
struct RowFilter: Hashable {
  /// The values that pass.
  enum Rule: Hashable {
    /// One of these.
    case words([Word])
    /// None of these.
    case others([Word])
    /// A number within bounds.
    case bounds([Bound])
  }

  /// A value and where the mapping has it.
  struct Word: Hashable {
    var text: String
    var spot: Spot
  }

  /// One side of the numbers that pass.
  struct Bound: Hashable {
    enum Side: String, CaseIterable {
      case atLeast = "at_least"
      case moreThan = "more_than"
      case atMost = "at_most"
      case lessThan = "less_than"
    }

    var side: Side
    var limit: Double

    func holds(_ number: Double) -> Bool {
      switch side {
      case .atLeast: number >= limit
      case .moreThan: number > limit
      case .atMost: number <= limit
      case .lessThan: number < limit
      }
    }
  }

  var column: String
  var rule: Rule
  var spot: Spot

  /// The filter as the mapping says it.
  var words: String {
    switch rule {
    case .words(let words): words.map(\.text).joined(separator: ", ")
    case .others(let words): "not " + words.map(\.text).joined(separator: ", ")
    case .bounds(let bounds):
      bounds.map { "\($0.side.rawValue) \(figure($0.limit))" }.joined(separator: ", ")
    }
  }
}

// MARK: - Reading

extension RowFilter {
  /// Reads the filter of `column`, or nothing where it is faulty.
  init?(_ item: Item, column: String) {
    guard let rule = Self.rule(item) else { return nil }
    self.init(column: column, rule: rule, spot: item.spot)
  }

  private static func rule(_ item: Item) -> Rule? {
    guard item.value.entries != nil else { return words(item).map { .words($0) } }
    return item.section { section in
      if let none = section.given("not") {
        for side in Bound.Side.allCases {
          section.given(side.rawValue)?.refuse(.nothingBeside(["not"]))
        }
        return words(none).map { .others($0) }
      }
      let bounds = Bound.Side.allCases.compactMap { side in
        section.given(side.rawValue).map { (side, $0.number(Bounds())) }
      }
      if section.entries.isEmpty {
        item.refuse(.choice(["not"] + Bound.Side.allCases.map(\.rawValue)))
      }
      let stated = bounds.compactMap { side, limit in limit.map { Bound(side: side, limit: $0) } }
      return stated.isEmpty || stated.count < bounds.count ? nil : .bounds(stated)
    }
  }

  private static func words(_ item: Item) -> [Word]? {
    guard case .list = item.value.content else {
      return item.text().map { [Word(text: $0, spot: item.spot)] }
    }
    let items = item.list()
    if items.isEmpty { item.refuse(.someWord) }
    let words = items.compactMap { item in
      item.text().map { Word(text: $0, spot: item.spot) }
    }
    return words.count == items.count && !words.isEmpty ? words : nil
  }
}
