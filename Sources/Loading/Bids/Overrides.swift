import Tables

/// Terms that the caller lays over those of the files.
struct Overrides {
  /// The file that faults name.
  static let file = "override"

  /// Over the event's draft terms.
  private(set) var event: [WrittenValue] = []

  /// Over the terms of every bid.
  private(set) var everyBid: [WrittenValue] = []

  /// Over the terms of one bid or the baseline.
  private(set) var bid: [String: [WrittenValue]] = [:]

  /// Reads `texts`, YAML by path; bids that are named must be among `bids`.
  init(_ texts: [String: String], bids: [String], findings: Findings) {
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let root = Spot(file: Self.file)
      guard !parts.contains(""), let target = Self.target(parts) else {
        findings.add(.pathRoot, at: root, path: path, found: path)
        continue
      }
      if let id = target.bid, id != "*", !bids.contains(id) {
        findings.add(
          .declared(kind: "bids"), at: root, path: path, found: id,
          nearest: nearest(to: id, in: bids)
        )
        continue
      }
      guard let value = YamlDoor(file: Self.file, findings: findings).read(text) else { continue }
      let written = WrittenValue.nested(value, under: target.keys)
      switch target.bid {
      case nil: event.append(written)
      case "*": everyBid.append(written)
      case let id?: bid[id, default: []].append(written)
      }
    }
  }

  /// Lays `terms` over those of bids, later than all before.
  mutating func lay(_ terms: [String: [WrittenValue]]) { bid.merge(terms) { $0 + $1 } }

  private static func target(_ parts: [Substring]) -> (bid: String?, keys: ArraySlice<Substring>)? {
    if parts.first == "terms", parts.count > 1 { return (nil, parts[1...]) }
    guard parts.count > 3, parts[0] == "bids", parts[2] == "terms" else { return nil }
    return (String(parts[1]), parts[3...])
  }
}
