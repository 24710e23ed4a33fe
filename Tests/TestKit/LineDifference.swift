/// The lines that must go and come to turn one text into another, with two lines around them.
struct LineDifference: CustomStringConvertible {
  private enum Fate {
    case kept
    case removed
    case inserted
  }

  private static let around = 2

  private var lines: [(fate: Fate, text: String)]

  init(from old: String, to new: String) {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let change = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
    lines = Self.merged(before, after, removed: change.removals, inserted: change.insertions)
  }

  /// One line each, begun by `-`, `+` or a blank; `…` stands for lines that are alike.
  var description: String {
    var page: [String] = []
    var isSkipping = false
    for (index, line) in lines.enumerated() {
      guard isNearAChange(index) else {
        if !isSkipping { page.append("…") }
        isSkipping = true
        continue
      }
      isSkipping = false
      page.append("\(Self.sign(of: line.fate)) \(Self.visible(line.text))")
    }
    return page.joined(separator: "\n")
  }

  private func isNearAChange(_ index: Int) -> Bool {
    let first = max(0, index - Self.around)
    let last = min(lines.count - 1, index + Self.around)
    return lines[first...last].contains { $0.fate != .kept }
  }

  private static func merged(
    _ before: [String],
    _ after: [String],
    removed: [CollectionDifference<String>.Change],
    inserted: [CollectionDifference<String>.Change]
  ) -> [(fate: Fate, text: String)] {
    let gone = Set(removed.map(offset))
    let come = Set(inserted.map(offset))
    var lines: [(fate: Fate, text: String)] = []
    var old = 0
    var new = 0
    while old < before.count || new < after.count {
      if gone.contains(old) {
        lines.append((.removed, before[old]))
        old += 1
      } else if come.contains(new) {
        lines.append((.inserted, after[new]))
        new += 1
      } else {
        lines.append((.kept, after[new]))
        old += 1
        new += 1
      }
    }
    return lines
  }

  private static func offset(of change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }

  private static func sign(of fate: Fate) -> String {
    switch fate {
    case .kept: " "
    case .removed: "-"
    case .inserted: "+"
    }
  }

  // A blank at the end of a line, or a carriage return, is a difference that cannot be seen.
  private static func visible(_ line: String) -> String {
    let shown = line.replacing("\r", with: "␍")
    return shown.last == " " ? shown.dropLast() + "␠" : shown
  }
}
