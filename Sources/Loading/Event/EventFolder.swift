import Crypto
import FoundationEssentials

/// The files of an event, of which each one that is read is remembered by its digest.
final class EventFolder {
  let root: String
  let findings: Findings

  /// The SHA-256 of the event's own files by their path in the folder.
  var digests: [String: String] = [:]

  /// The files that are used, though not read through here.
  var mentioned: Set<String> = []

  /// What need not be asked of the system again.
  var known = Known()

  init(root: String, findings: Findings) {
    self.root = root
    self.findings = findings
  }

  /// The folder's own name, also where it was given as `.`.
  var name: String {
    let last = root.split(separator: "/").last ?? "."
    guard last == "." || last == ".." else { return String(last) }
    return URL(fileURLWithPath: root).standardizedFileURL.lastPathComponent
  }

  func path(of file: String) -> String { root + "/" + file }

  /// Reports a folder that is not there or cannot be looked into.
  func isThere() -> Bool {
    let reason: Fault.Reason? =
      switch isFolder("") {
      case nil: .existingFolder
      case false?: .folder
      case true?:
        (try? FileManager.default.contentsOfDirectory(atPath: root)) == nil ? .readableFile : nil
      }
    if let reason { findings.add(reason, at: Spot(file: root)) }
    return reason == nil
  }

  /// The bytes of a file that must be there.
  func bytes(
    _ file: String, mentionedAt spot: Spot? = nil, limit: Int = FileLimit.table
  ) -> [UInt8]? {
    do {
      let bytes = try content(ofFile: path(of: file), within: root, limit: limit)
      digests[file] = hexadecimal(SHA256.hash(data: bytes))
      return bytes
    } catch {
      findings.add(error.reason, at: spot ?? Spot(file: file), found: spot == nil ? "" : file)
      return nil
    }
  }

  /// The value in a YAML file that must be there.
  func yaml(_ file: String) -> WrittenValue? {
    if let ahead = known.ahead.removeValue(forKey: file) {
      take(ahead.found)
      return ahead.value
    }
    guard let bytes = bytes(file, limit: FileLimit.yaml) else { return nil }
    guard let text = yamlText(bytes) else {
      findings.add(.utf8, at: Spot(file: file))
      return nil
    }
    return YamlDoor(file: file, findings: findings).read(text)
  }

  /// Whether there is something of this name, be it a file or a link that leads nowhere.
  func holds(_ file: String) -> Bool {
    guard let slash = file.lastIndex(of: "/") else { return names(in: "").contains(file) }
    return names(in: String(file[..<slash])).contains(String(file[slash...].dropFirst()))
  }

  /// Whether `file` lies in the folder `place` once links are followed.
  func lies(_ file: String, in place: String) -> Bool {
    func real(_ path: String) -> String {
      URL(fileURLWithPath: self.path(of: path)).resolvingSymlinksInPath().path
    }
    return real(file).hasPrefix(real(place) + "/")
  }

  /// Takes it that the file or folder at `path` is used, though not read through here.
  func mention(_ path: String) {
    mentioned.insert(path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path)
  }

  /// Whether `file`, or something in the folder of this name, is read.
  func isUsed(_ file: String) -> Bool {
    mentioned.union(digests.keys).contains { $0 == file || $0.hasPrefix(file + "/") }
  }

  /// The names of the folders inside `folder`, hidden ones left out; none where there is none.
  func folders(in folder: String) -> [String] {
    names(in: folder).filter { isFolder("\(folder)/\($0)") == true }
  }

  /// The names in `folder`, in ascending order and without hidden ones.
  func names(in folder: String) -> [String] {
    if let names = known.names[folder] { return names }
    let all = try? FileManager.default.contentsOfDirectory(atPath: path(of: folder))
    let names = (all ?? []).filter { !$0.hasPrefix(".") }.sorted()
    known.names[folder] = names
    return names
  }

  /// The SHA-256 over one line of digest and path for each file, in the order of paths, and one
  /// line for each override: without overrides, that of the output of `sha256sum`.
  func digest(overrides: [String: String]) -> String {
    let files = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
    let terms = overrides.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
    return hexadecimal(SHA256.hash(data: Array((files + terms).joined().utf8)))
  }

  private func isFolder(_ file: String) -> Bool? {
    if let isFolder = known.isFolder[file] { return isFolder }
    var isFolder = false
    let path = file.isEmpty ? root : path(of: file)
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    known.isFolder[file] = .some(exists ? isFolder : nil)
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
