extension WrittenValue {
  /// The keys whose value is one choice among several forms: it is replaced whole, because two
  /// forms laid over one another would make none.
  static let wholeKeys: Set<String> = ["base", "exercise", "baseline", "fte"]

  /// This value with `other` laid over it.
  ///
  /// Mappings are merged key by key, anything else is replaced, and `null` takes away what is
  /// there. Every part keeps its own place.
  func overlaid(with other: WrittenValue) -> WrittenValue {
    guard var merged = entries, let later = other.entries else { return other }
    for entry in later {
      let index = merged.firstIndex { $0.key == entry.key }
      if let index {
        merged[index].spot = entry.spot
        merged[index].value = merged[index].value.replaced(by: entry)
      } else {
        merged.append(entry.takingNothing)
      }
    }
    return WrittenValue(spot: other.spot, content: .mapping(merged))
  }

  private func replaced(by entry: WrittenEntry) -> WrittenValue {
    if entry.value.isNull {
      return WrittenValue(spot: entry.value.spot, content: .nothing(wasThere: true))
    }
    return Self.wholeKeys.contains(entry.key) ? entry.value : overlaid(with: entry.value)
  }

  /// The same value where nothing lies under it, so that its nulls take nothing away.
  fileprivate var takingNothing: WrittenValue {
    if isNull { return WrittenValue(spot: spot, content: .nothing(wasThere: false)) }
    guard let entries else { return self }
    return WrittenValue(spot: spot, content: .mapping(entries.map(\.takingNothing)))
  }

  /// `value` under the keys of `path`, the outermost first, all of them at `spot`, or where the value
  /// stands.
  static func nested(
    _ value: WrittenValue, under path: some Collection<Substring>, keysAt spot: Spot? = nil
  ) -> WrittenValue {
    guard let key = path.first else { return value }
    let inner = nested(value, under: path.dropFirst(), keysAt: spot)
    let entry = WrittenEntry(key: String(key), spot: spot ?? value.spot, value: inner)
    return WrittenValue(spot: value.spot, content: .mapping([entry]))
  }
}

extension WrittenEntry {
  fileprivate var takingNothing: WrittenEntry {
    WrittenEntry(key: key, spot: spot, value: value.takingNothing)
  }
}
