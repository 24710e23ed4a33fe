import Contracts
import Decision
import Quantities

extension Answer.Status {
  /// How far the requirement is met, in a few words.
  var words: String {
    switch self {
    case .comply: "met"
    case .partial: "met in part"
    case .alternative: "met otherwise"
    case .planned(let month): "planned by \(month)"
    case .nonComply: "not met"
    case .noResponse: "no response"
    }
  }

  /// The word for it in `answers.csv`; `no_response` where the bid says nothing.
  var word: String {
    switch self {
    case .comply: "comply"
    case .partial: "partial"
    case .alternative: "alternative"
    case .planned: "planned"
    case .nonComply: "non_comply"
    case .noResponse: "no_response"
    }
  }
}

extension Answer.Evidence {
  /// What stands behind the answer, in a word or two.
  var words: String {
    switch self {
    case .none: "no evidence"
    case .selfDeclared: "self-declared"
    case .certificate: "certificate"
    case .independentAudit: "audit"
    }
  }
}

extension Answer.Renewal {
  /// What is expected once the evidence has expired.
  var words: String {
    switch self {
    case .assumed: "assumed"
    case .refused: "refused"
    case .probability(let chance): chance.percentExact
    }
  }

  var json: Json {
    switch self {
    case .assumed: "assumed"
    case .refused: "refused"
    case .probability(let chance): .number(chance)
    }
  }
}

extension EvidenceStanding {
  /// What is not as the answer says; nothing where it is.
  func words(at date: String) -> String? {
    switch self {
    case .valid, .renewed: nil
    case .notIssued: "its evidence is not issued \(date)"
    case .lapsed: "its evidence has lapsed \(date)"
    case .perhapsRenewed(let chance):
      "its evidence has expired \(date) and is renewed with a probability of \(chance.percentExact)"
    }
  }

  var word: String {
    switch self {
    case .valid: "valid"
    case .notIssued: "not_issued"
    case .renewed: "renewed"
    case .lapsed: "lapsed"
    case .perhapsRenewed: "perhaps_renewed"
    }
  }
}

extension Answer.File {
  /// The name, the beginning of the digest, and whether it is there.
  var words: String {
    let digest = sha256.map { " \($0.prefix(12))…" } ?? ""
    return name.shortened(to: 60) + digest + (isThere ? "" : " (not there)")
  }
}

extension CoverageMatrix.Cell {
  /// The answer, what stands behind it and its marks, as a cell of a table.
  var words: String {
    var parts = [answer.status.words]
    if answer.status != .noResponse {
      let until = answer.proof.expires.map { " to \($0)" } ?? ""
      parts.append(answer.evidence.words + until)
    }
    return ([parts.joined(separator: ", ")] + marks).joined(separator: " ")
  }

  /// Whether its evidence does not hold at signature or at go-live.
  var isUnproven: Bool { !missingEvidence.isEmpty }

  private var marks: [String] {
    let standing: [String] =
      switch standing {
      case .open: ["×"]
      case .condition: ["†"]
      case .met, .gap: []
      }
    return standing + (isUnproven ? ["≈"] : [])
  }

  /// What is not proven, and when.
  private var missingEvidence: [String] {
    if atSignature == atGoLive {
      return [atGoLive.words(at: "at signature and at go-live")].compactMap { $0 }
    }
    return [atSignature.words(at: "at signature"), atGoLive.words(at: "at go-live")]
      .compactMap { $0 }
  }

  /// Everything that is said of the answer, in a sentence.
  func sentence(to requirement: Requirement, currency: String) -> String {
    let standing: String? =
      switch standing {
      case .open: "which rules an award out"
      case .condition: "a condition precedent of an award"
      case .met, .gap: nil
      }
    let head = [answer.status.words, standing].compactMap { $0 }.joined(separator: ", ")
    let quote = answer.text.isEmpty ? [] : [answer.text.quoted + page]
    let all = [head] + missingEvidence + answer.assessment.phrases(currency: currency) + quote
    return "\(option), \(requirement.id): \(all.joined(separator: "; "))."
  }

  private var page: String {
    answer.page.isEmpty ? "" : " (page \(answer.page.shortened(to: 20)))"
  }
}

extension Answer.Assessment {
  /// What was made of the answer, phrase by phrase; none where nothing is said.
  fileprivate func phrases(currency: String) -> [String] {
    let day = assessed.map { " on \($0)" } ?? ""
    let owner = remediationOwner.isEmpty ? "" : " by \(remediationOwner.quoted)"
    let until = remediationBy.map { " until \($0)" } ?? ""
    let remedy = remediation.isEmpty ? "" : " \(remediation.quoted)"
    let hasRemedy = !(owner + until + remedy).isEmpty
    return [
      residualRisk.map { "residual risk \($0.rawValue)" },
      (assessor + day).isEmpty
        ? nil : "assessed" + (assessor.isEmpty ? "" : " by \(assessor.quoted)") + day,
      rationale.isEmpty ? nil : "because \(rationale.quoted)",
      hasRemedy ? "to be closed\(owner)\(until)\(remedy)" : nil,
      cost.map { "closing it costs \(currency) \($0.figure())" },
      acceptedBy.isEmpty ? nil : "risk accepted by \(acceptedBy.quoted)",
    ].compactMap { $0 }
  }
}
