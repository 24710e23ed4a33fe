import Tables

/// Where readers put what they find: faults, and notes about what is right but should be known.
final class Findings {
  private(set) var faults: [Fault] = []
  private(set) var notes: [LoadingNote] = []
  private var seen: Set<Fault> = []
  private(set) var omitted = 0
  private var distrusted: Set<Declaration> = []

  /// A section whose names are not all known, by the folder of its file and its path.
  fileprivate struct Declaration: Hashable {
    var folder: String
    var path: String
  }

  /// How many faults were found, kept or not.
  var count: Int { faults.count + omitted }

  /// Adds a fault, once: a term that several bids share is read for each of them.
  func add(_ fault: Fault) {
    guard !seen.contains(fault) else { return }
    guard faults.count < Self.most else {
      omitted += 1
      return
    }
    seen.insert(fault)
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

  /// Adds a fault of a field in the table `file`.
  func add(
    _ expected: Fault.Reason, at place: Place, of file: String, found: String,
    nearest: String? = nil
  ) {
    let spot = Spot(file: file, line: place.line, column: place.field ?? 0)
    add(expected, at: spot, path: place.column ?? "", found: found, nearest: nearest)
  }

  func note(_ note: LoadingNote) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// Takes it that not all names under `path` are known, for a fault says so already: names that
  /// refer to it are no faults of their own.
  func distrust(_ path: String, in file: String) {
    distrusted.insert(Declaration(folder: folder(of: file), path: path))
  }

  /// Takes in what was found elsewhere, as if it were found here now.
  func add(_ other: Gathered) {
    for fault in other.faults { add(fault) }
    for note in other.notes { self.note(note) }
    omitted += other.omitted
    distrusted.formUnion(other.distrusted)
  }

  /// All that was found.
  var gathered: Gathered {
    Gathered(faults: faults, notes: notes, omitted: omitted, distrusted: distrusted)
  }

  /// What was found side by side with other findings.
  struct Gathered {
    fileprivate var faults: [Fault]
    fileprivate var notes: [LoadingNote]
    fileprivate var omitted: Int
    fileprivate var distrusted: Set<Declaration>
  }

  /// Why nothing can be made of the files: the event's own faults first, then by file and place.
  var error: LoadingError {
    let told = faults.filter { !follows($0) }.sorted { Self.order($0) < Self.order($1) }
    return LoadingError(faults: told.isEmpty ? faults : told, omitted: omitted)
  }

  private static func order(_ fault: Fault) -> (Int, String, String, Int, Int, String) {
    let rank = fault.file == EventFile.name ? 0 : 1
    return (rank, fault.file, fault.sheet, fault.line, fault.column, fault.path)
  }

  /// Whether the fault is one only because a section that it refers to is faulty itself.
  private func follows(_ fault: Fault) -> Bool {
    fault.expected.sections(at: fault.path).contains { section in
      distrusted.contains { known in
        (known.folder.isEmpty || known.folder == folder(of: fault.file))
          && (section == known.path || section.hasPrefix(known.path + "/"))
      }
    }
  }

  private func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
  }
}

// MARK: - Tables

extension Findings {
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
    omitted += tableFaults.omitted
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

extension Fault.Reason {
  /// The sections that declare what is missing at `path`; a section's own keys refer to none.
  fileprivate func sections(at path: String) -> [String] {
    switch self {
    case .declared(let kind):
      kind.split(separator: " or ").map(String.init).filter { !path.hasPrefix($0 + "/") }
    case .performance: ["assumptions/performance"]
    case .volumeBand: ["terms/volume_bands"]
    default: []
    }
  }
}
