/// What became of a program.
public struct Solution: Hashable, Sendable {
  /// How it ended.
  public enum End: Hashable, Sendable {
    /// No better values exist, but for the gap that was allowed.
    case optimal
    /// No values meet all rows.
    case infeasible
    /// It was stopped, by a limit or by whoever waited, with the best values found until then.
    case stopped
  }

  /// How it ended.
  public var end: End

  /// The value of each variable, whole where it is to be; nothing where none were found.
  public var values: [Double]?

  /// No values cost less than this; −∞ where nothing is known.
  public var bound: Double
}

/// Why a program was not solved.
public enum SolverError: Error, Hashable, Sendable {
  /// There is no program of this name on the path.
  case missing(program: String)
  /// The program could not be run, or its answer not be read.
  case failed(String)
}

extension SolverError: CustomStringConvertible {
  /// The error in words, with what to do about it.
  public var description: String {
    switch self {
    case .missing(let program):
      "the solver \(program) is not installed: apt-get install coinor-cbc, or put a folder that "
        + "holds it on PATH"
    case .failed(let problem): "the solver failed: \(problem)"
    }
  }
}
