import Contracts
import Tables
import Workbooks

/// What a bidder's workbook says.
struct BidWorkbook {
  /// The tables, one for each sheet of ``SheetSchema/all``.
  var tables: [SheetTable] = []

  /// The fields of the sheet `bid` that are filled, by name.
  var fields: [String: (cell: Cell, place: CellPlace)] = [:]

  /// The names of sheets that are not read.
  var sheetsNotRead: [String] = []

  /// The table of this sheet.
  func table(_ name: String) -> SheetTable? { tables.first { $0.schema.name == name } }
}

/// Reads a bidder's workbook for one event.
struct BidWorkbookReader {
  /// How faults name the workbook.
  let file: String
  let names: EventNames
  let event: Event

  /// The SHA-256 of `event.yaml`.
  let digest: String
  let findings: Findings

  /// What it says; nothing where it is no workbook, or none of this event.
  func read(_ bytes: [UInt8], acceptsStale: Bool) -> BidWorkbook? {
    let workbook: Workbook
    do {
      workbook = try readWorkbook(bytes)
    } catch {
      report(error)
      return nil
    }
    guard isOfThisEvent(workbook, acceptsStale: acceptsStale) else { return nil }
    var bid = BidWorkbook()
    let known =
      SheetSchema.all.map(\.name) + [BidSheet.name, StampSheet.name, InstructionSheet.name]
    let others = workbook.sheets.map(\.name).filter { !known.contains($0) }
    let missing = known.filter { $0 != InstructionSheet.name && workbook.sheet($0) == nil }
    for name in missing {
      of(name).refuse(.workbook(.sheet), nearest: nearest(to: name, in: others))
    }
    bid.sheetsNotRead = others
    if let sheet = sheet(BidSheet.name, of: workbook) { bid.fields = readFields(sheet) }
    for schema in SheetSchema.all {
      guard let sheet = sheet(schema.name, of: workbook) else { continue }
      let reading = CellReading(names: names, findings: of(schema.name))
      let table = SheetTableReader(schema: schema, sheet: sheet, reading: reading).read()
      bid.tables.append(table)
      switch schema.name {
      case SheetSchema.answers.name: checkRequirements(table, in: sheet, reading)
      case SheetSchema.deviations.name: checkDeviations(table)
      default: break
      }
    }
    return bid
  }

  /// The sheet, unless it is missing or too long, which is reported.
  private func sheet(_ name: String, of workbook: Workbook) -> Sheet? {
    guard let sheet = workbook.sheet(name) else { return nil }
    let (rows, merged) = (SheetSchema.mostRows, SheetSchema.mostMerged)
    guard sheet.rows.count <= rows, sheet.merged.count <= merged else {
      of(name).refuse(.workbook(.shorterSheet(rows: rows, merged: merged)))
      return nil
    }
    return sheet
  }

  func of(_ sheet: String) -> SheetFindings {
    SheetFindings(file: file, sheet: sheet, findings: findings)
  }

  private func report(_ error: WorkbookError) {
    let place = error.cell.flatMap { CellPlace($0) }
    let isRow = place == nil && error.cell != nil
    findings.add(
      Fault(
        file: file, sheet: error.sheet ?? "", line: place?.row ?? 0, column: place?.column ?? 0,
        path: isRow ? error.cell ?? "" : "",
        expected: .workbook(.readable(problem: error.reason.words))))
  }
}

// MARK: - The hidden sheet

extension BidWorkbookReader {
  private func isOfThisEvent(_ workbook: Workbook, acceptsStale: Bool) -> Bool {
    let whole = SheetFindings(file: file, sheet: "", findings: findings)
    var stamp: [String: String] = [:]
    for row in workbook.sheet(StampSheet.name)?.rows ?? [] {
      guard case .text(let key)? = row.cell(1)?.value, let value = row.cell(2)?.value else {
        continue
      }
      switch value {
      case .text(let text): stamp[key] = text
      case .number(let number): stamp[key] = figure(number)
      default: break
      }
    }
    guard stamp[StampSheet.madeBy] == StampSheet.maker, let version = stamp[StampSheet.schema],
      let id = stamp[StampSheet.event], let made = stamp[StampSheet.digest]
    else {
      whole.refuse(.workbook(.stamped))
      return false
    }
    guard version == "\(SheetSchema.version)" else {
      findings.add(
        Fault(file: file, found: version, expected: .workbook(.version(SheetSchema.version))))
      return false
    }
    if made == digest { return true }
    guard id == event.id else {
      findings.add(Fault(file: file, found: id, expected: .workbook(.event(event.id))))
      return false
    }
    if !acceptsStale { whole.refuse(.workbook(.freshEvent)) }
    return acceptsStale
  }
}

// MARK: - The sheet `bid`

