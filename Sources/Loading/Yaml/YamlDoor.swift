import Yams

/// The one door to the YAML parser.
///
/// YAML 1.1 is refused where it surprises: anchors, aliases and merge keys, keys that are not
/// text, repeated keys. No scalar is given a type here: `no` is text, and a number is read by
/// whoever expects one.
struct YamlDoor {
  static let deepestNesting = 32

  let file: String
  let findings: Findings

  /// The value of the single document in `text`, or nothing where it is no YAML or is refused.
  func read(_ text: String) -> WrittenValue? {
    let faultsBefore = findings.faults.count
    do {
      // Anchors live only as long as the parser.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      let read = withExtendedLifetime(parser) {
        root.map { value(of: $0, depth: 0) } ?? nothing
      }
      return findings.faults.count == faultsBefore ? read : nil
    } catch let error as YamlError {
      report(error, in: text)
    } catch {
      findings.add(.yaml(problem: "\(error)"), at: Spot(file: file))
    }
    return nil
  }

  /// What an empty file holds.
  private var nothing: WrittenValue {
    WrittenValue(spot: Spot(file: file, line: 1, column: 1), content: .mapping([]))
  }

  private func value(of node: Node, depth: Int) -> WrittenValue {
    let spot = spot(of: node)
    var value = WrittenValue(spot: spot, content: .scalar("", isQuoted: false))
    if let anchor = node.anchor {
      findings.add(.plainYaml, at: spot, found: "&\(anchor.rawValue)")
      return value
    }
    guard depth < Self.deepestNesting else {
      findings.add(.shallowerNesting(limit: Self.deepestNesting), at: spot)
      return value
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      value.content = .scalar(scalar.string, isQuoted: isQuoted)
    case .sequence(let sequence):
      value.content = .list(sequence.map { self.value(of: $0, depth: depth + 1) })
    case .mapping(let mapping):
      value.content = .mapping(mapping.compactMap { entry($0.key, $0.value, depth: depth) })
    case .alias(let alias):
      findings.add(.plainYaml, at: spot, found: "*\(alias.anchor.rawValue)")
    }
    return value
  }

  private func entry(_ key: Node, _ node: Node, depth: Int) -> WrittenEntry? {
    let spot = spot(of: key)
    guard case .scalar(let scalar) = key, key.anchor == nil else {
      findings.add(.plainYaml, at: spot, found: "a key that is not a name")
      return nil
    }
    if scalar.string == "<<" {
      findings.add(.plainYaml, at: spot, found: "<<")
      return nil
    }
    return WrittenEntry(key: scalar.string, spot: spot, value: value(of: node, depth: depth + 1))
  }

  private func spot(of node: Node) -> Spot {
    Spot(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }
}

// MARK: - Errors of the parser

extension YamlDoor {
  private func report(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
      let spot = Spot(file: file, line: mark.line, column: mark.column)
      findings.add(.yaml(problem: words), at: spot)
    case .reader(let problem, _, _, _):
      findings.add(.yaml(problem: problem), at: Spot(file: file))
    case .duplicatedKeysInMapping(let keys, let context):
      reportDuplicates(keys, from: context.mark, in: text)
    default:
      findings.add(.yaml(problem: "\(error)"), at: Spot(file: file))
    }
  }

  /// The parser tells the first place of one key only; the second is the next line on which the
  /// key stands in the same column, or the same place in a mapping in braces.
  private func reportDuplicates(_ keys: [String], from first: Mark, in text: String) {
    let key = keys.sorted().first ?? ""
    var spot = Spot(file: file, line: first.line, column: first.column)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst(first.line) {
      let rest = line.dropFirst(first.column - 1)
      if rest.hasPrefix(key), rest.dropFirst(key.count).drop(while: { $0 == " " }).first == ":" {
        spot.line = index + 1
        break
      }
    }
    findings.add(.uniqueKey(firstLine: first.line), at: spot, path: key, found: key)
  }
}
