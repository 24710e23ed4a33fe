import Decision
import Loading

extension RankReport {
  func addFindings(to page: inout Page) {
    let sentences = comparison.findings.sentences + dossier.notes.map(\.sentence)
    guard !sentences.isEmpty else { return }
    page.section("What to know")
    page.points(sentences)
  }
}
