/// A source file of the package, named by its path within it.
public struct SourceFile: Hashable, Sendable, CustomStringConvertible {
  /// The path from the package's folder, such as `Sources/Contracts/Price/UnitPrice.swift`.
  public var path: String

  /// Names the file at `path`, which need not exist.
  public init(path: String) {
    self.path = path
  }

  /// The folders on the path, from the outermost.
  public var folders: [String] {
    path.split(separator: "/").dropLast().map(String.init)
  }

  /// The file's name without its folders and without what follows the last dot.
  public var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }

  /// The whole text.
  ///
  /// - Throws: An error of the file system when the file is missing or is no UTF-8.
  public func text() throws -> String {
    try Project.text(of: path)
  }

  /// The path.
  public var description: String { path }
}
