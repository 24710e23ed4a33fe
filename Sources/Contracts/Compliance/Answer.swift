public import Quantities

/// What a bid says to one requirement.
///
/// All text is the bidder's own and untrusted.
public struct Answer: Hashable, Sendable {
  /// How far the requirement is met.
  public enum Status: Hashable, Sendable {
    /// It is met.
    case comply
    /// It is met in part.
    case partial
    /// It is met in another way.
    case alternative
    /// It will be met from a month on.
    case planned(by: CalendarMonth)
    /// It is not met.
    case nonComply
    /// The bid says nothing.
    case noResponse
  }

  /// What stands behind the answer.
  public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// The bidder's own word.
    case selfDeclared = "self_declared"
    /// A certificate.
    case certificate
    /// An audit by somebody independent.
    case independentAudit = "independent_audit"
  }

  /// How far the requirement is met.
  public var status: Status

  /// What stands behind the answer.
  public var evidence: Evidence

  /// The answer in the bidder's words.
  public var text: String

  /// The page of the bid on which it stands.
  public var page: String

  /// What is known of the evidence.
  public var proof: Proof

  /// What was made of the answer.
  public var assessment: Assessment

  /// Creates an answer.
  public init(
    status: Status, evidence: Evidence = .none, text: String = "", page: String = "",
    proof: Proof = Proof(), assessment: Assessment = Assessment()
  ) {
    self.status = status
    self.evidence = evidence
    self.text = text
    self.page = page
    self.proof = proof
    self.assessment = assessment
  }
}
