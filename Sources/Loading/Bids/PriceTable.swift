import Contracts
import Quantities
import Tables

/// Reads the rows of a `prices.csv`.
struct PriceTable {
  let file: String
  let terms: Terms

  /// Whether some price must stand here.
  var isNeeded = true

  /// What the lines follow beside their indexations.
  var factors = LineFactors()

  var findings: Findings { terms.folder.findings }

  /// The price list; empty where the file is missing, which it may be where terms state prices, or
  /// faulty.
  func read() -> PriceList {
    let faultsBefore = findings.count
    let isNeeded = isNeeded && terms.statedPrices.isEmpty
    if !isNeeded, !terms.folder.holds(file) { return PriceList(isSound: true) }
    guard let bytes = terms.folder.bytes(file) else { return PriceList() }
    let table = TableReader(bytes: bytes, name: file, columns: Self.columns)
    let fields = Fields(table)
    var rows: [PriceRow] = []
    table.forEachRecord { record in
      if let row = read(record, fields) { rows.append(row) }
    }
    findings.add(table.faults, file: file)
    if rows.isEmpty, isNeeded, findings.count == faultsBefore {
      findings.add(.somePrice, at: Spot(file: file))
    }
    var list = PriceAssembly(file: file, terms: terms, rows: rows).list()
    list.isSound = findings.count == faultsBefore
    return list
  }

  private static let columns = Columns(
    required: ["item", "kind", "price", "currency"],
    optional: [
      "service_line", "from", "to", "indexation", "first_month", "last_month", "location", "role",
      "year", "fte",
    ]
  )

  struct Fields {
    let item, kind, serviceLine, from, to, price, currency, indexation, first, last: Column
    let location, role, year, fte: Column

    init(_ table: TableReader) {
      item = table.column("item")
      kind = table.column("kind")
      serviceLine = table.column("service_line")
      from = table.column("from")
      to = table.column("to")
      price = table.column("price")
      currency = table.column("currency")
      indexation = table.column("indexation")
      first = table.column("first_month")
      last = table.column("last_month")
      location = table.column("location")
      role = table.column("role")
      year = table.column("year")
      fte = table.column("fte")
    }
  }

  private func read(_ record: borrowing Record, _ columns: Fields) -> PriceRow? {
    let kind = record.word(columns.kind, of: PriceRow.Kind.self, in: file, findings)
    let name = readName(record, columns, kind)
    let price = readPrice(record, columns, kind)
    let rate = readCurrency(record, columns)
    let indexation = record.reference(
      columns.indexation, to: terms.indexations, kind: "terms/indexation", in: file, findings
    )
    let span = readSpan(record, columns, kind, year: name?.year)
    guard let kind, record.isSound else { return nil }
    guard let band = readBand(record, columns, kind), let line = readLine(record, columns, kind)
    else { return nil }
    let headcount = kind == .staff ? readHeadcount(record, columns, line) : nil
    if kind != .staff { expectNothing(record, columns.fte, kind) }
    guard let name, let price, let rate, let span, kind != .staff || headcount != nil
    else { return nil }
    let changed = terms.priceChanges.changed(price, of: name.item)
    let converted = changed * (rate.foreign?.rate ?? 1)
    guard Bounds.money.contain(converted) else {
      report(
        Bounds.money.reason(against: converted), record.place(of: columns.price),
        found: figure(converted))
      return nil
    }
    let factor = factors.factor(on: indexation, isPaidOnce: kind.isPaidOnce, rate: rate.foreign)
    return PriceRow(
      line: record.line, name: name, kind: kind, serviceLine: line, from: band.from, to: band.to,
      price: converted, headcount: headcount, indexation: factor.name,
      factors: factor.clauses, span: span, fromPlace: record.place(of: columns.from),
      toPlace: record.place(of: columns.to)
    )
  }

  /// Only what is paid once may be negative: a bidder may pay for what it takes over.
  private func readPrice(
    _ record: borrowing Record, _ columns: Fields, _ kind: PriceRow.Kind?
  ) -> Double? {
    guard let price = record.number(columns.price) else { return nil }
    let bounds = kind?.isPaidOnce ?? true ? Bounds.money : .amount
    guard bounds.contain(price) else {
      report(
        bounds.reason(against: price), record.place(of: columns.price),
        found: record.textIfPresent(columns.price) ?? ""
      )
      return nil
    }
    return price
  }

