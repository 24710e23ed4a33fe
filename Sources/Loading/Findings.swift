import Tables

/// Where readers put what they find: faults, and notes about what is right but should be known.
final class Findings {
  private(set) var faults: [Fault] = []
  private(set) var notes: [LoadingNote] = []
  private var seen: Set<Fault> = []

  /// Adds a fault, once: a term that several bids share is read for each of them.
  func add(_ fault: Fault) {
    if seen.insert(fault).inserted { faults.append(fault) }
  }

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
    for fault in tableFaults.kept {
      let place = fault.place
      add(
        Fault(
          file: file, line: place.line, column: place.field ?? 0, path: place.column ?? "",
          found: fault.found, expected: .table(fault.reason), nearest: fault.reason.nearest
        )
      )
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
    case .missingColumn(let nearest), .unknownColumn(let nearest), .notAChoice(let nearest):
      nearest
    default: nil
    }
  }
}
