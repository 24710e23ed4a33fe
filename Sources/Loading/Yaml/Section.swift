import Tables

/// A mapping that is being read: whatever key is not asked for by the end is unknown.
final class Section {
  let path: String
  let spot: Spot
  let findings: Findings
  let entries: [WrittenEntry]
  private var asked: [String] = []
  private var missing: [String] = []

  init(_ entries: [WrittenEntry], path: String, spot: Spot, findings: Findings) {
    self.entries = entries
    self.path = path
    self.spot = spot
    self.findings = findings
  }

  /// The value under `key`, or nothing where it is absent or `null`.
  func given(_ key: String) -> Item? {
    asked.append(key)
    guard let entry = entries.first(where: { $0.key == key }), !entry.value.isNull else {
      return nil
    }
    return item(entry)
  }

  /// The value under `key`, which must be there.
  func needed(_ key: String) -> Item? {
    let item = given(key)
    if item == nil { missing.append(key) }
    return item
  }

  /// Whether there is a value under `key`; it is not read.
  func holds(_ key: String) -> Bool { entries.contains { $0.key == key && !$0.value.isNull } }

  /// Takes `keys` for known where a fault before them says already what is wrong.
  func passOver(_ keys: [String]) { asked += keys }

  /// All values with their keys, where the keys are names that the file chooses.
  ///
  /// A name without a value is a fault, and so is one that takes away what is not there.
  var named: [(name: String, item: Item)] {
    for entry in entries where entry.value.isNull { refuseNull(entry) }
    return entries.filter { !$0.value.isNull }.map { ($0.key, item($0)) }
  }

  private func refuseNull(_ entry: WrittenEntry) {
    let others = entries.map(\.key).filter { $0 != entry.key }
    switch entry.value.content {
    case .nothing(wasThere: true): return
    case .nothing(wasThere: false):
      findings.add(
        .knownKey, at: entry.spot, path: join(entry.key), found: entry.key,
        nearest: nearest(to: entry.key, in: others)
      )
    default: findings.add(.value, at: entry.spot, path: join(entry.key))
    }
  }

  /// The single one of `keys` that is there.
  func one(of keys: [String]) -> (key: String, item: Item)? {
    let present = keys.compactMap { key in given(key).map { (key: key, item: $0) } }
    guard present.count == 1 else {
      findings.add(.oneKey(of: keys), at: spot, path: path, found: excerptOfKeys)
      return nil
    }
    return present.first
  }

  /// Reports the keys that nobody asked for and those that are missing, except where one of the
  /// former is nearly one of the latter.
  func close() {
    let present = entries.map(\.key)
    let absent = asked.filter { !present.contains($0) }
    for entry in entries where !asked.contains(entry.key) {
      let meant = nearest(to: entry.key, in: absent + asked)
      missing.removeAll { $0 == meant }
      if let meant { findings.distrust(join(meant), in: spot.file) }
      let isNumber = entry.value.isNull && entry.key.first?.isNumber ?? false
      findings.add(
        isNumber ? .decimalPoint : .knownKey, at: entry.spot, path: join(entry.key),
        found: entry.key, nearest: meant
      )
    }
    for key in missing {
      findings.distrust(join(key), in: spot.file)
      findings.add(.value, at: spot, path: join(key))
    }
  }

  func join(_ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }

  private var excerptOfKeys: String { entries.map(\.key).joined(separator: ", ") }

  private func item(_ entry: WrittenEntry) -> Item {
    Item(value: entry.value, keySpot: entry.spot, path: join(entry.key), findings: findings)
  }
}
