import Foundation
import TestKit

/// The interpreter of the scripts that write sample data.
enum Python {
  private static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/python3" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isPresent: Bool { path != nil }

  /// Why a script has not run to its end.
  struct Failure: Error {
    var script: String
    var status: Int32
  }

  static func run(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/python3")
    process.arguments = ["-B", script]
    process.currentDirectoryURL = URL(filePath: "/")
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(script: script, status: process.terminationStatus)
    }
  }
}

/// A folder of its own with a copy of one script, which writes beside itself.
struct ScratchCopy {
  private let folder: String

  init(of script: String) throws {
    let manager = FileManager.default
    folder = manager.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)").path
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let name = script.split(separator: "/").last.map(String.init) ?? script
    try manager.copyItem(atPath: Project.path(script), toPath: "\(folder)/\(name)")
  }

  func path(of file: String) -> String { "\(folder)/\(file)" }

  func bytes(of file: String) throws -> Data { try Self.bytes(at: path(of: file)) }

  static func bytes(at path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  /// The files within the folder but for `script`, in order of path.
  func files(besides script: String) -> [String] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return found.filter { $0 != script && !isFolder($0) }.sorted()
  }

  private func isFolder(_ file: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path(of: file))) != nil
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
