import Crew

extension EventFolder {
  /// What is known of a folder's files without having been asked for.
  struct Known {
    /// The names in a folder.
    var names: [String: [String]] = [:]

    /// Whether something is a folder; nothing where nothing is there.
    var isFolder: [String: Bool?] = [:]

    /// The YAML files that were read ahead.
    var ahead: [String: Ahead] = [:]
  }

  /// A YAML file that was read before it was asked for.
  struct Ahead {
    var value: WrittenValue?
    var found: Found
  }

  /// What reading some of the files told.
  struct Found {
    fileprivate var findings: Findings.Gathered
    fileprivate var digests: [String: String]
    fileprivate var mentioned: Set<String>
  }

  /// Reads `files` side by side; what is wrong with one is told when it is asked for.
  func readAhead(_ files: [String]) {
    let root = root
    let all = files.indices.mapSideBySide { place in
      let alone = EventFolder(root: root, findings: Findings())
      let value = alone.yaml(files[place])
      return Ahead(value: value, found: alone.found)
    }
    for (file, ahead) in zip(files, all) { known.ahead[file] = ahead }
  }

  /// What `body` makes of each of `items` and of a view of this folder, side by side.
  ///
  /// What the views find is taken in in the order of the items, as if one had been read after the
  /// other.
  func mapSideBySide<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ body: @Sendable (Item, EventFolder) -> Value
  ) -> [Value] {
    let (root, known) = (root, known)
    let all = items.indices.mapSideBySide { place in
      let view = EventFolder(root: root, findings: Findings())
      view.known = known
      return (value: body(items[place], view), found: view.found)
    }
    for (_, found) in all { take(found) }
    return all.map(\.value)
  }

  /// Takes it that what `found` tells was found here and now.
  func take(_ found: Found) {
    findings.add(found.findings)
    digests.merge(found.digests) { _, later in later }
    mentioned.formUnion(found.mentioned)
  }

  private var found: Found {
    Found(findings: findings.gathered, digests: digests, mentioned: mentioned)
  }
}
