import Contracts
import Settlement

extension ExplainReport {
  /// What the exchange rate called `name` is, in a sentence; nothing where none is called so.
  func exchangeWords(_ name: String) -> String? {
    for seated in contract.clauses where seated.name == name {
      guard case .exchangeRate(let clause) = seated.clause else { continue }
      let move =
        switch clause.quote {
        case .direct: "the index \(clause.index) ÷ its level before month 1"
        case .indirect: "the level of the index \(clause.index) before month 1 ÷ its level"
        }
      let base = clause.indexation.map { ", times that of \($0)" } ?? ""
      return "factor: \(name), \(move)\(base)."
    }
    return nil
  }
}
