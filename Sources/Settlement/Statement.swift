import Contracts
public import Quantities

/// What is owed under a contract month by month, as it is invoiced: the amounts of a ledger,
/// rounded line by line as the contract says.
public struct Statement: Sendable {
  /// One line of the statement.
  public struct Line: Hashable, Sendable {
    /// The ledger's line.
    public var line: LedgerLine

    /// The amounts by month, rounded; not a number where the contract does not state it.
    public var amounts: [Double]
  }

  /// One figure that a clause shows beside its amounts.
  public struct Figure: Hashable, Sendable {
    /// The clause, by its name in the contract.
    public var clause: String

    /// What the figure is.
    public var name: String

    /// The figures by month; nothing in the months in which the clause has none.
    public var values: [Double?]
  }

  /// The contract.
  public let contract: ResolvedContract

  /// The amounts before rounding, with their workings.
  public let entries: [Ledger.Entry]

  /// What happened in each month.
  public let happened: [Ledger.Month]

  /// How amounts are rounded.
  public let rounding: Rounding

  /// The lines in the order of the contract, without those that were never posted to.
  public let lines: [Line]

  /// The figures in the order in which they first appeared.
  public let figures: [Figure]

  /// How many months are stated, from month 1 on.
  public var months: Int { happened.count }

  /// States the amounts of `ledger`, rounded by `rounding`.
  public init(of ledger: Ledger, in contract: ResolvedContract, rounding: Rounding) {
    let months = ledger.months.count
    self.contract = contract
    entries = ledger.entries
    happened = ledger.months
    self.rounding = rounding
    var amounts: [Int: [Double]] = [:]
    for entry in ledger.entries {
      amounts[entry.line, default: Array(repeating: 0, count: months)][entry.month - 1] +=
        entry.amount
    }
    lines = amounts.sorted { $0.key < $1.key }.map { position, amounts in
      Line(line: contract.lines[position], amounts: amounts.map(rounding.rounded))
    }
    figures = Self.figures(of: ledger.notes, months: months)
  }

  private static func figures(of notes: [Ledger.Note], months: Int) -> [Figure] {
    var figures: [Figure] = []
    for note in notes {
      let known = figures.firstIndex { $0.clause == note.clause && $0.name == note.figure }
      let position = known ?? figures.count
      if known == nil {
        figures.append(
          Figure(
            clause: note.clause, name: note.figure, values: Array(repeating: nil, count: months)))
      }
      figures[position].values[note.month - 1] = note.value
    }
    return figures
  }

  /// The sum by month of the lines that `belong`; not a number where one of them is not.
  public func total(where belong: (LedgerLine) -> Bool) -> [Double] {
    lines.filter { belong($0.line) }.reduce(into: Array(repeating: 0, count: months)) {
      sums, line in
      for month in sums.indices { sums[month] += line.amounts[month] }
    }
  }

  /// What the provider is owed in each month, after credits, with taxes and interest.
  public var netDue: [Double] { total { $0.kind.isInvoiced } }
}

extension LedgerLine.Kind {
  /// Whether the amounts stand on the provider's invoice, or are the buyer's own.
  public var isInvoiced: Bool {
    switch self {
    case .charge, .oneOff, .passThrough, .credit, .bonus, .tax, .interest, .terminationFee: true
    case .own, .replacement, .loss: false
    }
  }

  /// Whether the amounts are settled with the service credits: credits and bonuses.
  public var isCredit: Bool { self == .credit || self == .bonus }
}
