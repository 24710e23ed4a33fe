public import Contracts
public import Quantities

/// What stands behind an answer on a day.
public enum EvidenceStanding: Hashable, Sendable {
  /// The evidence that the answer names.
  case valid
  /// It is issued later.
  case notIssued
  /// It has expired, and is assumed to have been renewed.
  case renewed
  /// It has expired, and is not renewed.
  case lapsed
  /// It has expired, and is renewed with this probability.
  case perhapsRenewed(Double)
}

extension Answer.Evidence {
  /// How much an answer counts with this evidence behind it **[assumption]**.
  var factor: Double {
    switch self {
    case .none: 0.7
    case .selfDeclared: 0.8
    case .certificate: 0.95
    case .independentAudit: 1
    }
  }
}

extension Answer {
  /// What stands behind the answer on `day`; on the day of its expiry evidence still holds.
  public func evidenceStanding(on day: CalendarDay) -> EvidenceStanding {
    if let issued = proof.issued, issued > day { return .notIssued }
    guard let expires = proof.expires, expires < day else { return .valid }
    switch proof.renewal {
    case .assumed: return .renewed
    case .refused: return .lapsed
    case .probability(let chance): return .perhapsRenewed(chance)
    }
  }

  /// How much the answer counts on `day` with what stands behind it then.
  ///
  /// Without its evidence an answer is the bidder's own word, or less where it was less; renewed
  /// with probability p, it counts p · factor + (1 − p) · what remains.
  func evidenceFactor(on day: CalendarDay) -> Double {
    let whole = evidence.factor
    let rest = min(whole, Answer.Evidence.selfDeclared.factor)
    switch evidenceStanding(on: day) {
    case .valid, .renewed: return whole
    case .notIssued, .lapsed: return rest
    case .perhapsRenewed(let chance): return chance * whole + (1 - chance) * rest
    }
  }
}
