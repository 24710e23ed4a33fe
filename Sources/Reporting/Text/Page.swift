/// Text for people, at most ``pageWidth`` columns wide.
///
/// Everything that is shown passes here and is cleaned, whoever wrote it.
struct Page {
  private var lines: [String] = []

  /// The page as one text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a title with a line under it.
  mutating func title(_ title: String) {
    let titles = title.clean.wrapped()
    lines += titles
    lines.append(String(repeating: "═", count: titles.map(\.columns).max() ?? 0))
  }

  /// Begins a section.
  mutating func section(_ heading: String) {
    gap()
    lines += heading.clean.wrapped()
    lines.append("")
  }

  /// Adds a table.
  mutating func table(_ table: TextTable) { lines += table.lines() }

  /// Adds a paragraph, moved in by `indent`.
  mutating func paragraph(_ text: String, indent: String = "") {
    lines += text.clean.wrapped(to: pageWidth - indent.count).map { indent + $0 }
  }

  /// Adds points, each a sentence or more.
  mutating func points(_ sentences: [String]) {
    for sentence in sentences {
      lines += "• \(sentence.clean)".wrapped(indent: "  ")
    }
  }

  /// Adds an empty line, where there is none yet.
  mutating func gap() {
    if lines.last?.isEmpty == false { lines.append("") }
  }
}
