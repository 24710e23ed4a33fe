import Tables

/// Where readers put what they find: faults, and notes about what is right but should be known.
final class Findings {
  private(set) var faults: [Fault] = []
  private(set) var notes: [LoadingNote] = []
  private var seen: Set<Fault> = []

  /// Adds a fault, once: a term that several bids share is read for each of them.
  func add(_ fault: Fault) {
    guard faults.count < Self.most, seen.insert(fault).inserted else { return }
    faults.append(fault)
  }

  /// The most faults that are kept: nobody reads more, and a broken file may have millions.
  static let most = 10_000

  func add(
    _ expected: Fault.Reason, at spot: Spot, path: String = "", found: String = "",
    nearest: String? = nil
  ) {
    add(
      Fault(
        file: spot.file, line: spot.line, column: spot.column, path: path, found: found,
        expected: expected, nearest: nearest
      )
    )
  }

  /// Adds the faults of a table; `file` is how the event names it.
  func add(_ tableFaults: Faults, file: String) {
    let meant = tableFaults.kept.compactMap { fault -> String? in
      guard case .unknownColumn(let nearest) = fault.reason else { return nil }
      return nearest
    }
    for fault in tableFaults.kept {
      let place = fault.place
      var written = Fault(
        file: file, line: place.line, column: place.field ?? 0, path: place.column ?? "",
        found: fault.found, expected: .table(fault.reason), nearest: fault.reason.nearest
      )
      if case .missingColumn(let nearest) = fault.reason {
        // The unknown column that is nearly this one is reported itself.
        if meant.contains(fault.found) { continue }
        written.path = fault.found
        written.nearest = nearest
      }
      add(written)
    }
  }

  func note(_ note: LoadingNote) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// The faults by file, line and column.
  var sorted: [Fault] {
    faults.sorted {
      ($0.file, $0.line, $0.column, $0.path) < ($1.file, $1.line, $1.column, $1.path)
    }
  }
}

extension TableFault.Reason {
  var nearest: String? {
    switch self {
    case .unknownColumn(let nearest), .notAChoice(let nearest):
      nearest
    default: nil
    }
  }
}
