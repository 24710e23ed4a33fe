import FoundationEssentials

/// Where the package lies on disk and what it holds.
public enum Project {
  /// The package's folder: three steps up from this file, where it was compiled.
  public static let root: String =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The command `assay` that was built with these tests, or else by `make build`;
  /// nil when there is none.
  public static var command: String? {
    let tests = URL(filePath: CommandLine.arguments.first ?? "").absoluteURL
    let besideTheTests = tests.deletingLastPathComponent().path
    return ["\(besideTheTests)/assay", "\(root)/.build/release/assay"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The path, from the root of the file system, of a path within the package.
  public static func path(_ relative: String) -> String {
    "\(root)/\(relative)"
  }

  /// Whether the package holds a file or folder at this path within it.
  public static func holds(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: path(relative))
  }

  /// The files of a folder within the package and of the folders in it.
  ///
  /// They come in order of path, hidden files left out; there are none when the folder is missing.
  ///
  /// - Parameters:
  ///   - folder: The path from the package's folder.
  ///   - suffixes: How the names may end, such as `.swift`; any name when empty.
  /// - Returns: Paths from the package's folder.
  public static func files(under folder: String, endingIn suffixes: [String] = []) -> [String] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: path(folder))) ?? []
    return
      found
      .filter { file in suffixes.isEmpty || suffixes.contains { file.hasSuffix($0) } }
      .filter { file in !file.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { "\(folder)/\($0)" }
      .filter { !isFolder($0) }
      .sorted()
  }

  /// The Swift and C sources of a folder within the package, in order of path.
  public static func sources(under folder: String) -> [SourceFile] {
    files(under: folder, endingIn: [".swift", ".c", ".h"]).map(SourceFile.init(path:))
  }

  /// The text of a file within the package.
  ///
  /// - Throws: An error of the file system when the file is missing or is no UTF-8.
  public static func text(of relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  private static func isFolder(_ relative: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path(relative))) != nil
  }
}
