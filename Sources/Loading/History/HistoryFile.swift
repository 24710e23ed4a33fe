import Crypto
import FoundationEssentials
import Futures

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
  ) -> (record: HistoryRecord, mapping: Mapping)? {
    guard let bytes = mappingBytes(path, name) else { return nil }
    guard let text = yamlText(bytes) else {
      findings.add(.utf8, at: Spot(file: name))
      return nil
    }
    guard let root = YamlDoor(file: name, findings: findings).read(text) else { return nil }
    let item = Item(value: root, keySpot: root.spot, path: "", findings: findings)
    guard let mapping = item.section({ MappingFile(section: $0).read() }) else { return nil }
    let file = dataPath(mapping.file, beside: path, data: data)
    guard let history = readRows(mapping, at: file), let digest = digest(of: file) else {
      return nil
    }
    let record = HistoryRecord(
      history: history, providers: Set(history.series.keys.map(\.provider)).sorted(),
      volumes: mapping.series.filter { !$0.isPercent }.map(\.name),
      shares: mapping.series.filter(\.isPercent).map(\.name), source: mapping.source,
      digests: [name: hexadecimal(SHA256.hash(data: bytes)), mapping.file: digest]
    )
    return (record, mapping)
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

  private func readRows(_ mapping: Mapping, at path: String) -> History? {
    do {
      let rows = try HistoryRows(mapping, path: path, findings: findings)
      return rows.read(as: mapping.file)
    } catch {
      findings.add(.readableFile, at: Spot(file: mapping.file), found: path)
      return nil
    }
  }

  private func digest(of path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { return nil }
    return hexadecimal(SHA256.hash(data: data))
  }
}
