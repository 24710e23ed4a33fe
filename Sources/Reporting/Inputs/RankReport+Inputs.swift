import Contracts
import Decision
import Futures
import Simulation

/// What matters for the costs of bids, for people.
extension RankReport {
  /// Adds which inputs matter and what knowing them is worth, where that was asked.
  func addInputs(to page: inout Page) {
    guard let study = inputs else { return }
    let shown = study.findings.filter { study.isShown($0) }
    addDecisive(study, shown, to: &page)
    addTornado(study, shown, to: &page)
    addShares(study, shown, to: &page)
  }

  private func id(_ study: InputStudy, _ place: Int) -> String {
    comparison.options[study.bids[place]].bid.id
  }

  /// Adds what decides between the two cheapest bids.
  private func addDecisive(
    _ study: InputStudy, _ shown: [InputStudy.Finding], to page: inout Page
  ) {
    guard let second = study.runnerUp else {
      page.section("What knowing more before signing is worth")
      page.paragraph("There is one bid to choose: knowing more would not change it.")
      return
    }
    let pair = "\(id(study, study.winner)) and \(id(study, second))"
    page.section("What decides between \(pair), and what knowing it before signing is worth")
    page.table(
      TextTable(
        keys: ["input"],
        [
          "of the variance, by itself", "with others", "another bid is cheapest", "worth at most",
          "±",
        ],
        rows: shown.map { finding in
          [
            study.input(finding).words, finding.difference?.first.interval ?? unknown,
            finding.difference?.total.interval ?? unknown,
            finding.winnerChanges.value.chance,
            finding.worth.map { fine($0.value) } ?? unknown,
            finding.worth.map { fine(1.96 * $0.standardError) } ?? unknown,
          ]
        }))
    page.points(worth(study) + [choice(study), left(study, shown)].compactMap { $0 })
  }

  /// An amount with three or four significant digits; nothing is just 0.
  private func fine(_ amount: Double) -> String { amount == 0 ? "0" : money.fine(amount) }

  /// What knowing the most valuable inputs is worth, in sentences.
  private func worth(_ study: InputStudy) -> [String] {
    guard study.everything.value > 0 else {
      return [
        "\(id(study, study.winner)) is the cheapest in every future: knowing anything before signing "
          + "is worth nothing."
      ]
    }
    let valued = study.findings.filter { finding in
      guard let worth = finding.worth, study.input(finding).level == .single else { return false }
      return worth.value > 1.96 * worth.standardError
    }.sorted { ($0.worth?.value ?? 0) > ($1.worth?.value ?? 0) }
    let singles = valued.prefix(3).map { finding in
      "Knowing the \(study.input(finding).words) before signing is worth at most "
        + "\(amount(finding.worth))."
    }
    return ["Knowing everything before signing would be worth \(amount(study.everything))."]
      + (singles.isEmpty
        ? ["No input by itself is worth knowing before signing: the choice would stay."] : singles)
  }

  /// An amount of money in words, with its interval.
  private func amount(_ estimate: Estimate?) -> String {
    guard let estimate else { return unknown }
    let currency = comparison.event.currency
    let scale = money.words.dropFirst(currency.count)
    let error = money.fine(1.96 * estimate.standardError)
    return "\(currency) \(money.fine(estimate.value))\(scale) (±\(error))"
  }

  /// Among which bids is chosen.
  private func choice(_ study: InputStudy) -> String {
    let all = study.choice.count == study.bids.count
    let bids = study.choice.map { id(study, $0) }.listed
    return
      "Chosen is by mean cost \(basis.shortWords) among \(all ? "all bids" : "\(bids), which can be awarded")"
      + "; variances by \(study.designFutures.of("future")) for each input, the rest by "
      + "\(study.sampledFutures.of("future")); intervals of 95\u{202F}%."
  }

  private func left(_ study: InputStudy, _ shown: [InputStudy.Finding]) -> String? {
    let names = study.findings.filter { !study.isShown($0) }.map { study.input($0).words }
    return names.isEmpty
      ? nil : "Each below 1\u{202F}% of the variance of every cost: \(names.listed)."
  }

  /// How many bars are drawn at most.
  private static let mostBars = 12

