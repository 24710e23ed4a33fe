import Contracts
import Quantities
import Simulation

extension CostBasis {
  /// The basis in words.
  var words: String {
    switch self {
    case .beforeCredits: "cost before service credits"
    case .afterCredits: "cost after service credits"
    }
  }

  /// The basis in a word or two.
  var shortWords: String {
    switch self {
    case .beforeCredits: "before service credits"
    case .afterCredits: "after service credits"
    }
  }
}

extension Discounting {
  /// The rate in words.
  var words: String { "\(rate.percentExact) a year (\(basis.rawValue))" }
}
