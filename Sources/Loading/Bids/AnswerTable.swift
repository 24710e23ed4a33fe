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

  private struct Fields {
    let requirement, answer, by, evidence, text, page: Column

    init(_ table: TableReader) {
      requirement = table.column("requirement")
      answer = table.column("answer")
      by = table.column("by")
      evidence = table.column("evidence")
      text = table.column("text")
      page = table.column("page")
    }
  }

  /// The answers by requirement; none where the bid has no such file.
  func read() -> [String: Answer] {
    guard folder.holds(file), let bytes = folder.bytes(file) else { return [:] }
    let columns = Columns(
      required: ["requirement", "answer"], optional: ["by", "evidence", "text", "page"]
    )
    let table = TableReader(bytes: bytes, name: file, columns: columns)
    let fields = Fields(table)
    var answers: [String: Answer] = [:]
    var lines: [String: Int] = [:]
    table.forEachRecord { record in
      guard let id = requirement(record, fields), let answer = read(record, fields) else { return }
      if let first = lines[id] {
        report(.unique(firstLine: first), record.place(of: fields.requirement), found: id)
      }
      lines[id] = lines[id] ?? record.line
      answers[id] = answer
    }
    folder.findings.add(table.faults, file: file)
    return answers
  }

  private func requirement(_ record: borrowing Record, _ fields: Fields) -> String? {
    guard let id = record.text(fields.requirement) else { return nil }
    let known = context.requirements.map(\.id)
    guard known.contains(id) else {
      report(
        .declared(kind: "requirements"), record.place(of: fields.requirement), found: id,
        nearest: nearest(to: id, in: known)
      )
      return nil
    }
    return id
  }

  private func read(_ record: borrowing Record, _ fields: Fields) -> Answer? {
    let word = record.word(fields.answer, of: Word.self, in: file, folder.findings)
    let evidence =
      record.textIfPresent(fields.evidence) == nil
      ? nil
      : record.word(fields.evidence, of: Answer.Evidence.self, in: file, folder.findings)
    guard let word, let status = status(word, record, fields), record.isSound else { return nil }
    return Answer(
      status: status, evidence: evidence ?? .none, text: record.textIfPresent(fields.text) ?? "",
      page: record.textIfPresent(fields.page) ?? ""
    )
  }

  private func status(
    _ word: Word, _ record: borrowing Record, _ fields: Fields
  ) -> Answer.Status? {
    guard word == .planned else {
      if let text = record.textIfPresent(fields.by) {
        report(.nothingFor(kind: word.rawValue), record.place(of: fields.by), found: text)
      }
      switch word {
      case .comply: return .comply
      case .partial: return .partial
      case .alternative: return .alternative
      case .nonComply: return .nonComply
      case .planned: return nil
      }
    }
    guard record.textIfPresent(fields.by) != nil else {
      report(.calendarMonth, record.place(of: fields.by), found: "")
      return nil
    }
    guard let by = record.month(fields.by),
      let month = CalendarMonth(year: by.year, month: by.month)
    else { return nil }
    return .planned(by: month)
  }

  private func report(
    _ expected: Fault.Reason, _ place: Place, found: String, nearest: String? = nil
  ) {
    folder.findings.add(expected, at: place, of: file, found: found, nearest: nearest)
  }
}
