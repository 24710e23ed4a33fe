import Contracts
import Decision

extension RankReport {
  private var event: Event { comparison.event }

  /// The locked method in a sentence.
  var methodSentence: String {
    let parts = event.criteria.map { criterion -> String in
      let share = event.method.share(of: criterion, among: event.criteria).map(\.percentExact)
      let minimum = criterion.minimum.map { "with at least \($0.significant)" }
      return [criterion.words, share, minimum].compactMap { $0 }.joined(separator: " ")
    }
    let digest = provenance.methodDigest.map { " The method is \($0.prefix(12))." } ?? ""
    return "Ranked by \(event.method.words): \(parts.joined(separator: ", ")).\(digest)"
  }

  /// Adds the locked method with its criteria, and which effect enters which of them.
  func addMethod(to page: inout Page) {
    page.section("The locked method: \(event.method.words)")
    page.table(
      TextTable(
        keys: ["criterion"], ["weight", "minimum", "measures", "scores"],
        rows: event.criteria.map(row)
      ).onTheLeft)
    page.gap()
    page.points(
      [event.method.sentence]
        + [provenance.methodDigest.map { "The SHA-256 of its settings is \($0)." }].compactMap {
          $0
        })
    page.section("What enters which criterion")
    page.table(comparison.overlap.table)
    page.gap()
    page.points(comparison.overlap.sentences)
    addScoreSheet(to: &page)
  }

  private func row(of criterion: Criterion) -> [String] {
    let share = event.method.share(of: criterion, among: event.criteria)
    return [
      criterion.words, share?.percentExact ?? unknown, criterion.minimum?.significant ?? unknown,
      criterion.explanation, criterion.scale.words { criterion.shown($0, money) },
    ]
  }

  /// The locked method for machines.
  var methodJson: Json {
    ["formula": .text(event.method.rawValue), "effects": comparison.overlap.json]
  }
}
