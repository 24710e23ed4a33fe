import Crypto
import FoundationEssentials

/// The files of an event, of which each one that is read is remembered by its digest.
final class EventFolder {
  let root: String
  let findings: Findings

  /// The SHA-256 of the event's own files by their path in the folder.
  private(set) var digests: [String: String] = [:]

  init(root: String, findings: Findings) {
    self.root = root
    self.findings = findings
  }

  /// The folder's own name, also where it was given as `.`.
  var name: String { URL(fileURLWithPath: root).standardizedFileURL.lastPathComponent }

  func path(of file: String) -> String { root + "/" + file }

  /// The bytes of a file that must be there.
  func bytes(_ file: String, mentionedAt spot: Spot? = nil) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: path(of: file)) else {
      findings.add(.readableFile, at: spot ?? Spot(file: file), found: spot == nil ? "" : file)
      return nil
    }
    digests[file] = hexadecimal(SHA256.hash(data: data))
    return Array(data)
  }

  /// The value in a YAML file that must be there.
  func yaml(_ file: String) -> WrittenValue? {
    guard let bytes = bytes(file) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.add(.utf8, at: Spot(file: file))
      return nil
    }
    return YamlDoor(file: file, findings: findings).read(text)
  }

  func holdsFile(_ file: String) -> Bool {
    isFolder(file) == false
  }

  /// The names of the folders inside `folder`, hidden ones left out; none where there is none.
  func folders(in folder: String) -> [String] {
    names(in: folder).filter { isFolder("\(folder)/\($0)") == true }
  }

  /// The names in `folder`, in ascending order and without hidden ones.
  func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path(of: folder))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The SHA-256 over one line of digest and path for each file, in the order of paths, and one
  /// line for each override: without overrides, that of the output of `sha256sum`.
  func digest(overrides: [String: String]) -> String {
    let files = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
    let terms = overrides.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
    return hexadecimal(SHA256.hash(data: Array((files + terms).joined().utf8)))
  }

  private func isFolder(_ file: String) -> Bool? {
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path(of: file), isDirectory: &isFolder)
    return exists ? isFolder : nil
  }
}

/// A digest in lower hexadecimal digits.
func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

/// Whether a name can stand in a path: letters, digits, `-`, `_` and `.`, no point in front.
func isSafeName(_ name: String) -> Bool {
  guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
  return name.unicodeScalars.allSatisfy { scalar in
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
  }
}
