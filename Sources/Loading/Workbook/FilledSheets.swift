import Contracts
import Tables

/// What is filled in a template: nothing but the requirements, or a bid that the event has.
struct FilledSheets {
  /// The fields of the sheet `bid` by name.
  var fields: [String: String] = [:]

  /// The rows of each file, by column.
  private var tables: [String: [[String: String]]] = [:]

  init() {}

  /// Reads the bid in `place`; what has no place in a workbook is reported.
  init(bidIn place: String, of folder: EventFolder) {
    for schema in SheetSchema.all {
      tables[schema.file] = Self.rows(of: schema, in: place, folder)
    }
    let page = folder.yaml("\(place)/\(BidSheet.file)")?.entries ?? []
    for field in BidSheet.fields {
      guard case .scalar(let text, _)? = page.first(where: { $0.key == field.name })?.value.content
      else { continue }
      fields[field.name] = text
    }
    let basis = page.first { $0.key == "totals" }?.value.entries?.first { $0.key == "basis" }
    if case .scalar(let text, _)? = basis?.value.content { fields["totals_basis"] = text }
    // A workbook states a bid's own terms as deviations from the draft.
    let terms = page.first { $0.key == "terms" }?.value
    let deviations = SheetSchema.deviations.file
    tables[deviations] = (terms?.asDeviations(under: "terms") ?? []) + (tables[deviations] ?? [])
  }

  private static func rows(
    of schema: SheetSchema, in place: String, _ folder: EventFolder
  ) -> [[String: String]] {
    let file = "\(place)/\(schema.file)"
    guard folder.holds(file), let bytes = folder.bytes(file) else { return [] }
    let table = TableReader(bytes: bytes, name: file, columns: .any)
    let known = schema.tableColumns + schema.buyersColumns
    for (index, column) in table.header.enumerated() where !known.contains(column) {
      folder.findings.add(
        .workbook(.sheetColumn), at: Spot(file: file, line: 1, column: index + 1), path: column,
        found: column)
    }
    let columns = schema.tableColumns.map(table.column)
    var rows: [[String: String]] = []
    table.forEachRecord { record in
      var row: [String: String] = [:]
      for column in columns { row[column.name] = record.textIfPresent(column) }
      rows.append(row)
    }
    folder.findings.add(table.faults, file: file)
    return rows
  }

  /// The rows of a sheet: for answers one for each requirement, in the order of the event.
  func rows(of schema: SheetSchema, _ event: Event) -> [[String: String]] {
    let rows = tables[schema.file] ?? []
    guard schema.name == SheetSchema.answers.name else { return rows }
    return event.requirements.map { requirement in
      var row = rows.first { $0["requirement"] == requirement.id } ?? [:]
      row["requirement"] = requirement.id
      row["framework"] = requirement.framework
      row["demand"] = requirement.text
      row["mandatory"] = requirement.isMandatory ? "yes" : "no"
      return row
    }
  }
}

extension WrittenValue {
  /// The terms as rows of deviations: one for each value that is no mapping, `reject` for `null`.
  func asDeviations(under path: String) -> [[String: String]] {
    guard let entries else {
      if isNull { return [["path": path, "stance": "reject"]] }
      return [["path": path, "value": flow, "stance": "modify"]]
    }
    return entries.flatMap { entry in
      let path = "\(path)/\(entry.key)"
      // What is replaced whole is one value.
      return Self.wholeKeys.contains(entry.key) && !entry.value.isNull
        ? [["path": path, "value": entry.value.flow, "stance": "modify"]]
        : entry.value.asDeviations(under: path)
    }
  }

  /// The value in one line of YAML.
  private var flow: String {
    switch content {
    case .scalar(let text, isQuoted: false): text
    case .scalar(let text, isQuoted: true): quotedForYaml(text)
    case .list(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", "))}"
    case .nothing: "null"
    }
  }
}
