import Crew

extension Item {
  /// What `body` makes of each of `items`, side by side.
  ///
  /// What is found in them is taken in in their order, as if one had been read after the other.
  static func mapSideBySide<Value: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Value
  ) -> [Value] {
    let written = items.map { (value: $0.value, keySpot: $0.keySpot, path: $0.path) }
    let all = written.indices.mapSideBySide { place in
      let (alone, own) = (Findings(), written[place])
      let item = Item(
        value: own.value, keySpot: own.keySpot, path: own.path, findings: alone)
      return (value: body(item), found: alone.gathered)
    }
    for (item, one) in zip(items, all) { item.findings.add(one.found) }
    return all.map(\.value)
  }
}
