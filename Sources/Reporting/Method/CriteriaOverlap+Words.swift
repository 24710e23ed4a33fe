import Contracts
import Decision

extension CriteriaOverlap {
  /// The effects against the criteria, with those that count twice marked.
  var table: TextTable {
    TextTable(
      keys: ["effect"], criteria.map(\.words) + [""],
      rows: rows.map { row in
        [row.effect.words] + criteria.map { row.criteria.contains($0) ? "×" : "" }
          + [row.criteria.count > 1 ? "overlap" : row.criteria.isEmpty ? "in none" : ""]
      }
    ).onTheLeft
  }

  /// What is counted in more than one criterion, and what in none.
  var sentences: [String] {
    var sentences: [String] = []
    if !countedTwice.isEmpty {
      let twice = countedTwice.map(\.words).listed
      sentences.append(
        "Counted in more than one criterion, so that their weights add up: \(twice).")
    }
    if !uncounted.isEmpty {
      sentences.append("Counted in none: \(uncounted.map(\.words).listed).")
    }
    return sentences
  }

  /// The rows for machines.
  var json: Json {
    .list(
      rows.map { row in
        ["effect": .text(row.effect.rawValue), "criteria": .texts(row.criteria.map(\.id))]
      })
  }
}

extension CriteriaOverlap.Effect {
  /// The effect in words.
  var words: String {
    switch self {
    case .charges: "charges on the expected path"
    case .demand: "demand other than expected"
    case .indexation: "indexation and exchange rates"
    case .credits: "service credits and bonuses"
    case .loss: "loss from poor service"
    case .attainment: "service below your needs"
    case .lateGoLive: "late go-live"
    case .hiddenCosts: "hidden costs"
    case .levelling: "levelling and stranded costs"
    case .leaving: "leaving and replacement"
    case .spread: "spread of cost above its mean"
    case .answers: "gaps in compliance"
    case .judgement: "judgement of evaluators"
    }
  }
}
