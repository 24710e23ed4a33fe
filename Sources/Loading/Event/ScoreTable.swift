import Contracts
import Tables

/// Reads `scores.csv`: what evaluators say of bids, by the criteria that they score.
struct ScoreTable {
  static let name = "scores.csv"

  let folder: EventFolder
  let criteria: [Criterion]
  let bids: [String]

  private var scored: [Criterion] { criteria.filter { $0.measure == .scored } }

  /// The entries in the order of the file, in which every bid has a score by every criterion that is
  /// scored.
  func read() -> ScoreSheet {
    let isThere = folder.holds(Self.name)
    guard isThere || !scored.isEmpty else { return ScoreSheet() }
    guard isThere else {
      folder.findings.add(.existingFile, at: Spot(file: Self.name))
      return ScoreSheet()
    }
    guard let bytes = folder.bytes(Self.name) else { return ScoreSheet() }
    let table = TableReader(bytes: bytes, name: Self.name, columns: Fields.columns)
    let fields = Fields(table)
    var entries: [ScoreSheet.Entry] = []
    var lines: [[String]: Int] = [:]
    table.forEachRecord { record in
      guard let entry = read(record, fields) else { return }
      let key = [entry.criterion, entry.bid, entry.evaluator]
      if let first = lines[key] {
        report(.unique(firstLine: first), record.place(of: fields.evaluator), entry.evaluator)
      }
      lines[key] = lines[key] ?? record.line
      entries.append(entry)
    }
    folder.findings.add(table.faults, file: Self.name)
    let sheet = ScoreSheet(entries)
    if table.faults.isEmpty { reportGaps(of: sheet) }
    return sheet
  }

  private struct Fields {
    static let columns = Columns(
      required: ["criterion", "bid", "evaluator", "score"], optional: ["rationale"])
    let criterion, bid, evaluator, score, rationale: Column

    init(_ table: TableReader) {
      criterion = table.column("criterion")
      bid = table.column("bid")
      evaluator = table.column("evaluator")
      score = table.column("score")
      rationale = table.column("rationale")
    }
  }

  private func read(_ record: borrowing Record, _ fields: Fields) -> ScoreSheet.Entry? {
    let name = record.text(fields.criterion)
    let bid = record.text(fields.bid)
    let evaluator = record.text(fields.evaluator)
    let score = record.number(fields.score)
    var isKnown = true
    if let name, !scored.contains(where: { $0.id == name }) {
      isKnown = false
      report(
        .scoredCriterion, record.place(of: fields.criterion), name,
        nearest: nearest(to: name, in: scored.map(\.id)))
    }
    if let bid, !bids.contains(bid) {
      isKnown = false
      report(
        .declared(kind: "bids"), record.place(of: fields.bid), bid,
        nearest: nearest(to: bid, in: bids))
    }
    guard let name, let bid, let evaluator, let score, isKnown,
      isOnScale(score, of: name, record, fields)
    else { return nil }
    return ScoreSheet.Entry(
      criterion: name, bid: bid, evaluator: evaluator, score: score,
      rationale: record.textIfPresent(fields.rationale) ?? "")
  }

  private func isOnScale(
    _ score: Double, of name: String, _ record: borrowing Record, _ fields: Fields
  ) -> Bool {
    guard let criterion = scored.first(where: { $0.id == name }),
      case .linear(let best, let worst) = criterion.scale
    else { return true }
    let (lower, upper) = (min(best, worst), max(best, worst))
    if (lower...upper).contains(score) { return true }
    report(
      .within(lower: lower, upper: upper, open: false), record.place(of: fields.score),
      record.textIfPresent(fields.score) ?? "")
    return false
  }

  /// Reports bids without a score, and notes evaluators who have scored some bids only.
  private func reportGaps(of sheet: ScoreSheet) {
    for criterion in scored {
      let own = sheet.entries.filter { $0.criterion == criterion.id }
      for bid in bids where !own.contains(where: { $0.bid == bid }) {
        folder.findings.add(
          .someScore(criterion: criterion.id), at: Spot(file: Self.name), found: bid)
      }
      var evaluators: [String] = []
      for entry in own where !evaluators.contains(entry.evaluator) {
        evaluators.append(entry.evaluator)
      }
      for evaluator in evaluators {
        let left = bids.filter { bid in
          !own.contains { $0.bid == bid && $0.evaluator == evaluator }
        }
        guard !left.isEmpty else { continue }
        folder.findings.note(
          .scoredInPart(criterion: criterion.id, evaluator: evaluator, without: left))
      }
    }
  }

  private func report(
    _ expected: Fault.Reason, _ place: Place, _ found: String, nearest: String? = nil
  ) {
    folder.findings.add(expected, at: place, of: Self.name, found: found, nearest: nearest)
  }
}
