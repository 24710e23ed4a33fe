import Contracts
import Settlement

extension ExplainReport {
  /// Where the amount or the rate of an adjustment comes from, in a sentence; nothing for a certain
  /// amount and for other lines.
  func levellingOrigin(of entry: Ledger.Entry) -> String? {
    let name = contract.lines[entry.line].clause
    for seated in contract.clauses where seated.name == name {
      guard case .levellingAdjustment(let clause) = seated.clause else { continue }
      switch clause.estimate {
      case .amount(_, nil): return nil
      case .amount(let mode, let spread?):
        return """
          amount: drawn once, from \(spread.low.figure(places: 2)) to \
          \(spread.high.figure(places: 2)) and most likely \(mode.figure(places: 2)).
          """
      case .rates(let rates):
        return "rate: what \(rates.bid) asks for a unit of \(rates.serviceLine)."
      }
    }
    return nil
  }
}
