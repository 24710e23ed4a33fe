import Contracts
import Futures
public import Loading
public import Simulation

/// The answer of `assay rank --base-case`: what each option costs on the expected path.
public struct BaseCaseReport: Sendable {
  private let dossier: Dossier
  private let provenance: Provenance
  private let options: [BaseCaseFigures]

  /// The position of today's operation among ``options``, or nothing.
  private let baseline: Int?

  /// Settles the options of `experiment` on the expected path.
  public init(_ experiment: Experiment, _ dossier: Dossier, _ provenance: Provenance) {
    self.dossier = dossier
    self.provenance = provenance
    baseline = experiment.baseline
    let tolerance = dossier.event.levelling.tolerance
    options = zip(experiment.options, experiment.baseCases).map {
      BaseCaseFigures($0, $1, experiment.assumptions, tolerance: tolerance)
    }
  }

  /// The report for people.
  public var text: String {
    let event = dossier.event
    let money = MoneyScale(
      currency: event.currency, largest: options.map(\.nominal.magnitude).max() ?? 0)
    var page = Page()
    page.title(event.title)
    page.paragraph(
      "Base case: baseline volumes, indices on their expected path, all service levels met, no "
        + "events. \(event.horizon.of("month")) from \(event.firstMonth). "
        + "Amounts in \(money.words), undiscounted but for the net present cost, which is at "
        + "\(event.discounting.words).")
    page.section("Cost by contract year")
    page.table(table(money))
    let unstated = options.indices.filter { $0 != baseline && options[$0].aboveStated == nil }
      .map { options[$0].bid.id }
    page.gap()
    if options.contains(where: { $0.aboveStated != nil }) {
      page.paragraph(
        "Less stated: what the prices come to on the basis of the stated total, less that total.")
    }
    if !unstated.isEmpty { page.paragraph("No total is stated by \(unstated.listed).") }
    page.gap()
    page.paragraph(provenance.baseCaseLine)
    return page.text
  }

  /// Whether any bid is adjusted.
  private var isLevelled: Bool { options.contains { !$0.levelling.isEmpty } }

  private func table(_ money: MoneyScale) -> TextTable {
    let years = options.map(\.byYear.count).max() ?? 0
    return TextTable(
      keys: ["option"],
      (1...max(years, 1)).map { "year \($0)" }
        + ["total"] + (isLevelled ? ["of which levelling"] : [])
        + ["stated total", "less stated", "net present cost"],
      rows: options.map { option in
        [option.bid.id] + option.byYear.map { money($0) } + [money(option.nominal)]
          + (isLevelled ? [money(option.nominalAdjustments)] : []) + [
            option.bid.statedTotal.map { money($0) } ?? unknown,
            option.aboveStated.map { money($0) } ?? unknown, money(option.netPresent),
          ]
      })
  }

  /// The report for machines.
  public var json: String {
    let options = options.map { option -> Json in
      [
        "id": .text(option.bid.id), "name": .text(option.bid.name),
        "round": .text(option.bid.round), "base_case": option.json,
        "stated_total": .optional(option.bid.statedTotal, Json.number),
      ]
    }
    let document: Json = [
      "provenance": provenance.baseCaseJson, "event": dossier.event.json,
      "options": .list(options),
    ]
    return document.document
  }
}
