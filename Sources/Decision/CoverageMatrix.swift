public import Contracts
import Quantities

/// What every option answers to every requirement.
public struct CoverageMatrix: Hashable, Sendable {
  /// How an answer stands to its requirement when that is due.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It is met.
    case met
    /// It is not met, or not wholly, and need not be.
    case gap
    /// It must be met and is planned: a condition precedent of an award.
    case condition
    /// It must be met and is not.
    case open
  }

  /// One option's answer to one requirement.
  public struct Cell: Hashable, Sendable {
    /// The option.
    public var option: String

    /// The answer.
    public var answer: Answer

    /// How it stands when the requirement is due.
    public var standing: Standing

    /// What stands behind it at signature.
    public var atSignature: EvidenceStanding

    /// What stands behind it at go-live.
    public var atGoLive: EvidenceStanding

    /// Whether it is met, and its evidence holds at signature and at go-live.
    public var isWhole: Bool {
      standing == .met && answer.status != .alternative
        && [atSignature, atGoLive].allSatisfy { $0 == .valid || $0 == .renewed }
    }
  }

  /// All answers to one requirement.
  public struct Row: Hashable, Sendable {
    /// The requirement.
    public var requirement: Requirement

    /// The answers, in the order of the options.
    public var cells: [Cell]
  }

  /// The requirements of one framework.
  public struct Framework: Hashable, Sendable {
    /// Its name.
    public var name: String

    /// Its requirements: first those that are mandatory and open in some bid, then those with a
    /// condition precedent, then the others, each in the event's order.
    public var rows: [Row]
  }

  /// All requirements in the event's order.
  public let rows: [Row]

  /// Gathers what `bids` answer in `event`.
  public init(of event: Event, bids: [Bid]) {
    rows = event.requirements.map { requirement in
      Row(
        requirement: requirement,
        cells: bids.map { $0.cell(of: requirement, in: event) })
    }
  }

  /// The requirements by framework, in the order in which they first name them; one that counts for
  /// several frameworks stands in each.
  public var frameworks: [Framework] {
    var names: [String] = []
    for name in rows.flatMap(\.requirement.frameworks) where !names.contains(name) {
      names.append(name)
    }
    return names.map { name in
      let own = rows.filter { $0.requirement.frameworks.contains(name) }
      return Framework(name: name, rows: (0...2).flatMap { rank in own.filter { $0.rank == rank } })
    }
  }
}

extension CoverageMatrix.Row {
  /// How soon the row is shown.
  fileprivate var rank: Int {
    if cells.contains(where: { $0.standing == .open }) { return 0 }
    return cells.contains { $0.standing == .condition } ? 1 : 2
  }
}

extension Bid {
  fileprivate func cell(of requirement: Requirement, in event: Event) -> CoverageMatrix.Cell {
    let answer = answer(to: requirement)
    return CoverageMatrix.Cell(
      option: id, answer: answer,
      standing: answer.status.standing(of: requirement, in: event),
      atSignature: answer.evidenceStanding(on: event.firstMonth.firstDay),
      atGoLive: answer.evidenceStanding(on: event.goLiveMonth.firstDay))
  }
}

extension Answer.Status {
  fileprivate func standing(
    of requirement: Requirement, in event: Event
  ) -> CoverageMatrix.Standing {
    if case .planned = self, requirement.isMandatory { return .condition }
    if satisfies(in: event.due(requirement)) { return .met }
    return requirement.isMandatory ? .open : .gap
  }
}
