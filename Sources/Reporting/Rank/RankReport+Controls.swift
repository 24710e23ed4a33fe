import Contracts
import Decision
import Futures
import Simulation

extension RankReport {
  private var report: ControlReport { comparison.means }

  /// Adds which controls lowered the error of the means, by how much, and which are off.
  func addControls(to page: inout Page) {
    guard !report.isOff else {
      page.paragraph("Means are plain: controls are switched off.")
      return
    }
    let means = options.map { (id: $0.bid.id, mean: report.costs(basis)[$0.position]) }
    let controlled = means.filter { $0.mean.isPlain == nil }
    if !controlled.isEmpty {
      page.paragraph(
        "Means use \(report.controls.count.of("control")) (\(report.controls.kinds)): errors of mean "
          + "cost are \(factors(controlled.map(\.mean.varianceReduction))) times smaller.")
    }
    for (reason, words) in Self.reasons {
      let plain = means.filter { $0.mean.isPlain == reason }
      guard !plain.isEmpty else { continue }
      page.paragraph("Plain is the mean of \(plain.map(\.id).listed): \(words).")
    }
    if !off.isEmpty { page.paragraph("No control, without an exact mean: \(off).") }
  }

  private static let reasons: [(ControlledEstimate.Plain, String)] = [
    (.fewFutures, "too few futures for the controls"),
    (.improbable, "controls lie further from their exact means than chance explains"),
  ]

  /// Beyond it a factor is not told: the figure is all but known.
  private static let mostFactor = 100.0

  /// From the least to the greatest factor by which controls lower an error.
  private func factors(_ reductions: [Double]) -> String {
    let factors = reductions.map { $0.squareRoot() }.sorted()
    guard let least = factors.first, let most = factors.last else { return unknown }
    let (low, high) = (factor(least), factor(most))
    if low == high { return low }
    return most < Self.mostFactor ? span(low, high) : "\(low) to \(high)"
  }

  private func factor(_ factor: Double) -> String {
    factor >= Self.mostFactor ? "over 100" : factor.figure(places: factor < 9.95 ? 1 : 0)
  }

  /// What is no control, by reason.
  private var off: String {
    NoClosedForm.allCases.compactMap { reason in
      let missing = report.missing.filter { $0.reason == reason }.map(\.subject)
      let lines = missing.compactMap { if case .volume(let line) = $0 { line } else { nil } }
      let volumes = lines.isEmpty ? [] : ["volumes of \(lines.listed)"]
      let defaults = missing.compactMap {
        if case .defaults(let option, let level) = $0 { (option, level) } else { nil }
      }
      let pairs = missing.compactMap {
        if case .pairs(let option, let level) = $0 { (option, level) } else { nil }
      }
      let all = volumes + levels(defaults, of: "defaults") + levels(pairs, of: "pairs of defaults")
      return all.isEmpty ? nil : "\(all.listed), \(reason.words)"
    }.joined(separator: "; ")
  }

  /// That there is none of `levels` among the controls of some kind.
  private func levels(_ levels: [(option: String, level: String)], of kind: String) -> [String] {
    let told = options.compactMap { option -> String? in
      let own = levels.filter { $0.option == option.bid.id }.map(\.level)
      guard !own.isEmpty else { return nil }
      return option.bid.id + (own.count < option.levels.count ? " (\(own.listed))" : "")
    }
    return told.isEmpty ? [] : ["\(kind) of \(told.listed)"]
  }

  /// What the controls did, for machines; null where they are off.
  var controlsJson: Json {
    guard !report.isOff else { return .null }
    let means = options.map { option -> (String, Json) in
      let place = option.position
      return (
        option.bid.id,
        [
          "cost": json(of: report.costs(basis)[place]), "credits": json(of: report.credits[place]),
          "right_arises": json(of: report.rights[place]),
        ]
      )
    }
    return [
      "controls": .list(report.controls.map(\.json)), "off": .list(report.missing.map(\.json)),
      "means": .object(Dictionary(means) { _, later in later }),
    ]
  }

  private func json(of mean: ControlledEstimate) -> Json {
    [
      "variance_reduction": .number(mean.varianceReduction), "used": .count(mean.controls.count),
      "plain_because": .optional(mean.isPlain) { .text($0.rawValue) },
    ]
  }
}
