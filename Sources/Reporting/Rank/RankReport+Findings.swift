import Contracts
import Decision
import Loading

extension RankReport {
  func addFindings(to page: inout Page) {
    let sentences =
      comparison.findings.sentences(by: sentence(of:)) + differing.map(statedTotalSentence)
      + dossier.notes.map(\.sentence)
    guard !sentences.isEmpty else { return }
    page.section("What to know")
    page.points(sentences)
  }

  /// The findings for machines.
  var findingsJson: Json {
    .list(
      comparison.findings.map(json(of:))
        + differing.map { bid in
          [
            "kind": "stated_total_differs", "bid": .text(bid.bid.id),
            "stated_total": .optional(bid.bid.statedTotal, Json.number),
            "base_case": .number(bid.baseCase.nominal),
          ]
        })
  }

  /// The bids whose own stated total is far from their base case.
  private var differing: [OptionFigures] { bids.filter(\.baseCase.differsFromStated) }

  private func statedTotalSentence(_ bid: OptionFigures) -> String {
    """
    \(bid.bid.id) states a total of \(money(bid.bid.statedTotal ?? .nan)), and its base case comes \
    to \(money(bid.baseCase.nominal)), undiscounted: assay rank --base-case shows the years.
    """
  }

  private func sentence(of finding: Finding) -> String {
    guard case .conditions(let bid, _) = finding else { return finding.sentence }
    let plans = planned(by: bid).map(\.words).listed
    return "\(bid) can be awarded only on condition that it meets \(plans)."
  }

  private func json(of finding: Finding) -> Json {
    guard case .conditions(let bid, _) = finding, case .object(var facts) = finding.json else {
      return finding.json
    }
    facts["planned"] = .list(planned(by: bid).map(\.json))
    return .object(facts)
  }

  private func planned(by bid: String) -> [PlannedAnswer] {
    bids.first { $0.bid.id == bid }?.planned ?? []
  }
}
