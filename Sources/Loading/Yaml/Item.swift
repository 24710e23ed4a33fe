import Quantities
import Tables

/// One value that is being read.
///
/// Every reading method returns nothing after it has reported what was expected and what was found.
struct Item {
  let value: WrittenValue
  let keySpot: Spot
  let path: String
  let findings: Findings

  var spot: Spot { value.spot }

  /// Reports that `expected` stands not here.
  func refuse(_ expected: Fault.Reason, nearest: String? = nil) {
    findings.add(expected, at: spot, path: path, found: value.excerpt, nearest: nearest)
  }

  /// What `body` makes of a mapping, after which unknown keys are reported.
  func section<Value>(_ body: (Section) -> Value?) -> Value? {
    guard let entries = mapping() else { return nil }
    let section = Section(entries, path: path, spot: keySpot, findings: findings)
    let result = body(section)
    section.close()
    return result
  }

  /// The values with their names in a mapping whose keys the file chooses.
  func named() -> [(name: String, item: Item)] {
    guard let entries = mapping() else { return [] }
    return Section(entries, path: path, spot: keySpot, findings: findings).named
  }

  /// Reports what is no mapping.
  func isMapping() -> Bool { mapping() != nil }

  private func mapping() -> [WrittenEntry]? {
    if value.entries == nil {
      refuse(.mapping)
      findings.distrust(path, in: spot.file)
    }
    return value.entries
  }

  /// The items of a list.
  func list() -> [Item] {
    guard case .list(let values) = value.content else {
      refuse(.list)
      return []
    }
    return values.enumerated().map { index, value in
      Item(value: value, keySpot: value.spot, path: "\(path)/\(index + 1)", findings: findings)
    }
  }

  /// Text that is not empty, quoted or not.
  func text() -> String? {
    guard case .scalar(let text, _) = value.content, !text.isEmpty else {
      refuse(.text)
      return nil
    }
    return text
  }

  /// One of the words that `Choice` spells.
  func choice<Choice>(of type: Choice.Type = Choice.self) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let words = Choice.allCases.map(\.rawValue)
    guard let word = word(of: words) else { return nil }
    return Choice(rawValue: word)
  }

  /// One of `words`.
  func word(of words: [String]) -> String? {
    guard case .scalar(let text, _) = value.content, words.contains(text) else {
      refuse(.choice(words), nearest: nearest(to: value.excerpt, in: words))
      return nil
    }
    return text
  }

  /// `true` or `false`.
  func truth() -> Bool? {
    switch plain {
    case "true": return true
    case "false": return false
    default:
      refuse(.truth)
      return nil
    }
  }

  /// A calendar month such as `2027-04`.
  func calendarMonth() -> CalendarMonth? {
    guard let plain, let written = YearMonth(plain),
      let month = CalendarMonth(year: written.year, month: written.month)
    else {
      refuse(.calendarMonth)
      return nil
    }
    return month
  }

  /// A name declared under `kind`.
  func reference(to names: some Collection<String>, kind: String) -> String? {
    guard let name = text() else { return nil }
    guard names.contains(name) else {
      refuse(.declared(kind: kind), nearest: nearest(to: name, in: names))
      return nil
    }
    return name
  }

  /// Reports a key that is not declared under `kind`.
  func keyIsDeclared(_ key: String, in names: some Collection<String>, kind: String) -> Bool {
    if names.contains(key) { return true }
    findings.distrust(path.split(separator: "/").dropLast().joined(separator: "/"), in: spot.file)
    findings.add(
      .declared(kind: kind), at: keySpot, path: path, found: key,
      nearest: nearest(to: key, in: names)
    )
    return false
  }

  /// The text of a scalar without quotes.
  var plain: String? {
    guard case .scalar(let text, isQuoted: false) = value.content else { return nil }
    return text
  }
}
