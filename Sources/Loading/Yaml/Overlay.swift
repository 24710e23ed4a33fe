extension WrittenValue {
  /// The keys whose value is one choice among several forms: it is replaced whole, because two
  /// forms laid over one another would make none.
  private static let wholeKeys: Set<String> = ["base", "exercise", "baseline"]

  /// This value with `other` laid over it.
  ///
  /// Mappings are merged key by key, anything else is replaced, and a key with the value `null` is
  /// taken away. Every part keeps its own place.
  func overlaid(with other: WrittenValue) -> WrittenValue {
    guard var merged = entries, let later = other.entries else { return other }
    for entry in later {
      let index = merged.firstIndex { $0.key == entry.key }
      if entry.value.isNull {
        if let index { merged.remove(at: index) }
      } else if let index {
        let isWhole = Self.wholeKeys.contains(entry.key)
        let value =
          isWhole ? entry.value : merged[index].value.overlaid(with: entry.value)
        merged[index] = WrittenEntry(key: entry.key, spot: entry.spot, value: value)
      } else {
        merged.append(entry.withoutNulls)
      }
    }
    return WrittenValue(spot: other.spot, content: .mapping(merged))
  }

  /// The same value without the keys that are `null`.
  var withoutNulls: WrittenValue {
    guard let entries else { return self }
    let kept = entries.filter { !$0.value.isNull }.map(\.withoutNulls)
    return WrittenValue(spot: spot, content: .mapping(kept))
  }

  /// `value` under the keys of `path`, the outermost first.
  static func nested(_ value: WrittenValue, under path: some Collection<Substring>) -> WrittenValue
  {
    guard let key = path.first else { return value }
    let inner = nested(value, under: path.dropFirst())
    let entry = WrittenEntry(key: String(key), spot: value.spot, value: inner)
    return WrittenValue(spot: value.spot, content: .mapping([entry]))
  }
}

extension WrittenEntry {
  fileprivate var withoutNulls: WrittenEntry {
    WrittenEntry(key: key, spot: spot, value: value.withoutNulls)
  }
}
