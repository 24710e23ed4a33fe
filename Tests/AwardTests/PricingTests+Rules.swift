import Contracts
import Simulation
import Testing

@testable import Award

extension PricingTests {
  @Test func a_bid_that_fails_a_mandatory_requirement_is_kept_out_by_a_rule() throws {
    let must = Requirement(
      id: "must", framework: "F", text: "t", weight: 1, isMandatory: true, due: .signature)
    let bids = [Self.bid("a", [Self.calls, Self.desk, Self.mails])]
    let pricing = try Self.pricing(bids) { $0.requirements = [must] }
    #expect(
      pricing.rules == [AwardRule("mandatory/a", .mandatory(bid: "a", failed: ["must"]))])
    let lenient = try Self.pricing(bids) {
      $0.requirements = [must]
      $0.award.allowsFailing = true
    }
    #expect(lenient.rules.isEmpty)
  }

  @Test func more_numbers_than_can_be_kept_are_refused() async throws {
    let pricing = try Self.pricing([Self.bid("a", [Self.calls, Self.desk, Self.mails])])
    await #expect(
      throws: AwardError.tooMuch(columns: 4, futures: 200_000, possible: Sample.capacity)
    ) { try await pricing.priced(futures: 200_000, seed: 1, threads: 1) }
  }
}
