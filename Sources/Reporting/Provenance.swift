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

  /// The SHA-256 of the settings of the locked method, where options are ranked by it.
  public var methodDigest: String?

  /// Creates a provenance.
  public init(
    version: String, eventDigest: String, dataDigests: [String: String], seed: UInt64, futures: Int,
    methodDigest: String? = nil
  ) {
    self.methodDigest = methodDigest
    self.version = version
    self.eventDigest = eventDigest
    self.dataDigests = dataDigests
    self.seed = seed
    self.futures = futures
  }
}

extension Provenance {
  /// The provenance in a line.
  var line: String {
    "\(origin), seed \(seed), \(futures.of("future")). The same gives the same bytes; --json has "
      + "every file's digest."
  }

  /// The provenance in a line where nothing is random.
  var baseCaseLine: String { "\(origin)." }

  private var origin: String {
    "assay \(version), event \(eventDigest.prefix(12)) with \(dataDigests.count.of("file"))"
  }

  /// The provenance as facts.
  var json: Json {
    var facts = origins
    facts["seed"] = .count(seed)
    facts["futures"] = .count(futures)
    if let methodDigest { facts["method_digest"] = .text(methodDigest) }
    return .object(facts)
  }

  /// The provenance as facts where nothing is random.
  var baseCaseJson: Json { .object(origins) }

  private var origins: [String: Json] {
    [
      "version": .text(version), "event_digest": .text(eventDigest),
      "data_digests": .object(dataDigests.mapValues(Json.text)),
    ]
  }
}
