import Contracts
import Decision
import Quantities

extension CoverageMatrix {
  /// All requirements and answers, for machines.
  var json: Json { .list(rows.map(\.json)) }
}

extension CoverageMatrix.Row {
  fileprivate var json: Json {
    [
      "id": .text(requirement.id), "framework": .text(requirement.framework),
      "also": .texts(requirement.also), "version": .optional(requirement.version, Json.text),
      "text": .text(requirement.text), "weight": .number(requirement.weight),
      "mandatory": .truth(requirement.isMandatory), "due": .text(requirement.due.rawValue),
      "answers": .list(cells.map(\.json)),
    ]
  }
}

extension CoverageMatrix.Cell {
  fileprivate var json: Json {
    var by: Json = .null
    if case .planned(let month) = answer.status { by = .text("\(month)") }
    return [
      "option": .text(option), "standing": .text(standing.rawValue),
      "status": .text(answer.status.word), "by": by,
      "evidence": .text(answer.evidence.rawValue), "text": .text(answer.text),
      "page": .text(answer.page), "evidence_at_signature": .text(atSignature.word),
      "evidence_at_go_live": .text(atGoLive.word), "proof": answer.proof.json,
      "assessment": answer.assessment.json,
    ]
  }
}

extension Answer.Proof {
  fileprivate var json: Json {
    [
      "issuer": .text(issuer), "entity": .text(entity), "site": .text(site),
      "sub_processors": .texts(subProcessors), "file": .optional(file) { .text($0.name) },
      "file_is_there": .optional(file) { .truth($0.isThere) },
      "sha256": .optional(file?.sha256, Json.text), "issued": .optional(issued, day),
      "expires": .optional(expires, day), "renewal": renewal.json,
    ]
  }
}

extension Answer.Assessment {
  fileprivate var json: Json {
    [
      "assessor": .text(assessor), "assessed": .optional(assessed, day),
      "rationale": .text(rationale),
      "residual_risk": .optional(residualRisk) { .text($0.rawValue) },
      "remediation": .text(remediation), "remediation_owner": .text(remediationOwner),
      "remediation_by": .optional(remediationBy, day), "accepted_by": .text(acceptedBy),
      "cost": .optional(cost, Json.number),
    ]
  }
}

private func day(_ day: CalendarDay) -> Json { .text("\(day)") }
