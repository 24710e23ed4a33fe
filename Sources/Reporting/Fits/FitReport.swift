import Calibration
import Futures
import Loading
import Quantities

/// What was fitted from history.
struct FitReport {
  private let demand: [DemandFit]

  /// The fits of performance and whose they are.
  private let performance: [(option: String, fit: PerformanceFit)]

  init(_ dossier: Dossier) {
    demand = dossier.demandFits
    performance = zip(dossier.historyProviders.keys.sorted(), dossier.performanceFits).map {
      (option: $0, fit: $1)
    }
  }

  /// Adds the fits to `page`: every coefficient where `isFull`, a line each otherwise.
  func add(to page: inout Page, isFull: Bool) {
    let isEmpty = demand.isEmpty && performance.isEmpty
    guard isFull || !isEmpty else { return }
    page.section("Fitted from history")
    guard !isEmpty else {
      return page.paragraph("Nothing: all assumptions of this event are stated.")
    }
    if isFull {
      addDemand(to: &page)
      addPerformance(to: &page)
    } else {
      page.points(demand.map(\.summary) + performance.map { $0.fit.summary(of: $0.option) })
      page.paragraph("Every coefficient: assay rank --fits.")
    }
    let warnings = warnings
    guard !warnings.isEmpty else { return }
    page.gap()
    page.points(warnings)
  }

  private func addDemand(to page: inout Page) {
    guard !demand.isEmpty else { return }
    page.table(
      TextTable(
        keys: ["service line"],
        [
          "months", "last month", "level", "trend a year", "spread a month", "lag-1",
          "season low–high",
        ], rows: demand.map(\.cells)))
    page.gap()
  }

  private func addPerformance(to page: inout Page) {
    for (option, fit) in performance where !fit.rows.isEmpty {
      let lines = Set(fit.rows.flatMap(\.demandLinks.keys)).sorted()
      page.paragraph("\(option), in the history \(fit.provider)")
      page.table(
        TextTable(
          keys: ["metric"],
          ["months", "last month", "level", "trend a year", "spread", "lag-1"]
            + lines.map { "link to \($0)" },
          rows: fit.rows.map { $0.cells(linkedTo: lines) }))
      page.gap()
    }
    page.paragraph(
      "± is one standard error. Trend, spread and links to demand are on the scale of the model: "
        + "log odds for shares, logarithm for times and volumes. A trend in brackets is within two "
        + "standard errors of 0 and not carried on.")
  }

  private var warnings: [String] {
    demand.flatMap { fit in fit.warnings.map { "\(fit.serviceLine): \($0.sentence)" } }
      + performance.flatMap { option, fit in
        fit.warnings.map { "\(option): \($0.sentence)" }
          + fit.rows.flatMap { row in
            row.warnings.map { "\(option), \(row.metric): \($0.sentence)" }
          }
      }
  }

  /// The fits as facts.
  var json: Json {
    [
      "demand": .list(demand.map(\.json)),
      "performance": .list(performance.map { $0.fit.json(of: $0.option) }),
    ]
  }
}
