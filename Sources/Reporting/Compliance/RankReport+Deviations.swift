import Contracts
import Decision

extension RankReport {
  /// Adds what each bid says to single terms of the draft; accepted ones are only counted, unless
  /// `isFull`, which adds all notes too.
  func addDeviations(to page: inout Page, isFull: Bool) {
    let stated = bids.map(\.bid).filter { !$0.deviations.isEmpty }
    guard !stated.isEmpty else { return }
    page.section("Deviations from the draft terms")
    for bid in stated {
      page.gap()
      page.paragraph("\(bid.id): \(bid.deviations.counted).")
      page.add(bid.deviations.filter { isFull || $0.stance != .accept }, withNotes: isFull)
    }
    guard !isFull else { return }
    page.gap()
    page.paragraph("Accepted terms and all notes: assay rank --compliance.")
  }
}

extension Page {
  fileprivate mutating func add(_ deviations: [Deviation], withNotes: Bool) {
    guard !deviations.isEmpty else { return }
    var list = TextTable(
      keys: ["term"], ["stance", "draft", "bid's", "page"], rows: deviations.map(\.texts)
    ).onTheLeft
    list.columns.removeAll { column in column.cells.allSatisfy(\.isEmpty) }
    table(list)
    guard withNotes else { return }
    points(
      deviations.filter { !$0.note.isEmpty }.map { deviation in
        "\(deviation.term.shortened(to: 80)): \(deviation.note.quoted)"
      })
  }
}

extension [Deviation] {
  /// How many terms are accepted, modified and rejected.
  fileprivate var counted: String {
    let words: [(Deviation.Stance, String)] = [
      (.accept, "accepted"), (.modify, "modified"), (.reject, "rejected"),
    ]
    let counts = words.compactMap { stance, word -> String? in
      let count = count { $0.stance == stance }
      return count == 0 ? nil : "\(count.figure) \(word)"
    }
    return counts.listed
  }
}

extension Deviation {
  /// The path behind `terms/`.
  fileprivate var term: String { String(path.dropFirst("terms/".count)) }

  /// The cells of a table.
  fileprivate var texts: [String] {
    let own = stance == .accept ? "as drafted" : value ?? unknown
    return [
      term.shortened(to: 80), stance.rawValue, (draft ?? unknown).shortened(to: 80),
      own.shortened(to: 80),
      page.shortened(to: 20),
    ]
  }

  /// The deviation for machines.
  var json: Json {
    [
      "path": .text(path), "stance": .text(stance.rawValue), "draft": .optional(draft, Json.text),
      "value": .optional(value, Json.text), "page": .text(page), "note": .text(note),
    ]
  }
}
