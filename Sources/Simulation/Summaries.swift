public import Contracts
import Crew

/// The distributions of the costs of all options, on either basis.
public struct Summaries: Sendable, Equatable {
  private let summaries: [CostBasis: [Summary]]

  init(_ summaries: [CostBasis: [Summary]]) { self.summaries = summaries }

  /// Summarises the options of `outcome`, side by side.
  public init(of outcome: Outcome) async {
    let (bases, count) = (CostBasis.allCases, outcome.options.count)
    let all = (0..<(bases.count * count)).mapSideBySide {
      outcome.summary(of: $0 % count, bases[$0 / count])
    }
    summaries = Dictionary(
      uniqueKeysWithValues: bases.indices.map { place in
        (bases[place], Array(all[(place * count)..<((place + 1) * count)]))
      })
  }

  /// The distribution of the cost of option `position` on `basis`.
  public subscript(position: Int, basis: CostBasis) -> Summary {
    guard let summary = summaries[basis]?[position] else {
      preconditionFailure("every option is summarised on either basis")
    }
    return summary
  }
}
