/// Paths of terms that are stated, and where.
struct StatedPaths {
  private var leaves: [String: Int] = [:]

  /// What lies on the way to a leaf.
  private var inner: [String: Int] = [:]

  /// Takes it that the path `keys` is stated at `line`.
  mutating func add(_ keys: [Substring], line: Int) {
    let ways = Self.ways(to: keys)
    for way in ways.dropLast() where inner[way] == nil { inner[way] = line }
    if let whole = ways.last, leaves[whole] == nil { leaves[whole] = line }
  }

  /// The line at which the first of `paths` is stated that is stated at all.
  func line(ofAny paths: [[Substring]]) -> Int? {
    paths.lazy.compactMap { line(of: $0) }.first
  }

  /// The line at which the path, one on its way or one inside of it is stated, or nothing.
  func line(of keys: [Substring]) -> Int? {
    let ways = Self.ways(to: keys)
    return ways.lazy.compactMap { leaves[$0] }.first ?? ways.last.flatMap { inner[$0] }
  }

  /// The path of the first key, of the first two, and so on.
  private static func ways(to keys: [Substring]) -> [String] {
    keys.indices.map { keys[...$0].joined(separator: "/") }
  }
}