  /// Adds how far each input moves mean costs, the widest first.
  private func addTornado(
    _ study: InputStudy, _ shown: [InputStudy.Finding], to page: inout Page
  ) {
    let all = shown.compactMap { finding in
      finding.tornado.map { (input: study.input(finding), tornado: $0) }
    }.sorted { $0.tornado.bars[study.decisive].width > $1.tornado.bars[study.decisive].width }
    guard !all.isEmpty else { return }
    let swings = all.prefix(Self.mostBars)
    let bars = swings.map { $0.tornado.bars[study.decisive] }
    let difference = study.runnerUp.map { "\(id(study, study.winner)) less \(id(study, $0))" }
    page.section("Mean cost with one input at its P10 and at its P90, the others as they are")
    page.table(
      TextTable(
        keys: ["input", "P10 to P90"],
        [difference ?? id(study, study.winner), "moves from low to high"]
          + (difference == nil ? [] : study.bids.indices.map { id(study, $0) }),
        rows: zip(swings, Self.drawn(bars)).map { swing, drawing in
          let own = study.bids.indices.map { text(swing.tornado.bars[$0]) }
          return [
            swing.input.words, swing.input.values(swing.tornado.low, swing.tornado.high),
            text(swing.tornado.bars[study.decisive]), drawing,
          ] + (difference == nil ? [] : own)
        }))
    page.points([
      "Volumes over the term are shares of the forecast, indices of their expected path; other inputs "
        + "are low where they make the bids that they touch cheap."
        + (all.count > swings.count ? " Narrower bars are left out." : "")
    ])
  }

  private func text(_ bar: Tornado.Bar) -> String {
    let (low, high) = (money(bar.low.value), money(bar.high.value))
    return low == high ? low : "\(low) to \(high)"
  }

  /// Bars on one scale from the lowest to the highest mean.
  private static func drawn(_ bars: [Tornado.Bar]) -> [String] {
    let ends = bars.flatMap { [$0.low.value, $0.high.value] }
    guard let lowest = ends.min(), let highest = ends.max(), highest > lowest else {
      return bars.map { _ in "" }
    }
    let columns = 25
    return bars.map { bar in
      let places = [bar.low.value, bar.high.value].sorted().map { value in
        Int(((value - lowest) / (highest - lowest) * Double(columns - 1)).rounded())
      }
      return (0..<columns).map { places[0] <= $0 && $0 <= places[1] ? "█" : "·" }.joined()
    }
  }

  /// Adds how much of the variance of each bid's cost comes from each input.
  private func addShares(
    _ study: InputStudy, _ shown: [InputStudy.Finding], to page: inout Page
  ) {
    page.section("Share of the variance of each bid's cost in per cent, by itself / with others")
    page.table(
      TextTable(
        keys: ["input"], study.bids.indices.map { id(study, $0) },
        rows: shown.map { finding in
          [study.input(finding).words] + finding.costs.map { $0?.shares ?? unknown }
        }))
    let errors = study.findings.flatMap { $0.costs.compactMap { $0 } }
      .flatMap { [$0.first.standardError, $0.total.standardError] }
    guard let most = errors.filter(\.isFinite).max() else { return }
    page.points(["Intervals of 95\u{202F}% reach at most \((196 * most).figure(places: 1)) points."]
    )
  }
}

extension InputStudy {
  /// Whether an input is shown: it makes a hundredth of some cost's variance, or is worth knowing.
  fileprivate func isShown(_ finding: Finding) -> Bool {
    let indices = finding.costs + [finding.difference]
    return indices.contains { ($0?.total.value ?? 0) >= 0.01 }
      || (finding.worth.map { $0.value > 1.96 * $0.standardError } ?? false)
  }
}

extension SobolIndex {
  /// Both indices in per cent; a dash where the input does not touch the cost.
  fileprivate var shares: String {
    guard total.value > 0 else { return "" }
    return "\(max(first.value * 100, 0).figure()) / \((total.value * 100).figure())"
  }
}

extension Estimate {
  /// A share in per cent with its interval.
  ///
  /// One below 0, which chance alone makes, is 0; nothing stands where the input does not touch the
  /// figure.
  fileprivate var interval: String {
    guard value != 0 || standardError != 0 else { return "" }
    let share = (max(value, 0) * 100).figure()
    return "\(share)\u{202F}% ±\((196 * standardError).figure(places: 1))"
  }
}
