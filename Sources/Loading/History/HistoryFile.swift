import Crypto
import FoundationEssentials
import Futures
import Quantities
import Tables

/// Reads a history: its mapping and the data that it maps.
struct HistoryFile {
  let findings: Findings

  /// The mapping and its observations, or nothing where either is faulty.
  ///
  /// - Parameters:
  ///   - path: Where the mapping lies.
  ///   - name: How faults and digests name it.
  ///   - data: The folder of the data or the file itself; by default the mapping's own folder.
  /// - Returns: What was read, and how.
  func read(
    mapping path: String, named name: String, data: String?
  ) -> (record: HistoryRecord, mapping: Mapping, reading: HistoryReading)? {
    guard let bytes = mappingBytes(path, name) else { return nil }
    guard let text = yamlText(bytes) else {
      findings.add(.utf8, at: Spot(file: name))
      return nil
    }
    guard let root = YamlDoor(file: name, findings: findings).read(text) else { return nil }
    let item = Item(value: root, keySpot: root.spot, path: "", findings: findings)
    guard let mapping = item.section({ MappingFile(section: $0).read() }) else { return nil }
    let file = dataPath(mapping.file, beside: path, data: data)
    guard let reading = readRows(mapping, at: file), let digest = digest(of: file) else {
      return nil
    }
    let digests = [name: hexadecimal(SHA256.hash(data: bytes)), mapping.file: digest]
    return (HistoryRecord(reading, mapping, digests), mapping, reading)
  }

  private func mappingBytes(_ path: String, _ name: String) -> [UInt8]? {
    do {
      return try content(ofFile: path, limit: FileLimit.yaml)
    } catch {
      findings.add(error.reason, at: Spot(file: name))
      return nil
    }
  }

  private func dataPath(_ file: String, beside mapping: String, data: String?) -> String {
    guard let data else {
      return URL(fileURLWithPath: mapping).deletingLastPathComponent().path + "/" + file
    }
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: data, isDirectory: &isFolder)
    return exists && !isFolder ? data : data + "/" + file
  }

  private func readRows(_ mapping: Mapping, at path: String) -> HistoryReading? {
    do {
      return try HistoryRows(mapping, path: path, named: mapping.file, findings: findings).read()
    } catch {
      // A fault keeps the beginning of what was found; of a path its end tells more.
      let place = URL(fileURLWithPath: path).standardizedFileURL.path
      findings.add(
        .historyFile, at: Spot(file: mapping.file),
        found: place.count > 80 ? "…" + place.suffix(79) : place)
      return nil
    }
  }

  private func digest(of path: String) -> String? {
    var hash = SHA256()
    do {
      try forEachPiece(ofFile: path) { hash.update(data: $0) }
    } catch {
      return nil
    }
    return hexadecimal(hash.finalize())
  }
}

extension HistoryRecord {
  /// What was read through a mapping.
  init(_ reading: HistoryReading, _ mapping: Mapping, _ digests: [String: String]) {
    let providers = Set(
      reading.history.series.keys.map(\.provider) + reading.gaps.map(\.provider))
    self.init(
      history: reading.history, providers: providers.sorted(),
      series: mapping.series.map { HistorySeries($0, isAggregated: mapping.isAggregated) },
      targets: reading.targets.series.mapValues { targets in
        Dictionary(targets.map { ($0.month, $0.value) }) { _, later in later }
      },
      gaps: reading.gaps, source: mapping.source, digests: digests)
  }
}

extension HistorySeries {
  init(_ series: MappedSeries, isAggregated: Bool) {
    let aggregation: Aggregation? =
      switch series.aggregation {
      case .ratio: .ratio
      case _ where !isAggregated: nil
      case .sum: .sum
      case .mean: .mean
      case .last: .last
      }
    var target: Double?
    if case .always(let number) = series.target { target = number }
    self.init(
      name: series.name, aggregation: aggregation,
      isRate: series.isPercent || series.aggregation == .ratio, better: series.better,
      target: target)
  }
}
