/// An instruction set in which the row operations can be run.
struct Level: Sendable {
  /// Its name in the table.
  let name: String

  /// Runs every row operation in it from now on.
  let use: @Sendable () -> Void

  /// Those that this machine runs.
  ///
  /// Row operations choose the widest vectors of the processor when the program is loaded.
  static let all = [Level(name: "widest vectors") {}]
}
