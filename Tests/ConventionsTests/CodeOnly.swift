import TestKit

extension SourceFile {
  /// The text without its comments and with every string literal emptied.
  ///
  /// - Throws: An error of the file system when the file is missing or is no UTF-8.
  func code() throws -> String {
    codeOnly(of: try text())
  }

  /// The words of the code: runs of letters, digits and underscores.
  ///
  /// - Throws: An error of the file system when the file is missing or is no UTF-8.
  func codeWords() throws -> [Substring] {
    try code().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }
}

/// Source text without line comments and with every string literal emptied.
///
/// Block comments are forbidden by a rule of swift-format. A literal within an interpolation
/// ends the outer one here, which is harmless: quotes come in pairs.
func codeOnly(of text: String) -> String {
  var rest = Array(text.utf8)[...]
  var code: [UInt8] = []
  while let byte = rest.first {
    if rest.starts(with: "//".utf8) {
      rest = rest.drop { $0 != UInt8(ascii: "\n") }
    } else if let closing = closingOfLiteral(at: rest) {
      code += "\"\"".utf8
      rest = afterLiteral(rest, closing: closing)
    } else {
      code.append(byte)
      rest = rest.dropFirst()
    }
  }
  return String(decoding: code, as: UTF8.self)
}

// What ends the literal that begins here, nil when none begins: `"`, `"""`, `"#`, `"""##` ….
private func closingOfLiteral(at rest: ArraySlice<UInt8>) -> [UInt8]? {
  let hashes = rest.prefix { $0 == UInt8(ascii: "#") }
  let quotes = rest.dropFirst(hashes.count).prefix { $0 == UInt8(ascii: "\"") }.count
  guard quotes > 0 else { return nil }
  return Array(repeating: UInt8(ascii: "\""), count: quotes >= 3 ? 3 : 1) + hashes
}

private func afterLiteral(_ literal: ArraySlice<UInt8>, closing: [UInt8]) -> ArraySlice<UInt8> {
  let isRaw = closing.last == UInt8(ascii: "#")
  var rest = literal.dropFirst(closing.count)
  while let byte = rest.first, !rest.starts(with: closing) {
    rest = rest.dropFirst(byte == UInt8(ascii: "\\") && !isRaw ? 2 : 1)
  }
  return rest.dropFirst(closing.count)
}
