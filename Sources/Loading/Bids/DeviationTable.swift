import Contracts
import Tables

/// Reads the rows of a `deviations.csv`.
struct DeviationTable {
  static let name = "deviations.csv"

  /// More than any contract has to say: terms are laid over one another row by row.
  private static let mostBytes = 1 << 18

  let file: String
  let draft: WrittenValue
  let folder: EventFolder

  /// What a bid says to the draft terms, and what is laid over them for it.
  struct Result {
    var deviations: [Deviation] = []
    var terms: [WrittenValue] = []
  }

  private struct Fields {
    let path, value, stance, page, note: Column

    init(_ table: TableReader) {
      path = table.column("path")
      value = table.column("value")
      stance = table.column("stance")
      page = table.column("page")
      note = table.column("note")
    }
  }

  /// One row that is read, with the paths that it speaks of.
  struct Row {
    var line: Int
    var place: Place
    var keys: [Substring]
    var deviation: Deviation
    var value: WrittenValue?

    /// The paths of which the row says something: of a mapping, its keys.
    var paths: [[Substring]] {
      guard let value else { return [keys] }
      return value.leaves(under: keys).map(\.keys)
    }
  }

  /// The deviations; none where the bid has no such file.
  ///
  /// The terms of the bid's own page are `own`: a term is stated there or here, not twice.
  func read(beside own: WrittenValue?) -> Result {
    guard folder.holds(file), let bytes = folder.bytes(file, limit: Self.mostBytes)
    else { return Result() }
    let faultsBefore = folder.findings.count
    let columns = Columns(required: ["path", "stance"], optional: ["value", "page", "note"])
    let table = TableReader(bytes: bytes, name: file, columns: columns)
    let fields = Fields(table)
    var rows: [Row] = []
    table.forEachRecord { record in
      if let row = read(record, fields) { rows.append(row) }
    }
    folder.findings.add(table.faults, file: file)
    checkOnce(rows, beside: own)
    if folder.findings.count > faultsBefore { folder.findings.distrust("terms", in: file) }
    return Result(deviations: rows.map(\.deviation), terms: rows.compactMap(laidOver))
  }

  private func read(_ record: borrowing Record, _ fields: Fields) -> Row? {
    let path = record.text(fields.path)
    let stance = record.word(
      fields.stance, of: Deviation.Stance.self, in: file, folder.findings)
    let text = record.textIfPresent(fields.value)
    let place = record.place(of: fields.path)
    let keys = path.flatMap { self.keys(of: $0, place) }
    guard let stance, record.isSound else { return nil }
    var value: WrittenValue?
    if stance == .modify {
      value = written(text, record.place(of: fields.value))
    } else if let text {
      report(.nothingFor(kind: stance.rawValue), record.place(of: fields.value), found: text)
    }
    guard let path, let keys,
      isKnown(keys, stance: stance, path: path, place), stance != .modify || value != nil
    else { return nil }
    let whole = draft.value(under: keys)
    let drafted = (value.flatMap { whole?.named(by: $0) } ?? whole)?.inline
    return Row(
      line: record.line, place: place, keys: keys,
      deviation: Deviation(
        path: path, draft: drafted, value: stance == .accept ? drafted : value?.inline,
        stance: stance, page: record.textIfPresent(fields.page) ?? "",
        note: record.textIfPresent(fields.note) ?? ""),
      value: value)
  }

  func report(
    _ expected: Fault.Reason, _ place: Place, found: String, nearest: String? = nil
  ) {
    folder.findings.add(expected, at: place, of: file, found: found, nearest: nearest)
  }
}

// MARK: - Paths

extension DeviationTable {
  /// The keys behind `terms`.
  private func keys(of path: String, _ place: Place) -> [Substring]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first == "terms", parts.count > 1, !parts.contains("") else {
      let isMeant = !parts.contains("") && draft.value(under: parts) != nil
      report(.termPath, place, found: path, nearest: isMeant ? "terms/\(path)" : nil)
      return nil
    }
    guard parts.count <= YamlDoor.deepestNesting else {
      report(.shallowerNesting(limit: YamlDoor.deepestNesting), place, found: path)
      return nil
    }
    let keys = Array(parts.dropFirst())
    guard let whole = keys.dropLast().firstIndex(where: { isWhole($0) }) else { return keys }
    let meant = parts[...(whole + 1)].joined(separator: "/")
    report(.wholeTerm, place, found: path, nearest: meant)
    return nil
  }

  /// Whether what stands under `key` is replaced as one.
  private func isWhole(_ key: Substring) -> Bool { WrittenValue.wholeKeys.contains(String(key)) }

  /// Whether the draft has a term that is accepted or rejected.
  ///
  /// What is modified may be new; whether it may be is found where terms are read, which names the
  /// keys it knows. Only inside of what is not there, a slip is told here.
  private func isKnown(
    _ keys: [Substring], stance: Deviation.Stance, path: String, _ place: Place
  ) -> Bool {
    guard draft.value(under: keys) == nil else { return true }
    let known = keys.indices.first { draft.value(under: keys[...$0]) == nil } ?? 0
    let siblings = draft.value(under: keys[..<known])?.entries ?? []
    let meant = nearest(
      to: String(keys[known]), in: siblings.filter { !$0.value.isNull }.map(\.key))
    if stance == .modify, known == keys.count - 1 || meant == nil { return true }
    var whole = ["terms"] + keys
    if let meant { whole[known + 1] = meant[...] }
    report(
      .draftTerm, place, found: path, nearest: meant == nil ? nil : whole.joined(separator: "/"))
    return false
  }

  /// Reports a term that is stated twice, here or on the bid's own page.
  private func checkOnce(_ rows: [Row], beside own: WrittenValue?) {
    var page = StatedPaths()
    for leaf in own?.entries?.isEmpty ?? true ? [] : own?.leaves(under: []) ?? [] {
      page.add(leaf.keys, line: leaf.spot.line)
    }
    var earlier = StatedPaths()
    for row in rows {
      let paths = row.paths
      if let line = page.line(ofAny: paths) {
        report(.statedOnce(line: line), row.place, found: row.deviation.path)
      }
      if let line = earlier.line(ofAny: paths) {
        report(.unique(firstLine: line), row.place, found: row.deviation.path)
      }
      for path in paths { earlier.add(path, line: row.line) }
    }
  }
}

// MARK: - Values

extension DeviationTable {
  /// The value that a field writes in YAML, each part of it at the place of the field.
  private func written(_ text: String?, _ place: Place) -> WrittenValue? {
    guard let text else {
      report(.value, place, found: "")
      return nil
    }
    let spot = Spot(file: file, line: place.line, column: place.field ?? 0)
    let alone = Findings()
    let value = YamlDoor(file: file, findings: alone).read(text)
    for var fault in alone.faults {
      (fault.line, fault.column) = (spot.line, spot.column)
      if fault.path.isEmpty { fault.path = "value" }
      folder.findings.add(fault)
    }
    guard let value else { return nil }
    if value.isNull {
      report(.value, place, found: text)
      return nil
    }
    return value.moved(to: spot)
  }

  /// What the row lays over the draft, its keys at the place of the path.
  private func laidOver(_ row: Row) -> WrittenValue? {
    let spot = Spot(file: file, line: row.line, column: row.place.field ?? 0)
    let gone = WrittenValue(spot: spot, content: .scalar("null", isQuoted: false))
    switch row.deviation.stance {
    case .accept: return nil
    case .modify: return row.value.map { .nested($0, under: row.keys, keysAt: spot) }
    case .reject: return .nested(gone, under: row.keys, keysAt: spot)
    }
  }
}
