public import Contracts
public import Settlement

/// The answer of `assay conform`: which expected figures the statements of cases reproduce.
public struct ConformanceReport: Sendable {
  /// One case and what is not as expected.
  public struct Case: Sendable {
    /// The case's identifier.
    public var id: String

    /// How many figures are expected.
    public var expected: Int

    /// What is not reproduced, and why, in sentences.
    public var faults: [String]

    /// Creates the result of a case that was settled.
    public init(
      id: String, _ expected: [Expectation], _ statements: [String: Statement]
    ) {
      self.id = id
      self.expected = expected.count
      faults = expected.compactMap { expectation in
        statements[expectation.reading ?? ""].flatMap { $0.fault(with: expectation) }
      }
    }

    /// Creates the result of a case that could not be settled.
    public init(id: String, because faults: [String]) {
      self.id = id
      expected = 0
      self.faults = faults
    }

    /// Whether there is something that is expected, and all of it is reproduced.
    public var isReproduced: Bool { expected > 0 && faults.isEmpty }
  }

  /// The cases.
  public let cases: [Case]

  /// Reports on `cases`.
  public init(_ cases: [Case]) { self.cases = cases }

  /// Whether all of them are reproduced, and there is one at least.
  public var isReproduced: Bool { !cases.isEmpty && cases.allSatisfy(\.isReproduced) }

  /// The report for people.
  public var text: String {
    var page = Page()
    for one in cases where !one.isReproduced {
      page.paragraph("\(one.id) is not reproduced:")
      page.points(one.faults.isEmpty ? ["Nothing is expected of it."] : one.faults)
    }
    let reproduced = cases.count(where: \.isReproduced)
    let figures = cases.filter(\.isReproduced).reduce(0) { $0 + $1.expected }
    page.paragraph(
      "\(reproduced) of \(cases.count) vectors reproduced (\(figures.of("figure"))).")
    return page.text
  }

  /// The report for machines.
  public var json: String {
    let document: Json = [
      "reproduced": .count(cases.count(where: \.isReproduced)), "cases": .count(cases.count),
      "results": .list(
        cases.map { one in
          [
            "id": .text(one.id), "expected": .count(one.expected),
            "reproduced": .truth(one.isReproduced), "faults": .texts(one.faults),
          ]
        }),
    ]
    return document.document
  }
}

extension Statement {
  /// What is wrong with an expected figure, or nothing where the statement has it.
  fileprivate func fault(with expectation: Expectation) -> String? {
    guard !holds(expectation) else { return nil }
    let what = "\(expectation.figure.words)\(expectation.span.words)"
    guard let value = value(of: expectation.figure, in: expectation.span) else {
      return "\(what): the statement has none."
    }
    return switch expectation.value {
    case .notStated: "\(what) is \(value), where the contract states nothing."
    case .number(let number, _) where value.isNaN:
      "\(what) is not stated, expected is \(number)."
    case .number(let number, _): "\(what) is \(value), expected is \(number)."
    }
  }
}

extension StatementFigure {
  fileprivate var words: String {
    switch self {
    case .line(let title): "the line \(title)"
    case .total(let total): "the total \(total.rawValue)"
    case .figure(let clause, let name): "the figure \(clause)/\(name)"
    case .attainment(let level): "the attainment of \(level)"
    case .isDefault(let level): "the default of \(level)"
    case .factor(let name): "the factor \(name)"
    case .right(let name): "the right \(name)"
    }
  }
}

extension Expectation.Span {
  fileprivate var words: String {
    switch self {
    case .month(let month): " in month \(month)"
    case .year(let year): " in year \(year)"
    case .all: ""
    }
  }
}
