/// Why an event or a history cannot be used: every fault in every file.
public struct LoadingError: Error, Hashable, Sendable {
  /// The faults by file, line and column.
  public var faults: [Fault]

  /// How many more there were than are kept.
  public var omitted: Int

  /// Creates an error of `faults`.
  public init(faults: [Fault], omitted: Int = 0) {
    self.faults = faults
    self.omitted = omitted
  }

  /// How many faults there were, kept or not.
  public var count: Int { faults.count + omitted }
}
