import Crypto
import FoundationEssentials
import Simulation

/// A shard in a file.
///
/// The first line is the format, the second the SHA-256 of all that follows, the third the shard as
/// JSON and the fourth its tallies; the sample follows as it lies in memory. JSON, because what it
/// takes in memory is bounded by its size.
struct ShardFile {
  /// The file.
  let path: String

  private static let format = "assay shard 1"
  private static let formats = "assay shard "
  private static let digits = 64
  private static let limit = 1 << 30
  private static let newline = UInt8(ascii: "\n")

  /// The parts of a file that is whole.
  struct Content {
    var digest: String
    var shard: Shard
    fileprivate var outcome: Data
  }

  /// Whether a shard could be written: to a folder that is there, in place of nothing but a file.
  var isWritable: Bool {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return FileManager.default.isWritableFile(atPath: url.deletingLastPathComponent().path)
      && attributes.map { $0[.type] as? FileAttributeType == .typeRegular } ?? true
  }

  /// Writes a shard, all of it or nothing.
  func write(_ shard: Shard, _ outcome: Outcome) throws {
    guard isWritable else { throw ShardFault.notWritable(path) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = Self.beyond
    var file = Data("\(Self.format)\n".utf8)
    let start = file.count
    file.append(Data("\(String(repeating: "0", count: Self.digits))\n".utf8))
    for value in [shard, outcome] as [any Encodable] {
      file.append(try encoder.encode(value))
      file.append(Self.newline)
    }
    outcome.sample.append(to: &file)
    let digest = Self.digest(of: file[(start + Self.digits + 1)...])
    file.replaceSubrange(start..<(start + Self.digits), with: Data(digest.utf8))
    try file.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Reads the file but for its outcome.
  func read() throws(ShardFault) -> Content {
    let (format, afterFormat) = try line(of: try bytes())
    guard format == Self.format else {
      throw format.hasPrefix(Self.formats) ? .otherFormat(path) : .noShard(path)
    }
    let (digest, rest) = try line(of: afterFormat)
    guard digest == Self.digest(of: rest) else { throw .damaged(path) }
    guard let end = rest.firstIndex(of: Self.newline) else { throw .damaged(path) }
    do {
      let shard = try JSONDecoder().decode(Shard.self, from: rest[..<end])
      guard shard.isPossible else { throw ShardFault.damaged(path) }
      return Content(digest: digest, shard: shard, outcome: rest[rest.index(after: end)...])
    } catch {
      throw .damaged(path)
    }
  }

  /// Reads the outcome, which must be one of `experiment`, of the file that had `digest`.
  func outcome(of experiment: Experiment, digest: String) throws(ShardFault) -> Outcome {
    let content = try read()
    guard content.digest == digest else { throw .changed(path) }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = Self.known
    guard
      let end = content.outcome.firstIndex(of: Self.newline),
      var outcome = try? decoder.decode(Outcome.self, from: content.outcome[..<end])
    else { throw .damaged(path) }
    guard let sample = Sample(content.outcome[(end + 1)...], of: outcome) else {
      throw .otherFigures(path)
    }
    outcome.sample = sample
    guard experiment.mayLeave(outcome), outcome.range == content.shard.futures else {
      throw .otherFigures(path)
    }
    return outcome
  }

  private func bytes() throws(ShardFault) -> Data {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else {
      throw .noFile(path)
    }
    let size = (attributes[.size] as? any BinaryInteger).map { Int($0) } ?? 0
    guard attributes[.type] as? FileAttributeType == .typeRegular, size <= Self.limit else {
      throw .noShard(path)
    }
    guard let bytes = FileManager.default.contents(atPath: real) else { throw .noFile(path) }
    return bytes
  }

  /// The first line of `data`, which is short, and what follows it.
  private func line(of data: Data) throws(ShardFault) -> (line: String, rest: Data) {
    guard let end = data.prefix(100).firstIndex(of: Self.newline) else { throw .noShard(path) }
    return (String(decoding: data[..<end], as: UTF8.self), data[data.index(after: end)...])
  }

  private static func digest(of data: Data) -> String {
    let digits = Array("0123456789abcdef")
    let bytes = SHA256.hash(data: data)
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static let beyond = JSONEncoder.NonConformingFloatEncodingStrategy.convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")

  private static let known = JSONDecoder.NonConformingFloatDecodingStrategy.convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
}
