public import Contracts

/// The distributions of the costs of all options, on either basis.
public struct Summaries: Sendable, Equatable {
  private let summaries: [CostBasis: [Summary]]

  /// Summarises the options of `outcome`, side by side.
  public init(of outcome: Outcome) async {
    var summaries: [CostBasis: [Summary]] = [:]
    for basis in CostBasis.allCases {
      summaries[basis] = await outcome.options.indices.mapSideBySide {
        outcome.summary(of: $0, basis)
      }
    }
    self.summaries = summaries
  }

  /// The distribution of the cost of option `position` on `basis`.
  public subscript(position: Int, basis: CostBasis) -> Summary {
    guard let summary = summaries[basis]?[position] else {
      preconditionFailure("every option is summarised on either basis")
    }
    return summary
  }
}
