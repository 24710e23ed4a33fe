public import Contracts
import Quantities

/// How far a bid's answers cover the requirements of one framework.
public struct Coverage: Hashable, Sendable {
  /// The framework, or nothing for all requirements together.
  public var framework: String?

  /// The weighted share that is covered at signature, 0…1.
  public var atSignature: Double

  /// The weighted share that is covered at go-live, 0…1.
  public var atGoLive: Double

  /// The mandatory requirements that are judged by signature and not met then.
  public var openAtSignature: [String]

  /// The mandatory requirements that are not met at go-live.
  public var openAtGoLive: [String]
}

extension Answer.Status {
  /// How much of the requirement is met in `month` **[assumption]**: all by a plain yes, three
  /// quarters by an alternative, half in part, a planned answer from its month on.
  func share(in month: CalendarMonth) -> Double {
    switch self {
    case .comply: 1
    case .alternative: 0.75
    case .partial: 0.5
    case .planned(let date): date <= month ? 1 : 0
    case .nonComply, .noResponse: 0
    }
  }

  /// Whether the status satisfies a mandatory requirement in `month`.
  func satisfies(in month: CalendarMonth) -> Bool {
    switch self {
    case .comply, .alternative: true
    case .planned(let date): date <= month
    case .partial, .nonComply, .noResponse: false
    }
  }
}

extension Bid {
  /// The answer to `requirement`; no response where the bid has none.
  public func answer(to requirement: Requirement) -> Answer {
    answers[requirement.id] ?? Answer(status: .noResponse)
  }

  /// The coverage of each framework in the order in which requirements first name them.
  public func coverage(of event: Event) -> [Coverage] {
    var frameworks: [String] = []
    for framework in event.requirements.flatMap(\.frameworks)
    where !frameworks.contains(framework) { frameworks.append(framework) }
    return frameworks.map { framework in
      let own = event.requirements.filter { $0.frameworks.contains(framework) }
      return coverage(framework, of: own, in: event)
    }
  }

  /// The coverage of all requirements together, each of which counts once.
  public func overallCoverage(of event: Event) -> Coverage {
    coverage(nil, of: event.requirements, in: event)
  }

  private func coverage(
    _ framework: String?, of requirements: [Requirement], in event: Event
  ) -> Coverage {
    let signature = event.firstMonth
    let goLive = event.goLiveMonth
    return Coverage(
      framework: framework, atSignature: covered(requirements, in: signature),
      atGoLive: covered(requirements, in: goLive),
      openAtSignature: open(requirements.filter { $0.due < .goLive }, in: signature),
      openAtGoLive: open(requirements, in: goLive))
  }

  /// `Σ weight · status · evidence factor / Σ weight`; 1 where nothing is required.
  private func covered(_ requirements: [Requirement], in month: CalendarMonth) -> Double {
    let total = requirements.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 1 }
    return requirements.reduce(0) { sum, requirement in
      let answer = answer(to: requirement)
      return sum + requirement.weight * answer.status.share(in: month)
        * answer.evidenceFactor(on: month.firstDay)
    } / total
  }

  private func open(_ requirements: [Requirement], in month: CalendarMonth) -> [String] {
    requirements.filter {
      $0.isMandatory && !answer(to: $0).status.satisfies(in: month)
    }.map(\.id)
  }
}