extension BidWorkbookReader {
  private func readFields(_ sheet: Sheet) -> [String: (cell: Cell, place: CellPlace)] {
    let findings = of(BidSheet.name)
    let reading = CellReading(names: names, findings: findings)
    var found: [String: (cell: Cell, place: CellPlace)] = [:]
    var rows: [String: CellPlace] = [:]
    var meant: [String?] = []
    for row in sheet.rows where row.number > SheetSchema.headingRow {
      let label = row.cell(1).flatMap { reading.filled($0.value) }
      let labelPlace = CellPlace(row: row.number, column: 1)
      let place = CellPlace(row: row.number, column: 2)
      guard case .text(let name)? = label,
        let field = BidSheet.fields.first(where: { $0.name == name })
      else {
        meant.append(reportUnknownField(row, label, findings))
        continue
      }
      if let first = rows[name] {
        findings.refuse(
          .workbook(.unique(cell: "\(first)")), at: labelPlace, path: name, found: name)
        continue
      }
      rows[name] = labelPlace
      if let range = sheet.merged.first(where: { $0.contains(place) }) {
        findings.refuse(.workbook(.unmerged(range: "\(range)")), at: place)
        continue
      }
      guard let cell = reading.read(row.cell(2), as: field.kind, at: place, path: name) else {
        continue
      }
      if cell != .empty { found[name] = (cell, place) }
      if cell == .empty, field.isNeeded { findings.refuse(.value, at: place, path: name) }
    }
    for field in BidSheet.fields where rows[field.name] == nil && !meant.contains(field.name) {
      findings.refuse(.workbook(.row), path: field.name)
    }
    return found
  }

  /// Reports a row of no known field, and says which one is meant.
  private func reportUnknownField(
    _ row: SheetRow, _ label: SheetCell.Value?, _ findings: SheetFindings
  ) -> String? {
    guard
      let cell = row.cells.first(where: { cell in
        if case .text(let text) = cell.value { !text.trimmed.isEmpty } else { true }
      })
    else { return nil }
    var found = ""
    if case .text(let text)? = label { found = text }
    let meant = nearest(to: found, in: BidSheet.fields.map(\.name))
    findings.refuse(
      .knownKey, at: CellPlace(row: row.number, column: cell.column), path: found, found: found,
      nearest: meant)
    return meant
  }
}

// MARK: - Rules between cells

extension BidWorkbookReader {
  /// Each requirement of the event has its row, and says what the buyer wrote.
  private func checkRequirements(_ table: SheetTable, in sheet: Sheet, _ reading: CellReading) {
    let findings = of(table.schema.name)
    guard !table.places.isEmpty, let key = table.schema.number(of: "requirement"),
      let demand = table.schema.number(of: "demand")
    else { return }
    let known = event.requirements.map(\.id)
    var seen: Set<String> = []
    for row in sheet.rows where row.number > SheetSchema.headingRow {
      guard let cell = row.cell(table.places[key - 1]), let value = reading.filled(cell.value),
        case .text(let id) = value
      else { continue }
      seen.insert(id)
      guard let requirement = event.requirements.first(where: { $0.id == id }) else {
        findings.refuse(
          .declared(kind: "requirements"),
          at: CellPlace(row: row.number, column: table.places[key - 1]), path: "requirement",
          found: id, nearest: nearest(to: id, in: known))
        continue
      }
      check(requirement, row, column: table.places[demand - 1], reading)
    }
    for id in known where !seen.contains(id) { findings.refuse(.workbook(.row), path: id) }
  }

  private func check(
    _ requirement: Requirement, _ row: SheetRow, column: Int, _ reading: CellReading
  ) {
    let written = reading.filled(.text(requirement.text))
    let value = row.cell(column).flatMap { reading.filled($0.value) }
    if value == written { return }
    var found = ""
    if case .text(let text)? = value { found = text }
    reading.findings.refuse(
      .workbook(.unchanged(requirement.text)), at: CellPlace(row: row.number, column: column),
      path: "demand", found: found)
  }

  /// A term that is modified has a value, another none.
  private func checkDeviations(_ table: SheetTable) {
    let schema = table.schema
    guard let path = schema.number(of: "path"), let value = schema.number(of: "value"),
      let stance = schema.number(of: "stance")
    else { return }
    let findings = of(schema.name)
    for row in table.rows {
      func place(_ number: Int) -> CellPlace {
        CellPlace(row: row.number, column: table.places[number - 1])
      }
      let text = row.cells[path - 1].shown
      if !text.hasPrefix("terms/") || text.hasSuffix("/") {
        findings.refuse(.workbook(.termPath), at: place(path), path: "path", found: text)
      }
      let modifies = row.cells[stance - 1] == .text("modify")
      if modifies == (row.cells[value - 1] == .empty) {
        findings.refuse(
          .workbook(.valueToModify(isNeeded: modifies)), at: place(value), path: "value",
          found: row.cells[value - 1].shown)
      }
    }
  }
}
