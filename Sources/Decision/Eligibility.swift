public import Contracts
import Quantities

/// Whether a bid may be awarded.
public struct Eligibility: Hashable, Sendable {
  /// The mandatory requirements that the bid fails: any of them rules an award out.
  public var failed: [String]

  /// The mandatory requirements that the bid plans to meet by a date: conditions precedent of an
  /// award.
  public var conditions: [String]

  /// The criteria of which the bid does not reach the minimum: any of them rules an award out.
  ///
  /// They are known of a ranking alone.
  public var belowMinimum: [String] = []

  /// Whether the bid may be awarded.
  public var isAwardable: Bool { failed.isEmpty && belowMinimum.isEmpty }
}

extension Bid {
  /// Whether the bid may be awarded in `event`.
  public func eligibility(in event: Event) -> Eligibility {
    var result = Eligibility(failed: [], conditions: [])
    for requirement in event.requirements where requirement.isMandatory {
      let status = answer(to: requirement).status
      if case .planned = status {
        result.conditions.append(requirement.id)
      } else if !status.satisfies(in: event.due(requirement)) {
        result.failed.append(requirement.id)
      }
    }
    return result
  }
}
