public import Simulation

extension Shard {
  /// Whether a shard could be written to `path`, which a long run should ask first.
  public static func isWritable(to path: String) -> Bool { ShardFile(path: path).isWritable }

  /// Writes the shard with its outcome to the file `path`, all of it or nothing.
  ///
  /// - Throws: ``ShardFault/notWritable(_:)``, or what the system says.
  public func write(_ outcome: Outcome, to path: String) throws {
    try ShardFile(path: path).write(self, outcome)
  }
}
