import Contracts
import Decision
import Quantities

extension RankReport {
  /// What every option that answers says to every requirement.
  var matrix: CoverageMatrix {
    CoverageMatrix(of: comparison.event, bids: options.filter(isAnswering).map(\.bid))
  }

  /// Adds the matrix, framework by framework.
  func addMatrix(to page: inout Page) {
    let matrix = matrix
    guard matrix.rows.first?.cells.isEmpty == false else { return }
    page.section("Requirements by framework, open mandatory items first")
    page.points(matrix.legend)
    for framework in matrix.frameworks { add(framework, to: &page) }
    addEvidence(of: matrix, to: &page)
    addClosing(of: matrix, to: &page)
  }

  private func add(_ framework: CoverageMatrix.Framework, to page: inout Page) {
    page.gap()
    page.paragraph("\(framework.name):")
    page.points(framework.rows.map(\.requirement.sentence))
    page.gap()
    page.table(
      TextTable(
        keys: ["requirement"], framework.rows.first?.cells.map(\.option) ?? [],
        rows: framework.rows.map { [$0.requirement.id] + $0.cells.map(\.words) }
      ).onTheLeft)
    let own = framework.rows.filter { $0.requirement.framework == framework.name }
    let told = own.flatMap { row in
      row.cells.filter { !$0.isWhole || $0.answer.assessment != Answer.Assessment() }
        .map { $0.sentence(to: row.requirement, currency: comparison.event.currency) }
    }
    guard !told.isEmpty else { return }
    page.gap()
    page.points(told)
  }

  /// Adds what is known of the evidence, where anything is.
  private func addEvidence(of matrix: CoverageMatrix, to page: inout Page) {
    let known = matrix.rows.flatMap { row in
      row.cells.filter { $0.answer.proof != Answer.Proof() }.map { cell in
        [cell.option, row.requirement.id] + cell.answer.proof.texts
      }
    }
    guard !known.isEmpty else { return }
    page.section("Evidence")
    let headings = [
      "issuer", "entity and site", "sub-processors", "file and SHA-256", "issued", "expires",
      "renewal",
    ]
    var table = TextTable(keys: ["option", "requirement"], headings, rows: known).onTheLeft
    table.columns.removeAll { column in column.cells.allSatisfy(\.isEmpty) }
    page.table(table)
  }

  private func addClosing(of matrix: CoverageMatrix, to page: inout Page) {
    let costs = options.filter(isAnswering).compactMap { option -> String? in
      let own = matrix.rows.flatMap(\.cells).filter { $0.option == option.bid.id }
      let stated = own.compactMap(\.answer.assessment.cost)
      guard !stated.isEmpty else { return nil }
      return "\(comparison.event.currency) \(stated.reduce(0, +).figure()) for \(option.bid.id)"
    }
    guard !costs.isEmpty else { return }
    page.gap()
    page.paragraph("Closing gaps is said to cost \(costs.listed): in none of the costs above.")
  }
}

extension CoverageMatrix {
  /// What the marks mean that occur.
  fileprivate var legend: [String] {
    let cells = rows.flatMap(\.cells)
    return [
      cells.contains { $0.standing == .open }
        ? "× mandatory and not met when it is due: the bid cannot be awarded." : nil,
      cells.contains { $0.standing == .condition }
        ? "† mandatory and planned: a condition precedent of an award." : nil,
      cells.contains(where: \.isUnproven)
        ? "≈ evidence that does not hold at signature or at go-live." : nil,
    ].compactMap { $0 }
  }
}

extension Requirement {
  /// What is demanded, how much it weighs, when it is judged, and what it counts for.
  fileprivate var sentence: String {
    let facts = [
      isMandatory ? "mandatory" : nil, due.words, "weight \(weight.significant)",
      version.map { "version \($0)" }, also.isEmpty ? nil : "of \(frameworks.listed)",
    ].compactMap { $0 }
    return "\(id) (\(facts.joined(separator: ", "))): \(text)"
  }
}

extension Requirement.Stage {
  fileprivate var words: String {
    switch self {
    case .bid: "with the bid"
    case .signature: "at signature"
    case .goLive: "at go-live"
    }
  }
}

extension Answer.Proof {
  /// The cells of a table.
  fileprivate var texts: [String] {
    let covered = [entity, site].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      issuer.shortened(to: 60), covered.shortened(to: 60),
      subProcessors.joined(separator: ", ").shortened(to: 60), file?.words ?? "",
      issued.map { "\($0)" } ?? "", expires.map { "\($0)" } ?? "",
      expires == nil ? "" : renewal.words,
    ]
  }
}
