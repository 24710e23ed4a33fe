/// What an answer was made from: the same provenance gives the same bytes.
public struct Provenance: Hashable, Sendable {
  /// The version of the program.
  public var version: String

  /// The SHA-256 over all files of the event.
  public var eventDigest: String

  /// The SHA-256 of each file of the event and of its history, by path.
  public var dataDigests: [String: String]

  /// The seed of all random numbers.
  public var seed: UInt64

  /// The number of futures.
  public var futures: Int

  /// Creates a provenance.
  public init(
    version: String, eventDigest: String, dataDigests: [String: String], seed: UInt64, futures: Int
  ) {
    self.version = version
    self.eventDigest = eventDigest
    self.dataDigests = dataDigests
    self.seed = seed
    self.futures = futures
  }
}
