extension WrittenValue {
  /// A value inside of this one that is no mapping, or one without keys, and how it is reached.
  struct Leaf {
    var keys: [Substring]
    var spot: Spot
  }

  /// The value that `keys` lead to, or nothing where there is none.
  func value(under keys: some Collection<Substring>) -> WrittenValue? {
    guard let key = keys.first else { return isNull ? nil : self }
    return entries?.first { $0.key == key }?.value.value(under: keys.dropFirst())
  }

  /// The leaves, their paths behind `keys`, and where their keys stand.
  func leaves(under keys: [Substring]) -> [Leaf] {
    guard let entries, !entries.isEmpty else { return [Leaf(keys: keys, spot: spot)] }
    return entries.flatMap { entry in
      let path = keys + [entry.key[...]]
      guard let inner = entry.value.entries, !inner.isEmpty else {
        return [Leaf(keys: path, spot: entry.spot)]
      }
      return entry.value.leaves(under: path)
    }
  }

  /// The same value as if all of it were written at `spot`.
  func moved(to spot: Spot) -> WrittenValue {
    switch content {
    case .scalar, .nothing: WrittenValue(spot: spot, content: content)
    case .list(let items):
      WrittenValue(spot: spot, content: .list(items.map { $0.moved(to: spot) }))
    case .mapping(let entries):
      WrittenValue(
        spot: spot,
        content: .mapping(
          entries.map {
            WrittenEntry(key: $0.key, spot: spot, value: $0.value.moved(to: spot))
          }))
    }
  }

  /// Of a mapping what stands under the keys that `other` names, all of it where there is none.
  func named(by other: WrittenValue) -> WrittenValue {
    guard let entries, let others = other.entries else { return self }
    let common = entries.compactMap { entry -> WrittenEntry? in
      guard let named = others.first(where: { $0.key == entry.key }) else { return nil }
      let isWhole = Self.wholeKeys.contains(entry.key)
      let value = isWhole ? entry.value : entry.value.named(by: named.value)
      return WrittenEntry(key: entry.key, spot: entry.spot, value: value)
    }
    return common.isEmpty ? self : WrittenValue(spot: spot, content: .mapping(common))
  }

  /// The value in one line of YAML.
  var inline: String {
    switch content {
    case .scalar, .nothing: excerpt
    case .list(let items): "[\(items.map(\.inline).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", "))}"
    }
  }
}
