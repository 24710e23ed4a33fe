/// Why a table as a whole cannot be read.
public enum TableError: Error, Hashable, Sendable {
  /// The file cannot be opened, with the system's `errno`.
  case cannotOpen(path: String, errno: Int32)

  /// The file was opened but its beginning cannot be read, with the system's `errno`.
  case cannotRead(path: String, errno: Int32)
}
