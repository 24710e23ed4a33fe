import Contracts
import Quantities
import Tables

/// What is known of the evidence behind an answer.
extension AnswerTable {
  func proof(
    _ record: borrowing Record, _ columns: AnswerColumns, _ evidence: Answer.Evidence?
  ) -> Answer.Proof {
    if evidence == Answer.Evidence.none { expectNoEvidence(record, columns) }
    var proof = Answer.Proof()
    proof.issuer = record.textIfPresent(columns.issuer) ?? ""
    proof.entity = record.textIfPresent(columns.entity) ?? ""
    proof.site = record.textIfPresent(columns.site) ?? ""
    proof.subProcessors = names(record.textIfPresent(columns.subProcessors) ?? "")
    proof.file = evidenceFile(record, columns)
    proof.issued = day(record, columns.issued)
    proof.expires = day(record, columns.expires)
    if let issued = proof.issued, let expires = proof.expires, expires < issued {
      report(.notBefore("\(issued)"), record.place(of: columns.expires), found: "\(expires)")
    }
    proof.renewal = renewal(record, columns) ?? .assumed
    return proof
  }

  /// Where no evidence stands behind an answer, nothing can be said of it.
  private func expectNoEvidence(_ record: borrowing Record, _ columns: AnswerColumns) {
    for column in [
      columns.issuer, columns.file, columns.sha256, columns.issued, columns.expires,
      columns.renewal,
    ] {
      guard let text = record.textIfPresent(column) else { continue }
      report(.nothingFor(kind: "an answer without evidence"), record.place(of: column), found: text)
    }
  }

  /// A day, or nothing where the field is empty or faulty.
  func day(_ record: borrowing Record, _ column: Column) -> CalendarDay? {
    guard let text = record.textIfPresent(column) else { return nil }
    guard let day = CalendarDay(text) else {
      report(.day, record.place(of: column), found: text)
      return nil
    }
    return day
  }

  private func names(_ text: String) -> [String] {
    text.split(separator: ";").map { name in
      name.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private enum Expected: String, CaseIterable {
    case assumed
    case refused
  }

  /// One of the words, or a probability.
  private func renewal(
    _ record: borrowing Record, _ columns: AnswerColumns
  ) -> Answer.Renewal? {
    guard let text = record.textIfPresent(columns.renewal) else { return nil }
    if record.textIfPresent(columns.expires) == nil {
      report(.nothingWithout("expires"), record.place(of: columns.renewal), found: text)
      return nil
    }
    switch Expected(rawValue: text) {
    case .assumed?: return .assumed
    case .refused?: return .refused
    case nil: break
    }
    guard text.first?.isLetter ?? false else {
      return record.share(columns.renewal, in: 0...1).map { .probability($0) }
    }
    let words = Expected.allCases.map(\.rawValue)
    report(
      .wordOrProbability(words), record.place(of: columns.renewal), found: text,
      nearest: nearest(to: text, in: words)
    )
    return nil
  }
}

// MARK: - Files

extension AnswerTable {
  /// The folder in which the answers and the evidence lie.
  private var place: String { file.split(separator: "/").dropLast().joined(separator: "/") }

  private func evidenceFile(
    _ record: borrowing Record, _ columns: AnswerColumns
  ) -> Answer.File? {
    let stated = statedDigest(record, columns)
    guard let name = record.textIfPresent(columns.file) else { return nil }
    guard isNameOfFile(name) else {
      report(.fileBeside, record.place(of: columns.file), found: name)
      return nil
    }
    guard folder.holds("\(place)/\(name)") else {
      return Answer.File(name: name, isThere: false, sha256: stated)
    }
    let digest = digest(of: name, record, columns)
    if let digest, let stated, digest != stated {
      report(
        .digestOf(file: name, digest: digest), record.place(of: columns.sha256), found: stated
      )
    }
    return Answer.File(name: name, isThere: true, sha256: digest)
  }

  /// The digest that is stated, in lower letters.
  private func statedDigest(_ record: borrowing Record, _ columns: AnswerColumns) -> String? {
    guard let text = record.textIfPresent(columns.sha256) else { return nil }
    let digest = text.lowercased()
    guard digest.utf8.count == 64, digest.utf8.allSatisfy("0123456789abcdef".utf8.contains) else {
      report(.sha256, record.place(of: columns.sha256), found: text)
      return nil
    }
    if record.textIfPresent(columns.file) == nil {
      report(.nothingWithout("file"), record.place(of: columns.sha256), found: text)
    }
    return digest
  }

  /// Whether `name` is that of a file in the same folder: no step into another, nothing hidden, and
  /// no character that shows nothing.
  private func isNameOfFile(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.contains { "/\\".contains($0) }
      && name.utf8.count <= 255 && !name.unicodeScalars.contains(where: isInvisible)
  }

  /// The digest of a file that is there; a link that leads out of the bid's folder is not followed.
  private func digest(
    of name: String, _ record: borrowing Record, _ columns: AnswerColumns
  ) -> String? {
    let path = "\(place)/\(name)"
    if let known = folder.digests[path] { return known }
    guard folder.lies(path, in: place) else {
      report(.fileBeside, record.place(of: columns.file), found: name)
      folder.mention(path)
      return nil
    }
    let at = record.place(of: columns.file)
    let spot = Spot(file: file, line: at.line, column: at.field ?? 0)
    guard folder.bytes(path, mentionedAt: spot) != nil else { return nil }
    return folder.digests[path]
  }
}
