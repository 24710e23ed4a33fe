public import Contracts

/// The distributions of the costs of all options, on either basis.
public struct Summaries: Sendable, Equatable {
  private let summaries: [CostBasis: [Summary]]

  /// Summarises the options of `outcome`, side by side.
  public init(of outcome: Outcome) async {
    summaries = await withTaskGroup(of: (CostBasis, Int, Summary).self) { group in
      for basis in CostBasis.allCases {
        for option in outcome.options.indices {
          group.addTask { (basis, option, outcome.summary(of: option, basis)) }
        }
      }
      var found: [CostBasis: [Int: Summary]] = [:]
      for await (basis, option, summary) in group { found[basis, default: [:]][option] = summary }
      return found.mapValues { byOption in byOption.sorted { $0.key < $1.key }.map(\.value) }
    }
  }

  /// The distribution of the cost of option `position` on `basis`.
  public subscript(position: Int, basis: CostBasis) -> Summary {
    guard let summary = summaries[basis]?[position] else {
      preconditionFailure("every option is summarised on either basis")
    }
    return summary
  }
}
