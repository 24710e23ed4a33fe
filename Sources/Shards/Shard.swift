import Simulation

/// What a shard says of itself: from what it was made, and which futures it holds.
public struct Shard: Codable, Hashable, Sendable {
  /// The version of the program.
  public var version: String

  /// The folder of the event when the shard was made.
  public var event: String

  /// Where its history lay then, where that was said.
  public var data: String?

  /// The SHA-256 over all files of the event.
  public var eventDigest: String

  /// The SHA-256 of each file of the event and of its history, by path.
  public var dataDigests: [String: String]

  /// The seed of all random numbers.
  public var seed: UInt64

  /// The futures, by number.
  public var futures: Range<Int>

  /// Creates the description of a shard.
  public init(
    version: String, event: String, data: String?, eventDigest: String,
    dataDigests: [String: String], seed: UInt64, futures: Range<Int>
  ) {
    self.version = version
    self.event = event
    self.data = data
    self.eventDigest = eventDigest
    self.dataDigests = dataDigests
    self.seed = seed
    self.futures = futures
  }
}

extension Shard {
  /// What of the inputs is not as it was for `other`.
  func differences(from other: Shard) -> [String] {
    let paths = Set(dataDigests.keys).union(other.dataDigests.keys)
    let files = paths.filter { dataDigests[$0] != other.dataDigests[$0] }.sorted()
    return files.isEmpty && eventDigest != other.eventDigest ? ["its terms"] : files
  }

  /// Whether there can be such futures.
  var isPossible: Bool {
    !futures.isEmpty && futures.lowerBound >= 0 && futures.upperBound <= 1 << 32
      && futures.lowerBound.isMultiple(of: Experiment.blockSize)
  }
}
