import Contracts
import Quantities
import Testing

@testable import Decision

/// Evidence around signature on 2027-04-01 and go-live on 2027-07-01.
@Suite struct EvidenceTests {
  private static let event = Small.event(
    goLive: 4,
    requirements: [Requirement(id: "a", framework: "F", text: "", isMandatory: true)])

  private func coverage(
    _ evidence: Answer.Evidence, issued: String? = nil, expires: String? = nil,
    _ renewal: Answer.Renewal = .refused, status: Answer.Status = .comply
  ) throws -> Coverage {
    var proof = Answer.Proof()
    proof.issued = try issued.map { try #require(CalendarDay($0)) }
    proof.expires = try expires.map { try #require(CalendarDay($0)) }
    proof.renewal = renewal
    let answer = Answer(status: status, evidence: evidence, proof: proof)
    return Small.bid("x", answers: ["a": answer]).overallCoverage(of: Self.event)
  }

  @Test(
    arguments: [
      ("2027-03-31", 0.8, 0.8), ("2027-04-01", 0.95, 0.8), ("2027-06-30", 0.95, 0.8),
      ("2027-07-01", 0.95, 0.95), ("2030-01-01", 0.95, 0.95),
    ]
  )
  func evidence_holds_on_the_day_of_its_expiry_and_not_after(
    expires: String, atSignature: Double, atGoLive: Double
  ) throws {
    let coverage = try coverage(.certificate, expires: expires)
    #expect(coverage.atSignature == atSignature)
    #expect(coverage.atGoLive == atGoLive)
  }

  @Test(
    arguments: [
      ("2027-04-01", 1.0, 1.0), ("2027-04-02", 0.8, 1), ("2027-07-01", 0.8, 1),
      ("2027-07-02", 0.8, 0.8),
    ]
  )
  func evidence_counts_from_the_day_of_its_issue(
    issued: String, atSignature: Double, atGoLive: Double
  ) throws {
    let coverage = try coverage(.independentAudit, issued: issued)
    #expect(coverage.atSignature == atSignature)
    #expect(coverage.atGoLive == atGoLive)
  }

  @Test func expired_evidence_counts_where_renewal_is_assumed() throws {
    #expect(try coverage(.certificate, expires: "2026-01-01", .assumed).atGoLive == 0.95)
    #expect(Answer.Proof().renewal == .assumed)
  }

  // 0.25 · 0.95 + 0.75 · 0.8 = 0.8375, and with an audit 0.25 + 0.75 · 0.8 = 0.85.
  @Test func a_renewal_by_chance_counts_by_its_expectation() throws {
    let chance = Answer.Renewal.probability(0.25)
    for (evidence, share) in [(Answer.Evidence.certificate, 0.8375), (.independentAudit, 0.85)] {
      let coverage = try coverage(evidence, expires: "2026-01-01", chance)
      #expect(abs(coverage.atGoLive - share) < 1e-15)
    }
    let never = try coverage(.certificate, expires: "2026-01-01", .probability(0))
    #expect(never.atGoLive == 0.8)
    let surely = try coverage(.certificate, expires: "2026-01-01", .probability(1))
    #expect(surely.atGoLive == 0.95)
  }

  @Test func a_lapse_leaves_no_more_than_there_was() throws {
    #expect(try coverage(.selfDeclared, expires: "2026-01-01").atGoLive == 0.8)
    #expect(try coverage(.none, expires: "2026-01-01").atGoLive == 0.7)
    let partial = try coverage(.certificate, expires: "2026-01-01", status: .partial)
    #expect(partial.atGoLive == 0.5 * 0.8)
  }

  @Test func a_lapse_opens_no_mandatory_item() throws {
    #expect(try coverage(.certificate, expires: "2026-01-01").openAtGoLive.isEmpty)
  }
}
