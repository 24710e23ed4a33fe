public import Contracts
import Quantities

extension Statement {
  /// What `figure` comes to in `span`, or nothing where the statement has no such line or figure.
  ///
  /// Amounts are summed over the months of a span; of everything else the last month counts.
  public func value(of figure: StatementFigure, in span: Expectation.Span) -> Double? {
    guard let values = values(of: figure) else { return nil }
    let months = months(of: span).filter(values.indices.contains)
    switch figure {
    case .line, .total: return months.isEmpty ? nil : months.reduce(0) { $0 + (values[$1] ?? 0) }
    default: return months.last.flatMap { values[$0] }
    }
  }

  /// Whether the statement has what is expected, to its last printed decimal.
  public func holds(_ expectation: Expectation) -> Bool {
    guard let value = value(of: expectation.figure, in: expectation.span) else { return false }
    switch expectation.value {
    case .notStated: return value.isNaN
    case .number(let number, let places):
      // Half a unit of the last printed decimal, and what binary fractions add to it.
      let reach = 0.5 * Rounding.unit(places: places) * (1 + 1e-9) + 1e-12 * number.magnitude
      return (value - number).magnitude <= reach
    }
  }

  /// What `figure` comes to month by month; nothing where the statement has no such line or figure.
  private func values(of figure: StatementFigure) -> [Double?]? {
    switch figure {
    case .line(let title): lines.first { $0.line.title == title }?.amounts
    case .total(let total): self.total(total)
    case .figure(let clause, let name):
      figures.first { $0.clause == clause && $0.name == name }?.values
    case .attainment(let level):
      contract.levels.firstIndex(of: level).map { at in happened.map { $0.levels[at].attainment } }
    case .isDefault(let level):
      contract.levels.firstIndex(of: level).map { at in
        happened.map { $0.defaults.contains(at) ? 1 : 0 }
      }
    case .factor(let name):
      happened.map { month in month.factors.first { $0.indexation == name }?.value }
    case .right(let name):
      contract.rights.firstIndex(of: name).map { at in
        happened.map { $0.openRights.contains(at) ? 1 : 0 }
      }
    }
  }

  /// The positions of the months of a span.
  private func months(of span: Expectation.Span) -> Range<Int> {
    switch span {
    case .month(let month): (month - 1)..<month
    case .year(let year): (12 * (year - 1))..<(12 * year)
    case .all: 0..<months
    }
  }

  /// The sums of lines by month.
  public func total(_ total: StatementFigure.Total) -> [Double] {
    switch total {
    case .charge: self.total { $0.kind == .charge }
    case .oneOff: self.total { $0.kind == .oneOff }
    case .passThrough: self.total { $0.kind == .passThrough }
    case .rawCredits: credits { $0 < 0 }
    case .takenBack: credits { $0 > 0 }
    case .credits: self.total(where: \.kind.isCredit)
    case .tax: self.total { $0.kind == .tax }
    case .interest: self.total { $0.kind == .interest }
    case .terminationFee: self.total { $0.kind == .terminationFee }
    case .netDue: netDue
    }
  }

  /// The sums of those amounts of credit lines that `count`.
  private func credits(where count: (Double) -> Bool) -> [Double] {
    (0..<months).map { month in
      lines.filter { $0.line.kind == .credit }.map { $0.amounts[month] }.filter(count)
        .reduce(0, +)
    }
  }
}