  private func readSpan(
    _ record: borrowing Record, _ columns: Fields, _ kind: PriceRow.Kind?, year: Int?
  ) -> MonthSpan? {
    if let year { return readMonths(of: year, record, columns) }
    let first = record.integerIfPresent(columns.first) ?? 1
    if kind?.isPaidOnce ?? false {
      expectNothing(record, columns.last, kind)
      guard isMonth(first, record, columns.first) else { return nil }
      return MonthSpan(from: first)
    }
    let last = record.integerIfPresent(columns.last)
    guard isMonth(first, record, columns.first),
      isMonth(last ?? first, record, columns.last, upTo: EventContext.longestHorizon)
    else { return nil }
    guard last ?? first >= first else {
      report(.lastAfterFirst, record.place(of: columns.last), found: "\(last ?? 0)")
      return nil
    }
    return MonthSpan(from: first, to: last)
  }

  func isMonth(
    _ month: Int, _ record: borrowing Record, _ column: Column, upTo limit: Int? = nil
  ) -> Bool {
    let upper = limit ?? terms.context.horizon
    guard (1...upper).contains(month) else {
      report(
        .within(lower: 1, upper: Double(upper), open: false), record.place(of: column),
        found: "\(month)"
      )
      return false
    }
    return true
  }

  /// The band of a tier; empty for the other kinds, which have none.
  private func readBand(
    _ record: borrowing Record, _ columns: Fields, _ kind: PriceRow.Kind
  ) -> (from: Double?, to: Double?)? {
    guard kind == .tier else {
      expectNothing(record, columns.from, kind)
      expectNothing(record, columns.to, kind)
      return (nil, nil)
    }
    let range = 0...Double.greatestFiniteMagnitude
    let from = record.number(columns.from, in: range)
    let to = record.numberIfPresent(columns.to)
    if !columns.from.isPresent {
      report(.table(.missingColumn(nearest: nil)), record.place(of: columns.from), found: "from")
    }
    guard let from, record.isSound else { return nil }
    guard to ?? .infinity > from else {
      report(.risingTier, record.place(of: columns.to), found: "\(to ?? 0)")
      return nil
    }
    return (from, to)
  }

  private func readLine(
    _ record: borrowing Record, _ columns: Fields, _ kind: PriceRow.Kind
  ) -> String? {
    guard kind.needsServiceLine else {
      if kind == .staff, columns.serviceLine.isPresent,
        record.textIfPresent(columns.serviceLine) != nil
      {
        return record.reference(
          columns.serviceLine, to: terms.context.serviceLineIds, kind: "service_lines", in: file,
          findings)
      }
      expectNothing(record, columns.serviceLine, kind)
      return ""
    }
    guard record.textIfPresent(columns.serviceLine) != nil else {
      report(.value, record.place(of: columns.serviceLine), found: "")
      return nil
    }
    let line = record.reference(
      columns.serviceLine, to: terms.context.serviceLineIds, kind: "service_lines", in: file,
      findings
    )
    if let line, kind == .arc || kind == .rrc, !terms.bands.contains(line) {
      report(.volumeBand, record.place(of: columns.serviceLine), found: line)
      return nil
    }
    return line
  }

  func expectNothing(
    _ record: borrowing Record, _ column: Column, _ kind: PriceRow.Kind?
  ) {
    guard let kind, let text = record.textIfPresent(column) else { return }
    report(.nothingFor(kind: kind.rawValue), record.place(of: column), found: text)
  }

  func report(
    _ expected: Fault.Reason, _ place: Place, found: String, nearest: String? = nil
  ) {
    findings.add(expected, at: place, of: file, found: found, nearest: nearest)
  }
}

extension Record {
  /// One of the words that `Choice` spells; the fault lists them all.
  func word<Choice>(
    _ column: Column, of type: Choice.Type, in file: String, _ findings: Findings
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = text(column) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    findings.add(
      .choice(words), at: place(of: column), of: file, found: text,
      nearest: nearest(to: text, in: words)
    )
    return nil
  }

  /// A name declared under `kind`, or nothing where the field is empty or names nothing.
  func reference(
    _ column: Column, to names: [String], kind: String, in file: String, _ findings: Findings
  ) -> String? {
    guard let name = textIfPresent(column) else { return nil }
    guard names.contains(name) else {
      findings.add(
        .declared(kind: kind), at: place(of: column), of: file, found: name,
        nearest: nearest(to: name, in: names)
      )
      return nil
    }
    return name
  }
}
