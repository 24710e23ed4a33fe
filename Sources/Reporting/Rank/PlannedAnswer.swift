import Contracts
import Decision
import Quantities

/// A mandatory requirement that a bid will meet from a month on: a condition precedent of an award.
struct PlannedAnswer: Sendable {
  /// The requirement.
  let requirement: String

  /// The month from which on it is met.
  let month: CalendarMonth

  /// Whether that is after the requirement is due.
  let isLate: Bool
}

extension PlannedAnswer {
  /// The requirement and its month in words.
  var words: String { "\(requirement) (by \(month)\(isLate ? ", after it is due" : ""))" }

  /// The condition for machines.
  var json: Json {
    [
      "requirement": .text(requirement), "month": .text("\(month)"), "is_late": .truth(isLate),
    ]
  }
}

extension Bid {
  /// The mandatory requirements that the bid plans to meet, in the event's order.
  func plannedAnswers(in event: Event) -> [PlannedAnswer] {
    event.requirements.filter(\.isMandatory).compactMap { requirement in
      guard case .planned(let month) = answer(to: requirement).status else { return nil }
      return PlannedAnswer(
        requirement: requirement.id, month: month, isLate: month > event.due(requirement))
    }
  }
}
