import Loading
public import Shards
public import Simulation

extension Evaluation {
  /// What a shard of `outcome`, of some of this evaluation's futures, says of itself.
  ///
  /// - Parameters:
  ///   - outcome: What was simulated.
  ///   - event: The folder of the event, where ``ShardSet/first`` is to be found by merging.
  ///   - data: Where its history lies, where that is said.
  /// - Returns: What belongs to the outcome in a file.
  public func shard(of outcome: Outcome, event: String, data: String? = nil) -> Shard {
    Shard(
      version: assayVersion, event: event, data: data, eventDigest: dossier.digest,
      dataDigests: dossier.dataDigests, seed: experiment.seed, futures: outcome.range)
  }

  /// The outcome of all futures of `shards`, which are parts of this evaluation's experiment.
  ///
  /// - Throws: ``ShardError`` for shards of another event or of another state of it, and for
  ///   damaged ones.
  public func outcome(of shards: ShardSet) throws(ShardError) -> Outcome {
    let own = Shard(
      version: assayVersion, event: "", data: nil, eventDigest: dossier.digest,
      dataDigests: dossier.dataDigests, seed: experiment.seed, futures: 0..<experiment.futures)
    return try shards.outcome(of: experiment, from: own)
  }
}
