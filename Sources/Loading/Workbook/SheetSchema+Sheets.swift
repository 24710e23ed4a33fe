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
      SheetColumn(name: "location", kind: .text, width: 12, help: "optional, as IN", isExtra: true),
      SheetColumn(name: "role", kind: .text, width: 12, help: "optional, as agent", isExtra: true),
      SheetColumn(
        name: "year", kind: .whole(1...100), width: 8, help: "contract year, from 1; else months",
        isExtra: true),
      SheetColumn(
        name: "fte", kind: .number, width: 9, help: "staff: full-time equivalents", isExtra: true),
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
      SheetColumn(name: "issuer", kind: .text, width: 18, help: "of the evidence", isExtra: true),
      SheetColumn(name: "entity", kind: .text, width: 18, help: "that it covers", isExtra: true),
      SheetColumn(
        name: "site", kind: .text, width: 18, help: "sites that it covers", isExtra: true),
      SheetColumn(
        name: "sub_processors", kind: .text, width: 20, help: "names, parted by ;", isExtra: true),
      SheetColumn(
        name: "file", kind: .text, width: 18, help: "name of the file sent along", isExtra: true),
      SheetColumn(
        name: "sha256", kind: .text, width: 18, help: "of that file; may stay empty", isExtra: true),
      SheetColumn(name: "issued", kind: .day, width: 12, help: "day, as 2027-04-30", isExtra: true),
      SheetColumn(
        name: "expires", kind: .day, width: 12, help: "day, as 2028-04-30", isExtra: true),
      SheetColumn(
        name: "renewal", kind: .scalar, width: 12, help: "assumed, refused, or a probability",
        isExtra: true),
      SheetColumn(
        name: "remediation", kind: .text, width: 30, help: "how a gap is closed", isExtra: true),
      SheetColumn(
        name: "remediation_owner", kind: .text, width: 18, help: "by whom", isExtra: true),
      SheetColumn(
        name: "remediation_by", kind: .day, width: 14, help: "by which day", isExtra: true),
      SheetColumn(
        name: "cost", kind: .number, width: 12, help: "of closing the gap", isExtra: true),
    ],
    buyersColumns: ["assessor", "assessed", "rationale", "residual_risk", "accepted_by"],
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
    Field(
      name: "totals_basis", kind: .word(.totalsBases), isNeeded: false,
      meaning: "At what your totals are: prices (as in the sheet; also where empty) or indexed."),
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
