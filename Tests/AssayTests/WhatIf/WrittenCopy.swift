import Foundation
import TestKit

/// A copy of an event's folder in which a test writes something else.
struct WrittenCopy {
  let folder: String

  /// Copies the project's folder `event`, with `data` as far beside it as there.
  init(of event: String, replacing changes: [(file: String, old: String, new: String)] = []) throws
  {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    folder = root + "/" + event
    try manager.createDirectory(
      at: URL(filePath: folder).deletingLastPathComponent(), withIntermediateDirectories: true)
    try manager.copyItem(atPath: Project.path(event), toPath: folder)
    try manager.createSymbolicLink(
      atPath: root + "/datasets", withDestinationPath: Project.path("datasets"))
    for (file, old, new) in changes { try replace(old, with: new, in: file) }
  }

  private func replace(_ old: String, with new: String, in file: String) throws {
    let place = URL(filePath: folder + "/" + file)
    let text = try String(contentsOf: place, encoding: .utf8)
    guard let range = text.firstRange(of: old) else { throw Missing(text: old, file: file) }
    let changed = text[..<range.lowerBound] + new + text[range.upperBound...]
    try Data(changed.utf8).write(to: place)
  }

  /// What was to be replaced is not there.
  struct Missing: Error {
    var text: String
    var file: String
  }

  func remove() {
    let root = folder.components(separatedBy: "/scenarios/").first ?? folder
    try? FileManager.default.removeItem(
      atPath: root.components(separatedBy: "/Tests/").first ?? root)
  }
}
