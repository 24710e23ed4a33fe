import Contracts
import Decision
import Loading
import Settlement

extension CheckReport {
  /// The faults of the files, and then why contracts that were read cannot be ranked.
  var faultSection: CheckSection {
    let faults = checked.faults.filter { tells(of: $0.option) }
    let refusals = refusals.filter { tells(of: $0.option) }
    let untold = checked.faults.count - faults.count
    var body: CheckSection.Body = []
    if faults.isEmpty && refusals.isEmpty && checked.omitted == 0 {
      body.append(.paragraph("None."))
    } else {
      body.append(.lines(faults.map(\.description) + refusals.map(\.sentence)))
    }
    if checked.omitted > 0 {
      body.append(.paragraph("\(checked.omitted.of("more fault")) not shown."))
    }
    if untold > 0 {
      body.append(.paragraph("Other bids have \(untold.of("fault")) not shown here."))
    }
    return CheckSection(
      key: "faults", heading: "Faults", body: body,
      json: .list(faults.map(\.json) + refusals.map(\.json)),
      count: (faults.count + refusals.count + checked.omitted, "fault"), fails: .always)
  }

  /// What is right but should be known.
  var noteSection: CheckSection {
    let read = checked.notes.filter { tells(of: $0.option) }
    let found = (review?.notes ?? []).filter { tells(of: $0.bid) }
    let sentences = read.map(\.sentence) + found.map { $0.sentence(money) }
    return CheckSection(
      key: "notes", heading: "What to know",
      body: [sentences.isEmpty ? .paragraph("Nothing.") : .points(sentences)],
      json: .list(read.map(\.json) + found.map(\.json)), count: (sentences.count, "note"),
      fails: .strictly)
  }

  /// The unit in which totals are shown.
  private var money: MoneyScale {
    let totals = (review?.notes ?? []).map { note in
      if case .abnormallyLow(_, _, let mean, _) = note { return mean }
      return 0
    }
    return MoneyScale(
      currency: checked.dossier?.event.currency ?? "", largest: totals.max() ?? 0)
  }
}

extension Fault {
  /// The fault as facts.
  fileprivate var json: Json {
    [
      "file": .text(file), "line": .count(line), "column": .count(column), "path": .text(path),
      "found": .text(found), "nearest": .optional(nearest, Json.text),
      "message": .text(description),
    ]
  }
}

extension ResolutionError {
  /// The error as facts: it has no place in a file, for it comes of several.
  fileprivate var json: Json {
    [
      "file": .text(""), "line": .count(0), "column": .count(0),
      "path": .text("bids/\(option)/terms"), "found": .text(clause), "nearest": .null,
      "message": .text(sentence),
    ]
  }
}
