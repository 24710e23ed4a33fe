/// How a run came to its number of futures.
public enum RunEnding: Hashable, Sendable {
  /// It is the number that was asked for.
  case asAsked
  /// The run was interrupted before it had simulated all that were asked for.
  case interrupted(of: Int)
}

extension RunEnding {
  /// What is said of a run that ended after `futures` futures; nothing where all went as asked.
  func sentence(after futures: Int) -> String? {
    switch self {
    case .asAsked: nil
    case .interrupted(let asked):
      """
      Interrupted after \(futures.of("future")) of \(asked.figure): --futures \(futures) gives the \
      same.
      """
    }
  }

  /// The interruption as facts; null where there was none.
  func interruption(after futures: Int) -> Json {
    switch self {
    case .asAsked: .null
    case .interrupted(let asked): ["after": .count(futures), "of": .count(asked)]
    }
  }
}
