/// A part of what `assay check` answers.
///
/// Whoever adds a check appends a section of it to ``CheckReport/sections``.
struct CheckSection: Sendable {
  /// Under which key machines find it.
  var key: String

  /// What stands over it.
  var heading: String

  /// What people read.
  var body: Body

  /// The same for machines.
  var json: Json

  /// What is found, in the words of the last line, such as `2 faults`; nothing where nothing is
  /// counted.
  var count: (Int, String)?

  /// Whether the check fails for it.
  var fails: Severity

  /// What people read of a section, block by block.
  enum Block: Sendable {
    /// Sentences that follow one another.
    case paragraph(String)
    /// One line for each, which begins with its place.
    case lines([String])
    /// Sentences with a dot before each.
    case points([String])
    /// A table.
    case table(TextTable)
  }

  /// The blocks from top to bottom.
  typealias Body = [Block]

  /// When a section makes the check fail.
  enum Severity: Sendable {
    /// Never: it is for information.
    case never
    /// Where notes count too.
    case strictly
    /// Always.
    case always
  }

  /// Adds the section to `page`.
  func add(to page: inout Page) {
    page.section(heading)
    for (place, block) in body.enumerated() {
      if place > 0 { page.gap() }
      switch block {
      case .paragraph(let text): page.paragraph(text)
      case .lines(let lines): for line in lines { page.paragraph(line) }
      case .points(let points): page.points(points)
      case .table(let table): page.table(table)
      }
    }
  }
}
