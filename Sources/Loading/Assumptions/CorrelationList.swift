import Futures

/// Correlations that are stated pair by pair.
struct CorrelationList {
  struct Pair: Hashable {
    var one: String
    var other: String
    var value: Double
  }

  private(set) var pairs: [Pair] = []

  init() {}

  /// Reads a list of pairs of `names`, which are declared under `kind`.
  init(_ item: Item, names: [String], kind: String) {
    var lines: [Set<String>: Int] = [:]
    pairs = item.list().compactMap { item in
      item.section { section in
        let between = section.needed("between")
        let value = section.needed("value")?.share(.correlation)
        let members = between?.list() ?? []
        guard let between, members.count == 2 else {
          if let between, members.count != 2 { between.refuse(.count(2)) }
          return nil
        }
        let both = members.compactMap { $0.reference(to: names, kind: kind) }
        guard let value, both.count == 2 else { return nil }
        guard both[0] != both[1] else {
          between.refuse(.pair)
          return nil
        }
        if let first = lines.updateValue(between.spot.line, forKey: Set(both)) {
          between.refuse(.unique(firstLine: first))
          return nil
        }
        return Pair(one: both[0], other: both[1], value: value)
      }
    }
  }

  /// `matrix` of `names` with the stated pairs in it; nothing is stated of the others.
  func laid(over matrix: [[Double]], of names: [String]) -> [[Double]] {
    var matrix = matrix
    for pair in pairs {
      guard let i = names.firstIndex(of: pair.one), let j = names.firstIndex(of: pair.other)
      else { continue }
      matrix[i][j] = pair.value
      matrix[j][i] = pair.value
    }
    return matrix
  }

  /// The correlation of `names`, with a note where it had to be repaired.
  func correlation(
    of names: [String], over known: [[Double]]? = nil, path: String, findings: Findings
  ) -> Correlation {
    let unit = names.indices.map { row in names.indices.map { $0 == row ? 1.0 : 0 } }
    let correlation = Correlation(laid(over: known ?? unit, of: names))
    if correlation.repair > 1e-9 {
      findings.note(.correlationRepaired(path: path, by: correlation.repair))
    }
    return correlation
  }
}
