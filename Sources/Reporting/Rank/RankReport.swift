import Contracts
import Crew
public import Decision
public import Loading
import Simulation

/// The answer of `assay rank`: for people as ``text(withFits:withCompliance:withMethod:)``, for machines as ``json``.
public struct RankReport: Sendable {
  /// The comparison that is reported on.
  public let comparison: Comparison
  let dossier: Dossier
  let provenance: Provenance
  let ending: RunEnding

  /// The bids from best to worst, and then today's operation.
  let options: [OptionFigures]

  /// What the options cost in the named cases, behind what they do without any; empty where there are
  /// no cases.
  let cases: [NamedCaseCosts]

  /// What matters, and what knowing it is worth, where that was asked.
  public var inputs: InputStudy?

  /// What other methods and weights make of the bids; nothing where nobody asked.
  var sensitivity: Sensitivity?

  /// Gathers what is reported of `comparison`, whose event `dossier` holds.
  public init(
    _ comparison: Comparison, _ dossier: Dossier, _ provenance: Provenance,
    ending: RunEnding = .asAsked
  ) {
    self.ending = ending
    self.comparison = comparison
    self.dossier = dossier
    self.provenance = provenance
    cases = Self.cases(comparison, dossier)
    let order = comparison.ranking.rows.map(\.option) + [comparison.baseline].compactMap { $0 }
    options = order.indices.mapSideBySide { place in
      OptionFigures(order[place], in: comparison, dossier.assumptions)
    }
  }

  var bids: [OptionFigures] { options.filter(\.isBid) }
  var baseline: OptionFigures? { options.first { !$0.isBid } }
  var basis: CostBasis { comparison.outcome.basis }

  /// The cost of an option on the basis by which options are compared.
  func cost(_ option: OptionFigures) -> Summary? { option.cost[basis] }

  /// The unit in which amounts are shown.
  var money: MoneyScale {
    let largest = options.compactMap { cost($0)?.mean.value.magnitude }.max() ?? 0
    return MoneyScale(currency: comparison.event.currency, largest: largest)
  }

  /// The report for people.
  ///
  /// With `withFits` it lists every coefficient that comes from history, with `withCompliance` every
  /// answer to every requirement and every deviation from the draft terms, and with `withMethod` the
  /// locked method and what enters it.
  public func text(
    withFits: Bool = false, withCompliance: Bool = false, withMethod: Bool = false
  ) -> String {
    var page = Page()
    addHeading(to: &page)
    addRanking(to: &page)
    addWhy(to: &page)
    if withMethod { addMethod(to: &page) }
    addFindings(to: &page)
    addScores(to: &page)
    addHandScores(to: &page)
    addVariants(to: &page)
    addCosts(to: &page)
    addPairs(to: &page)
    addBaseline(to: &page)
    addCases(to: &page)
    addInputs(to: &page)
    addService(to: &page)
    addDefaults(to: &page)
    addCompliance(to: &page, isFull: withCompliance)
    addDeviations(to: &page, isFull: withCompliance)
    FitReport(dossier).add(to: &page, isFull: withFits)
    addSensitivity(to: &page)
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }
}
