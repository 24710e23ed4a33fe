/// A value of a YAML file with the place at which it was written.
struct WrittenValue: Hashable, Sendable {
  /// What can be written.
  indirect enum Content: Hashable, Sendable {
    case scalar(String, isQuoted: Bool)
    case list([WrittenValue])
    case mapping([WrittenEntry])
    /// What an overlay took away, whether there was something to take or not.
    case nothing(wasThere: Bool)
  }

  var spot: Spot
  var content: Content

  /// Whether it is `null`, `~` or nothing at all.
  var isNull: Bool {
    switch content {
    case .scalar(let text, isQuoted: false): text.isEmpty || text == "~" || text == "null"
    case .nothing: true
    default: false
    }
  }

  /// The entries of a mapping.
  var entries: [WrittenEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// What a fault shows of it.
  var excerpt: String {
    switch content {
    case .scalar(let text, isQuoted: false): text
    case .scalar(let text, isQuoted: true): "\"\(text)\""
    case .list(let items): "a list of \(items.count)"
    case .nothing: "null"
    case .mapping(let entries): "{\(entries.map(\.key).joined(separator: ", "))}"
    }
  }
}

/// One key of a mapping and its value.
struct WrittenEntry: Hashable, Sendable {
  var key: String
  var spot: Spot
  var value: WrittenValue
}

/// A place in a file.
struct Spot: Hashable, Sendable {
  var file: String
  var line = 0
  var column = 0
}
