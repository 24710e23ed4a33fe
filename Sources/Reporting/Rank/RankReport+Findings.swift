import Contracts
import Decision
import Loading

extension RankReport {
  func addFindings(to page: inout Page) {
    let sentences =
      comparison.findings.sentences(by: sentence(of:)) + levelling.map { $0.sentence(money) }
      + dossier.notes.map(\.sentence)
    guard !sentences.isEmpty else { return }
    page.section("What to know")
    page.points(sentences)
  }

  /// The findings for machines.
  var findingsJson: Json { .list(comparison.findings.map(json(of:)) + levelling.map(\.json)) }

  private var levelling: [LevellingFinding] {
    bids.flatMap { LevellingFinding.all(about: $0, in: comparison.event) }
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
