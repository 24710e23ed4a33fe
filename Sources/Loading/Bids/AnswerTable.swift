import Contracts
import Quantities
import Tables

/// Reads the rows of an `answers.csv`.
struct AnswerTable {
  let file: String
  let context: EventContext
  let folder: EventFolder

  /// The words for how far a requirement is met; the silence of a bid has none.
  enum Word: String, CaseIterable {
    case comply
    case partial
    case alternative
    case planned
    case nonComply = "non_comply"
  }

  /// The answers by requirement; none where the bid has no such file.
  func read() -> [String: Answer] {
    guard folder.holds(file), let bytes = folder.bytes(file) else { return [:] }
    let table = TableReader(bytes: bytes, name: file, columns: AnswerColumns.declared)
    let columns = AnswerColumns(table)
    var answers: [String: Answer] = [:]
    var lines: [String: Int] = [:]
    table.forEachRecord { record in
      guard let id = requirement(record, columns), let answer = read(record, columns)
      else { return }
      if let first = lines[id] {
        report(.unique(firstLine: first), record.place(of: columns.requirement), found: id)
      }
      lines[id] = lines[id] ?? record.line
      answers[id] = answer
    }
    folder.findings.add(table.faults, file: file)
    noteMissingFiles(of: answers)
    return answers
  }

  private func noteMissingFiles(of answers: [String: Answer]) {
    let missing = answers.values.compactMap(\.proof.file).filter { !$0.isThere }.map(\.name)
    guard !missing.isEmpty else { return }
    folder.findings.note(.evidenceNotThere(file: file, names: Set(missing).sorted()))
  }

  private func requirement(_ record: borrowing Record, _ columns: AnswerColumns) -> String? {
    guard let id = record.text(columns.requirement) else { return nil }
    let known = context.requirements.map(\.id)
    guard known.contains(id) else {
      report(
        .declared(kind: "requirements"), record.place(of: columns.requirement), found: id,
        nearest: nearest(to: id, in: known)
      )
      return nil
    }
    return id
  }

  private func read(_ record: borrowing Record, _ columns: AnswerColumns) -> Answer? {
    let word = record.word(columns.answer, of: Word.self, in: file, folder.findings)
    let evidence: Answer.Evidence? =
      record.textIfPresent(columns.evidence) == nil
      ? Answer.Evidence.none
      : record.word(columns.evidence, of: Answer.Evidence.self, in: file, folder.findings)
    let proof = proof(record, columns, evidence)
    let assessment = assessment(record, columns)
    guard let word, let status = status(word, record, columns), let evidence, record.isSound
    else { return nil }
    return Answer(
      status: status, evidence: evidence, text: record.textIfPresent(columns.text) ?? "",
      page: record.textIfPresent(columns.page) ?? "", proof: proof, assessment: assessment
    )
  }

  private func status(
    _ word: Word, _ record: borrowing Record, _ columns: AnswerColumns
  ) -> Answer.Status? {
    guard word == .planned else {
      if let text = record.textIfPresent(columns.by) {
        report(.nothingFor(kind: word.rawValue), record.place(of: columns.by), found: text)
      }
      switch word {
      case .comply: return .comply
      case .partial: return .partial
      case .alternative: return .alternative
      case .nonComply: return .nonComply
      case .planned: return nil
      }
    }
    guard record.textIfPresent(columns.by) != nil else {
      report(.calendarMonth, record.place(of: columns.by), found: "")
      return nil
    }
    guard let by = record.month(columns.by),
      let month = CalendarMonth(year: by.year, month: by.month)
    else { return nil }
    return .planned(by: month)
  }

  func report(
    _ expected: Fault.Reason, _ place: Place, found: String, nearest: String? = nil
  ) {
    folder.findings.add(expected, at: place, of: file, found: found, nearest: nearest)
  }
}
