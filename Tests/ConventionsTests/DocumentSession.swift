import TestKit

/// A line of a document that a reader would type into a shell.
///
/// A comment behind it says what a test has to know: `# exits 1` when the answer is "no",
/// `# not run` when it would never end.
struct ShellLine: Hashable {
  var command: String
  var exitCode: Int32

  init?(_ text: String) {
    guard text.hasPrefix("assay "), !text.contains("# not run") else { return nil }
    command = text
    exitCode = text.split(separator: "# exits ").dropFirst().last.flatMap { Int32($0) } ?? 0
  }
}

/// What a document tells to type, and what it shows of the answer.
struct DocumentSession: Hashable {
  /// The lines of a block fenced by ```` ```sh ```` that begin with `assay `; a backslash at the end
  /// joins a line to the next.
  var lines: [ShellLine] = []

  /// The lines of the block fenced by ```` ```text ```` behind it, but for those left out (`…`).
  var shown: [String] = []

  /// The sessions of a document, in order.
  static func sessions(in markdown: String) -> [DocumentSession] {
    var sessions: [DocumentSession] = []
    var fence: Substring?
    var begun = ""
    for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = line.drop(while: \.isWhitespace)
      if text.hasPrefix("```") {
        fence = fence == nil ? text.dropFirst(3) : nil
        if fence == "sh" { sessions.append(DocumentSession()) }
        if fence == "text", sessions.last?.shown.isEmpty == false { fence = "other" }
        continue
      }
      switch fence {
      case "sh" where text.hasSuffix("\\"): begun += text.dropLast()
      case "sh":
        if let line = ShellLine(begun + text) { sessions[sessions.count - 1].lines.append(line) }
        begun = ""
      case "text" where !text.isEmpty && text != "…" && !sessions.isEmpty:
        sessions[sessions.count - 1].shown.append(String(line))
      default: break
      }
    }
    return sessions.filter { !$0.lines.isEmpty }
  }

  /// The shown lines that `output` does not have, in their order.
  func missing(in output: String) -> [String] {
    var rest = output.split(whereSeparator: \.isNewline)[...]
    return shown.filter { line in
      guard let place = rest.firstIndex(where: { $0 == line }) else { return true }
      rest = rest[(place + 1)...]
      return false
    }
  }
}
