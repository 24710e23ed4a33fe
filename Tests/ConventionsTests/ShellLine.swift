import TestKit

/// A line of a document that a reader would type into a shell.
///
/// A comment behind it says what a test has to know: `# exits 1` when the answer is "no",
/// `# not run` when it would never end.
struct ShellLine: Hashable {
  var command: String
  var exitCode: Int32

  /// The lines that begin with `assay ` in the blocks fenced by ```` ```sh ````, in order;
  /// a backslash at the end joins a line to the next.
  static func lines(in markdown: String) -> [ShellLine] {
    var lines: [ShellLine] = []
    var isInside = false
    var begun = ""
    for line in markdown.split(whereSeparator: \.isNewline) {
      let text = String(line.drop(while: \.isWhitespace))
      if text.hasPrefix("```") {
        isInside = !isInside && text.hasPrefix("```sh")
      } else if isInside, text.hasSuffix("\\") {
        begun += text.dropLast()
      } else if isInside {
        if let line = ShellLine(begun + text) { lines.append(line) }
        begun = ""
      }
    }
    return lines
  }

  private init?(_ text: String) {
    guard text.hasPrefix("assay "), !text.contains("# not run") else { return nil }
    command = text
    exitCode = text.split(separator: "# exits ").dropFirst().last.flatMap { Int32($0) } ?? 0
  }
}
