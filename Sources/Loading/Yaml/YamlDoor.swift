import Yaml

/// The one way in for YAML: from a text to its values, each with its place.
///
/// YAML 1.1 is refused where it surprises: anchors, aliases, merge keys and tags, keys that are not
/// text, repeated keys. No scalar is given a type here: `no` is text, and a number is read by
/// whoever expects one.
struct YamlDoor {
  static let deepestNesting = 32

  let file: String
  let findings: Findings

  /// The value of the single document in `text`, or nothing where it is no YAML or is refused.
  func read(_ text: String) -> WrittenValue? {
    let own = Findings()
    let value = YamlDoor(file: file, findings: own).value(of: YamlEvents(text))
    findings.add(own.gathered)
    return own.count == 0 ? value : nil
  }

  private func value(of events: YamlEvents) -> WrittenValue {
    var value = nothing
    do throws(YamlError) {
      if let first = try events.next() { value = try self.value(first, in: events, depth: 0) }
      _ = try events.next()  // there is no other document
    } catch {
      let spot = Spot(file: file, line: error.line, column: error.column)
      findings.add(.yaml(problem: error.problem), at: spot)
    }
    return value
  }

  /// What an empty file holds.
  private var nothing: WrittenValue {
    WrittenValue(spot: Spot(file: file, line: 1, column: 1), content: .mapping([]))
  }

  /// The value that begins with the event `first`, whose other events are read here.
  private func value(
    _ first: YamlEvent, in events: YamlEvents, depth: Int
  ) throws(YamlError) -> WrittenValue {
    var value = WrittenValue(spot: spot(of: first), content: .scalar("", isQuoted: false))
    guard depth < Self.deepestNesting else {
      findings.add(.shallowerNesting(limit: Self.deepestNesting), at: value.spot)
      events.stop()  // the parser takes the longer for a word the deeper it stands
      return value
    }
    guard isPlain(first) else {
      try skip(first, in: events)
      return value
    }
    switch first.content {
    case .scalar(let text, let isQuoted): value.content = .scalar(text, isQuoted: isQuoted)
    case .list: value.content = .list(try items(in: events, depth: depth + 1))
    case .mapping: value.content = .mapping(try entries(in: events, depth: depth + 1))
    case .alias, .end: preconditionFailure("neither begins a plain value")
    }
    return value
  }

  private func items(in events: YamlEvents, depth: Int) throws(YamlError) -> [WrittenValue] {
    var items: [WrittenValue] = []
    while let first = try events.next(), first.content != .end {
      items.append(try value(first, in: events, depth: depth))
    }
    return items
  }

  private func entries(in events: YamlEvents, depth: Int) throws(YamlError) -> [WrittenEntry] {
    var entries: [WrittenEntry] = []
    var lines: [String: Int] = [:]
    while let key = try events.next(), key.content != .end {
      let name = try name(of: key, in: events)
      guard let first = try events.next() else { break }
      guard let name else {
        try skip(first, in: events)
        continue
      }
      if let line = lines[name] {
        findings.add(.uniqueKey(firstLine: line), at: spot(of: key), path: name, found: name)
      } else {
        lines[name] = key.line
      }
      let value = try value(first, in: events, depth: depth)
      entries.append(WrittenEntry(key: name, spot: spot(of: key), value: value))
    }
    return entries
  }

  /// The text of a key, or nothing where it is none.
  private func name(of key: YamlEvent, in events: YamlEvents) throws(YamlError) -> String? {
    guard case .scalar(let name, _) = key.content, key.anchor == nil, key.tag == nil else {
      findings.add(.plainYaml, at: spot(of: key), found: "a key that is not a name")
      try skip(key, in: events)
      return nil
    }
    guard name != "<<" else {
      findings.add(.plainYaml, at: spot(of: key), found: "<<")
      return nil
    }
    return name
  }

  /// Whether a value is read, which begins with the event `first`: else a fault says why not.
  private func isPlain(_ first: YamlEvent) -> Bool {
    let spot = spot(of: first)
    if case .alias(let anchor) = first.content {
      findings.add(.plainYaml, at: spot, found: "*\(anchor)")
    } else if let anchor = first.anchor {
      findings.add(.plainYaml, at: spot, found: "&\(anchor)")
    } else if let tag = first.tag {
      findings.add(.plainYaml, at: spot, found: tag)
    } else {
      return true
    }
    return false
  }

  /// Reads to the end of the value that begins with the event `first`.
  private func skip(_ first: YamlEvent, in events: YamlEvents) throws(YamlError) {
    var (depth, event) = (0, first)
    repeat {
      switch event.content {
      case .list, .mapping: depth += 1
      case .end: depth -= 1
      case .scalar, .alias: break
      }
      if depth > Self.deepestNesting { events.stop() }
      guard depth > 0, let next = try events.next() else { return }
      event = next
    } while true
  }

  private func spot(of event: YamlEvent) -> Spot {
    Spot(file: file, line: event.line, column: event.column)
  }
}
