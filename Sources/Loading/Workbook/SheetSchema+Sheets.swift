extension SheetSchema {
  /// The sheets that become tables, in the order of their tabs.
  static let all = [prices, answers, deviations, totals]

  static let prices = SheetSchema(
    name: "prices", file: "prices.csv",
    purpose: "Prices: one row for each price. Rows of one tiered price share their item.",
    columns: [
      SheetColumn(
        name: "item", kind: .text, isNeeded: true, width: 24, help: "a name of your own"),
      SheetColumn(
        name: "kind", kind: .word(.priceKinds), isNeeded: true, width: 13, help: "from the list"),
      SheetColumn(
        name: "service_line", kind: .word(.serviceLines), width: 16,
        help: "for unit_price, tier, arc, rrc"),
      SheetColumn(name: "from", kind: .number, width: 11, help: "tier: from monthly units"),
      SheetColumn(name: "to", kind: .number, width: 11, help: "tier: up to; last one empty"),
      SheetColumn(
        name: "price", kind: .number, isNeeded: true, width: 14,
        help: "a month, a unit, or once"),
      SheetColumn(
        name: "currency", kind: .word(.currencies), isNeeded: true, width: 10, help: "as listed"),
      SheetColumn(
        name: "indexation", kind: .word(.indexations), width: 14, help: "empty: never adjusted"),
      SheetColumn(
        name: "first_month", kind: .whole(months), width: 12,
        help: "contract month; empty: 1"),
      SheetColumn(
        name: "last_month", kind: .whole(months), width: 12, help: "empty: to the end"),
      SheetColumn(name: "location", kind: .text, width: 12, help: "where it is done, if stated"),
      SheetColumn(name: "role", kind: .text, width: 14, help: "whose work it is, if stated"),
      SheetColumn(name: "fte", kind: .number, width: 9, help: "staff: full-time posts"),
      SheetColumn(
        name: "year", kind: .whole(1...100), width: 9, help: "contract year, not months"),
    ],
    blankRows: 200)

  static let answers = SheetSchema(
    name: "answers", file: "answers.csv",
    purpose:
      "Answers: one row for each requirement. A row without an answer counts as no response.",
    columns: [
      SheetColumn(name: "requirement", kind: .shown, width: 16, help: "of the buyer"),
      SheetColumn(
        name: "framework", kind: .shown, width: 14, help: "of the buyer", isWritten: false),
      SheetColumn(
        name: "demand", kind: .shown, width: 44, help: "what is demanded", isWritten: false),
      SheetColumn(
        name: "mandatory", kind: .shown, width: 11, help: "yes: must be met", isWritten: false),
      SheetColumn(
        name: "answer", kind: .word(.answers), isNeeded: true, width: 13, help: "from the list"),
      SheetColumn(name: "by", kind: .month, width: 12, help: "planned: as 2027-04"),
      SheetColumn(
        name: "evidence", kind: .word(.evidence), width: 18, help: "from the list; empty: none"),
      SheetColumn(name: "text", kind: .text, width: 44, help: "in your words"),
      SheetColumn(name: "page", kind: .text, width: 9, help: "of your bid"),
      SheetColumn(name: "issuer", kind: .text, width: 18, help: "who issued the evidence"),
      SheetColumn(name: "entity", kind: .text, width: 18, help: "legal entity it covers"),
      SheetColumn(name: "site", kind: .text, width: 16, help: "sites it covers"),
      SheetColumn(name: "sub_processors", kind: .text, width: 18, help: "names, parted by ;"),
      SheetColumn(name: "file", kind: .text, width: 18, help: "its name, sent with the bid"),
      SheetColumn(name: "issued", kind: .day, width: 12, help: "day, as 2027-04-30"),
      SheetColumn(name: "expires", kind: .day, width: 12, help: "day, as 2027-04-30"),
    ],
    key: "requirement")

  static let deviations = SheetSchema(
    name: "deviations", file: "deviations.csv",
    purpose: "Deviations: one row for each of the draft terms that you do not simply accept.",
    columns: [
      SheetColumn(
        name: "path", kind: .text, isNeeded: true, width: 36,
        help: "of the draft term, as terms/credits/cap"),
      SheetColumn(name: "value", kind: .scalar, width: 26, help: "modify: what you offer, as 8%"),
      SheetColumn(
        name: "stance", kind: .word(.stances), isNeeded: true, width: 12, help: "from the list"),
      SheetColumn(name: "page", kind: .text, width: 9, help: "of your bid"),
      SheetColumn(name: "note", kind: .text, width: 44, help: "why, in your words"),
    ],
    blankRows: 60, key: "path")

  static let totals = SheetSchema(
    name: "totals", file: "totals.csv",
    purpose: "Totals: your own sums by contract year, against which the prices are checked.",
    columns: [
      SheetColumn(
        name: "item", kind: .text, isNeeded: true, width: 24, help: "all, or an item of prices"),
      SheetColumn(
        name: "year", kind: .whole(1...100), isNeeded: true, width: 10,
        help: "contract year, from 1"),
      SheetColumn(
        name: "amount", kind: .number, isNeeded: true, width: 18,
        help: "before indexation and tax"),
    ],
    blankRows: 60)

  private static let months = 1...EventContext.longestHorizon
}

/// The sheet of what a bid says once.
enum BidSheet {
  static let name = "bid"
  static let file = "bid.yaml"
  static let headings = ["field", "value", "meaning"]

  /// One of its rows.
  struct Field {
    var name: String
    var kind: SheetColumn.Kind
    var isNeeded: Bool
    var meaning: String
  }

  static let fields = [
    Field(
      name: "name", kind: .text, isNeeded: true,
      meaning: "The name of the provider."),
    Field(
      name: "stated_total", kind: .number, isNeeded: false,
      meaning: "Your own total over the whole term, undiscounted; may stay empty."),
  ]
}

/// The hidden sheet that says what a workbook was made for.
enum StampSheet {
  static let name = "assay"
  static let (madeBy, schema, event, title, digest) = (
    "made_by", "schema", "event", "title", "event_sha256"
  )
  static let maker = "assay template"

  /// The first column of the lists to choose from.
  static let firstList = 4
}
