import Contracts
import Decision

extension CheckReport {
  /// Which effects enter which criteria; nothing where a single criterion counts.
  var overlapSection: CheckSection? {
    guard let overlap = review?.overlap, overlap.criteria.count > 1 else { return nil }
    var table = TextTable(
      keys: ["effect"], overlap.criteria.map(\.words),
      rows: overlap.rows.map { row in
        [row.effect.words] + overlap.criteria.map { row.criteria.contains($0) ? "×" : "" }
      })
    for place in table.columns.indices { table.columns[place].alignment = .left }
    var body: CheckSection.Body = [.table(table)]
    var sentences: [String] = []
    if !overlap.countedTwice.isEmpty {
      let twice = overlap.countedTwice.map(\.words).listed
      sentences.append(
        "Counted in more than one criterion, so that their weights add up: \(twice).")
    }
    if !overlap.uncounted.isEmpty {
      sentences.append("Counted in none: \(overlap.uncounted.map(\.words).listed).")
    }
    if !sentences.isEmpty { body.append(.points(sentences)) }
    return CheckSection(
      key: "overlap", heading: "What enters which criterion", body: body,
      json: .list(
        overlap.rows.map { row in
          [
            "effect": .text(row.effect.rawValue),
            "criteria": .texts(row.criteria.map(\.rawValue)),
          ]
        }), count: nil, fails: .never)
  }
}

extension CriteriaOverlap.Effect {
  /// The effect in words.
  fileprivate var words: String {
    switch self {
    case .charges: "charges of the provider"
    case .credits: "service credits and bonuses"
    case .loss: "loss from poor service"
    case .leaving: "leaving and replacement"
    case .answers: "answers to requirements"
    }
  }
}
