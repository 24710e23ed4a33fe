import Contracts
import Decision
import Simulation

extension RankReport {
  private var serving: [OptionFigures] {
    options.filter { !$0.levels.isEmpty || $0.statesLoss }
  }

  var statesLoss: Bool { options.contains(where: \.statesLoss) }

  private var hasRights: Bool { options.contains(where: \.hasRights) }

  private var years: Double { Double(comparison.event.horizon) / 12 }

  func addService(to page: inout Page) {
    guard !serving.isEmpty else { return }
    page.section("Service and credits, means over the futures")
    page.table(
      TextTable(
        keys: ["option"],
        [
          "credits, present value", "share of cost", "credits, undiscounted", "defaults a year",
        ] + (hasRights ? ["right to leave arises", "buyer leaves"] : [])
          + (statesLoss ? ["your loss from poor service"] : []),
        rows: serving.map(serviceRow)))
  }

  private func serviceRow(_ option: OptionFigures) -> [String] {
    let tally = option.tally
    let credits = option.credits.estimate.value
    let before = option.costMean[.beforeCredits]?.estimate.value ?? .nan
    return [
      option.bid.id, money(credits), (credits / before).percent(places: 1),
      money(tally.nominalCredits.mean), (tally.allDefaults.mean / years).figure(places: 1),
    ] + (hasRights ? [option.rightArises.estimate.value.chance, tally.exits.mean.chance] : [])
      + (statesLoss ? [money(tally.loss.mean)] : [])
  }

  func addDefaults(to page: inout Page) {
    let shown = options.filter { !$0.levels.isEmpty }
    var levels: [String] = []
    for level in shown.flatMap(\.levels) where !levels.contains(level) { levels.append(level) }
    guard !levels.isEmpty else { return }
    page.section("Service level defaults a year, means over the futures")
    page.table(
      TextTable(
        keys: ["service level"], shown.map(\.bid.id),
        rows: levels.map { level in [level] + shown.map { defaults(of: level, by: $0) } }))
  }

  private func defaults(of level: String, by option: OptionFigures) -> String {
    guard let place = option.levels.firstIndex(of: level) else { return unknown }
    return (option.tally.defaults[place].mean / years).figure(places: 2)
  }

  func addCompliance(to page: inout Page, isFull: Bool) {
    let answering = options.filter(isAnswering)
    guard let first = answering.first else { return }
    page.section("Coverage of requirements at signature → at go-live")
    let frameworks = first.frameworks.indices.map { place in
      [first.frameworks[place].framework ?? ""]
        + answering.map { $0.frameworks[place].words }
    }
    let all = ["all"] + answering.map(\.coverage.words)
    let open =
      ["open mandatory items"]
      + answering.map {
        "\($0.coverage.openAtSignature.count) → \($0.coverage.openAtGoLive.count)"
      }
    page.table(
      TextTable(keys: ["framework"], answering.map(\.bid.id), rows: frameworks + [all, open]))
    page.gap()
    page.points(answering.compactMap(\.openItems) + unproven)
    if isFull {
      addMatrix(to: &page)
    } else {
      page.paragraph("Every answer and its evidence: assay rank --compliance.")
    }
  }

  /// The requirements whose evidence does not hold at signature or at go-live, option by option.
  private var unproven: [String] {
    let rows = matrix.rows
    return options.compactMap { option in
      let ids = rows.filter { row in
        row.cells.contains { $0.option == option.bid.id && $0.isUnproven }
      }.map(\.requirement.id)
      let words = "evidence that does not hold at signature or at go-live"
      return ids.isEmpty ? nil : "\(option.bid.id): \(words) for \(ids.listed)."
    }
  }
}

extension Coverage {
  fileprivate var words: String {
    let (signature, goLive) = (atSignature.percent(), atGoLive.percent())
    return signature == goLive ? goLive : "\(signature) → \(goLive)"
  }
}

extension OptionFigures {
  /// The mandatory requirements that are not met, in a sentence.
  fileprivate var openItems: String? {
    let (signature, goLive) = (coverage.openAtSignature, coverage.openAtGoLive)
    let parts = [
      signature.isEmpty ? nil : "open at signature \(signature.listed)",
      goLive.isEmpty ? nil : "open at go-live \(goLive.listed)",
    ]
    let words = parts.compactMap { $0 }.joined(separator: "; ")
    return words.isEmpty ? nil : "\(bid.id): \(words)."
  }
}
