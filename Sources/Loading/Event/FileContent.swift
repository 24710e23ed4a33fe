import FoundationEssentials
import Tables

/// Why a file is not read.
struct Refusal: Error {
  var reason: Fault.Reason
}

/// The bytes of the file at `path`.
///
/// - Parameters:
///   - path: Where the file lies.
///   - root: A folder that it must not leave, also by no link: a bid cannot quote other files.
///   - limit: The most bytes that it may have.
/// - Returns: All of it.
/// - Throws: Why it is not read.
func content(
  ofFile path: String, within root: String? = nil, limit: Int
) throws(Refusal) -> [UInt8] {
  if let bytes = PlainFile.bytes(at: path, within: root, limit: limit) { return bytes }
  return Array(try contentOrReason(ofFile: path, within: root, limit: limit))
}

/// The same, more slowly, with the reason where there is one.
private func contentOrReason(
  ofFile path: String, within root: String?, limit: Int
) throws(Refusal) -> Data {
  let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  if let root, !real.hasPrefix(URL(fileURLWithPath: root).resolvingSymlinksInPath().path + "/") {
    throw Refusal(reason: .fileInside)
  }
  guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else {
    throw Refusal(reason: .existingFile)
  }
  guard attributes[.type] as? FileAttributeType == .typeRegular else {
    throw Refusal(reason: .plainFile)
  }
  let size = (attributes[.size] as? any BinaryInteger).map { Int($0) } ?? 0
  guard size <= limit else { throw Refusal(reason: .smallerFile(bytes: limit)) }
  guard let data = FileManager.default.contents(atPath: real) else {
    throw Refusal(reason: .readableFile)
  }
  return data
}

/// The most bytes of a YAML file, and of a table that is held in memory.
enum FileLimit {
  static let yaml = 4 << 20
  static let table = 64 << 20
}

/// The text of a YAML file, with a byte-order mark or without; nothing where it is not UTF-8.
func yamlText(_ bytes: some Collection<UInt8>) -> String? {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  return String(
    validating: bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0), as: UTF8.self)
}
