public import Simulation

/// The shards of a whole run, each in a file, by ascending futures.
public struct ShardSet: Sendable {
  private let members: [Member]

  private struct Member: Sendable {
    var file: ShardFile
    var digest: String
    var shard: Shard

    var bounds: (Int, Int) { (shard.futures.lowerBound, shard.futures.upperBound) }
  }

  /// Reads what the shards in `files` say of themselves, in whatever order.
  ///
  /// Only one file at a time is in memory, here and in ``outcome(of:from:)``.
  ///
  /// - Parameters:
  ///   - files: The paths.
  ///   - version: The version of the program that must have made them.
  /// - Throws: ``ShardError`` with everything that keeps them from being the futures 0 to some
  ///   number of one run.
  public init(files: [String], version: String) throws(ShardError) {
    var faults: [ShardFault] = files.isEmpty ? [.none] : []
    var members: [Member] = []
    for path in files {
      do throws(ShardFault) {
        let file = ShardFile(path: path)
        let content = try file.read()
        members.append(Member(file: file, digest: content.digest, shard: content.shard))
      } catch {
        faults.append(error)
      }
    }
    faults += Self.strangers(among: members, version: version)
    members.sort { $0.bounds < $1.bounds }
    // Futures may well be those of a file that could not be read.
    faults += Self.misfits(in: members).filter { fault in
      if case .gap = fault { members.count == files.count } else { true }
    }
    guard faults.isEmpty else { throw ShardError(faults: faults) }
    self.members = members
  }

  /// What the shard that holds the first futures says of itself.
  public var first: Shard { members[0].shard }

  /// How many futures there are.
  public var futures: Int { members.last?.shard.futures.upperBound ?? 0 }

  /// The outcome of all futures.
  ///
  /// - Parameters:
  ///   - experiment: The experiment of ``futures`` futures that the shards are parts of.
  ///   - inputs: What the experiment was made from; its futures, paths and version count for
  ///     nothing.
  /// - Returns: What one run of ``futures`` futures leaves.
  /// - Throws: ``ShardError`` for an experiment that was made from something else, or for a file.
  public func outcome(
    of experiment: Experiment, from inputs: Shard
  ) throws(ShardError) -> Outcome {
    let changed = inputs.differences(from: first)
    guard changed.isEmpty else { throw ShardError(faults: [.changedInputs(changed)]) }
    var whole: Outcome?
    for member in members {
      do {
        let part = try member.file.outcome(of: experiment, digest: member.digest)
        if whole == nil { whole = part } else { try whole?.merge(part) }
      } catch let fault as ShardFault {
        throw ShardError(faults: [fault])
      } catch {
        throw ShardError(faults: [.otherFigures(member.file.path)])
      }
    }
    guard let whole else { throw ShardError(faults: [.none]) }
    return whole
  }

  /// The shards that are not of one run with the first.
  private static func strangers(among members: [Member], version: String) -> [ShardFault] {
    guard let first = members.first else { return [] }
    return members.flatMap { member in
      let (shard, path) = (member.shard, member.file.path)
      let differences = shard.differences(from: first.shard)
      return [
        shard.version == version
          ? nil : ShardFault.otherVersion(path, version: shard.version, own: version),
        shard.seed == first.shard.seed
          ? nil
          : .otherSeed(
            path, seed: shard.seed, first: first.file.path, firstSeed: first.shard.seed),
        differences.isEmpty
          ? nil : .otherInputs(path, inputs: differences, first: first.file.path),
      ].compactMap { $0 }
    }
  }

  /// The futures that no member holds, and those that several hold.
  private static func misfits(in members: [Member]) -> [ShardFault] {
    var faults: [ShardFault] = []
    var (end, holder) = (0, "")
    for member in members {
      let (futures, path) = (member.shard.futures, member.file.path)
      if futures.lowerBound > end { faults.append(.gap(end..<futures.lowerBound)) }
      if futures.lowerBound < end {
        let shared = futures.lowerBound..<min(end, futures.upperBound)
        faults.append(.overlap(shared, path, holder))
      }
      if futures.upperBound > end { (end, holder) = (futures.upperBound, path) }
    }
    return faults
  }
}
