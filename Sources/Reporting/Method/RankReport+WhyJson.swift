import Contracts
import Decision
import Simulation

extension RankReport {
  /// Why the first bid is first, for machines; null where there is no second.
  var whyJson: Json { .optional(comparison.ranking.why, json(of:)) }

  private func json(of why: WhyFirst) -> Json {
    [
      "first": bid(why.options[0]), "second": bid(why.options[1]),
      "margin": .number(why.margin), "decided_by_minimum": .truth(why.isDecidedByMinimum),
      "parts": .list(
        why.parts.map { part in
          [
            "criterion": .text(part.criterion.id), "first": .number(part.scores[0]),
            "second": .number(part.scores[1]), "points": .number(part.points),
          ]
        }),
      "changes": .list(
        why.changes.map { change in
          var facts = self.facts(of: change.lever)
          facts["from"] = .number(change.from)
          facts["to"] = .number(change.to)
          facts["takes_over"] = bid(change.takesOver)
          return .object(facts)
        }),
      "no_single_change": .list(why.inert.map { .object(facts(of: $0)) }),
    ]
  }

  private func bid(_ option: Int) -> Json { .text(comparison.options[option].bid.id) }

  private func facts(of lever: WhyFirst.Change.Lever) -> [String: Json] {
    switch lever {
    case .cost(let option):
      ["lever": "cost", "criterion": "cost", "bid": bid(option)]
    case .weight(let criterion):
      ["lever": "weight", "criterion": .text(criterion.id), "bid": .null]
    case .measure(let criterion, let option):
      ["lever": "measure", "criterion": .text(criterion.id), "bid": bid(option)]
    case .minimum(let criterion):
      ["lever": "minimum", "criterion": .text(criterion.id), "bid": .null]
    }
  }
}

extension MinimumCheck {
  /// The minimum and how the score stands to it, for machines.
  var json: Json {
    [
      "criterion": .text(criterion.id), "minimum": .number(minimum), "score": score.json,
      "reached": .truth(isReached), "open": .truth(isOpen),
    ]
  }
}
