/// Why an event or a history cannot be used: every fault in every file.
public struct LoadingError: Error, Hashable, Sendable {
  /// The faults by file, line and column.
  public var faults: [Fault]

  /// Creates an error of `faults`.
  public init(faults: [Fault]) {
    self.faults = faults
  }
}
