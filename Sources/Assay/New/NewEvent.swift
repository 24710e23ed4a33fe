import FoundationEssentials
import Reporting

/// An event to start from: invented, and good as it stands.
public enum NewEvent: Hashable, Sendable, CaseIterable {
  /// Two bids against today's operation, with comments on every part.
  case full
  /// The least that ranks.
  case small

  /// Its files as texts by their paths in the folder.
  public var files: [String: String] {
    switch self {
    case .full: Self.fullFiles
    case .small: Self.smallFiles
    }
  }

  /// Writes the event to `folder`, which is made where it is not there.
  ///
  /// - Throws: ``NewEventError`` where the folder holds something already or cannot be written to.
  public func write(to folder: String) throws(NewEventError) {
    let manager = FileManager.default
    var isFolder = false
    if manager.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder else { throw .notAFolder(folder) }
      guard let names = try? manager.contentsOfDirectory(atPath: folder) else {
        throw .notWritable(folder)
      }
      guard names.isEmpty else { throw .notEmpty(folder) }
    }
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      let path = URL(filePath: "\(folder)/\(file)")
      do {
        try manager.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path, options: .withoutOverwriting)
      } catch {
        throw .notWritable("\(folder)/\(file)")
      }
    }
  }
}

/// Why an event cannot be written.
public enum NewEventError: Error, Hashable, Sendable {
  /// There is a file of this name.
  case notAFolder(String)
  /// The folder holds something.
  case notEmpty(String)
  /// The file or folder cannot be written.
  case notWritable(String)
}

extension NewEventError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .notAFolder(let path): "\(path.clean) is not a folder"
    case .notEmpty(let path): "\(path.clean) is not empty: nothing is written over"
    case .notWritable(let path): "\(path.clean) cannot be written"
    }
  }
}
