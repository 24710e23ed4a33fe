import Rows

/// An instruction set in which the row operations can be run.
struct Level: Sendable {
  /// Its name in the table.
  let name: String

  /// Runs every row operation in it from now on.
  let use: @Sendable () -> Void

  /// Those that this machine runs, from the widest vectors on.
  static let all = InstructionSet.available.reversed().map { set in
    Level(name: set.rawValue) { set.use() }
  }
}
