/// Why shards are no whole run.
public enum ShardFault: Error, Hashable, Sendable {
  /// The file is not there, or cannot be read.
  case noFile(String)
  /// The file was never a shard.
  case noShard(String)
  /// The file is a shard as another version writes them.
  case otherFormat(String)
  /// The file is not as it was written.
  case damaged(String)
  /// The file was changed while it was read.
  case changed(String)
  /// The file holds figures of other options, or too many or too few.
  case otherFigures(String)
  /// The file was made by another version of the program.
  case otherVersion(String, version: String, own: String)
  /// The file has another seed than the first.
  case otherSeed(String, seed: UInt64, first: String, firstSeed: UInt64)
  /// The file was made from other `inputs` than the first.
  case otherInputs(String, inputs: [String], first: String)
  /// The event's `inputs` have changed since the shards were made.
  case changedInputs([String])
  /// Two files hold the same futures.
  case overlap(Range<Int>, String, String)
  /// No file holds these futures.
  case gap(Range<Int>)
  /// The file cannot be written: its folder is not there, or something else than a file is.
  case notWritable(String)
  /// There is no file.
  case none
}

/// Everything that keeps shards from being a whole run.
public struct ShardError: Error, Hashable, Sendable {
  /// The faults, those of single files first.
  public var faults: [ShardFault]
}

extension ShardFault: CustomStringConvertible {
  /// The fault in a sentence.
  public var description: String {
    switch self {
    case .noFile(let file): "\(file) cannot be read"
    case .noShard(let file): "\(file) is no shard"
    case .otherFormat(let file): "\(file) is a shard of another version of assay"
    case .damaged(let file): "\(file) is damaged: it is not as assay wrote it"
    case .changed(let file): "\(file) was changed while it was read"
    case .otherFigures(let file): "\(file) holds figures that are not of this event"
    case .otherVersion(let file, let version, let own):
      "\(file) was made by assay \(version), this is \(own)"
    case .otherSeed(let file, let seed, let first, let firstSeed):
      "\(file) has seed \(seed), \(first) has \(firstSeed)"
    case .otherInputs(let file, let inputs, let first):
      "\(file) was made from another state of the event than \(first): \(Self.listed(inputs))"
    case .changedInputs(let inputs):
      "the event has changed since the shards were made: \(Self.listed(inputs))"
    case .overlap(let futures, let file, let other):
      "futures \(futures.words) are in \(other) and in \(file)"
    case .gap(let futures): "futures \(futures.words) are in no file"
    case .notWritable(let file): "\(file) cannot be written"
    case .none: "there is no shard to merge"
    }
  }

  /// A few of many.
  private static func listed(_ inputs: [String]) -> String {
    let more = inputs.count - 5
    return inputs.prefix(5).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension Range<Int> {
  fileprivate var words: String { "\(lowerBound) to \(upperBound - 1)" }
}
