import Contracts
import Loading
import Quantities
import Testing

@Suite struct OverlayTests {
  private static let bidFile = "bids/alpha/1/bid.yaml"

  private func clause(_ name: String, in fixture: EventFixture) throws -> Clause? {
    try fixture.load().bids.first?.contract.clauses.last { $0.name == name }?.clause
  }

  private func clause(_ name: String, withTerms terms: String) throws -> Clause? {
    let fixture = EventFixture().replacing("terms: {}", with: "terms: {\(terms)}", in: Self.bidFile)
    return try clause(name, in: fixture)
  }

  @Test func a_bid_changes_one_key_and_keeps_the_rest() throws {
    let changed = try clause("answer", withTerms: "service_levels: {answer: {target: 78%}}")
    #expect(
      changed
        == .serviceLevel(
          ServiceLevel(metric: "speed", target: 0.78, comparison: .atLeast, firstMonth: 4)
        )
    )
  }

  @Test func null_takes_a_term_away() throws {
    #expect(try clause("cap", withTerms: "credits: {cap: null}") == nil)
    #expect(try clause("replacement", withTerms: "replacement: ~") == nil)
    let level = "service_levels: {answer: {from: null}}"
    #expect(
      try clause("answer", withTerms: level)
        == .serviceLevel(ServiceLevel(metric: "speed", target: 0.8, comparison: .atLeast))
    )
  }

  @Test func one_form_of_a_base_replaces_another_whole() throws {
    let fee = try clause("termination_fee", withTerms: "termination_fee: {base: {stated: 90000}}")
    #expect(
      fee
        == .terminationFee(TerminationFee(multiple: 4, base: .stated(90_000), indexation: "pay"))
    )
  }

  @Test func an_override_of_the_event_lies_under_the_terms_of_a_bid() throws {
    let overridden = EventFixture().overriding(["terms/credits/cap": "5%"])
    #expect(try clause("cap", in: overridden) == .creditCap(CreditCap(share: 0.05)))
    let own = overridden.replacing(
      "terms: {}", with: "terms: {credits: {cap: 7%}}", in: Self.bidFile
    )
    #expect(try clause("cap", in: own) == .creditCap(CreditCap(share: 0.07)))
  }

  @Test func an_override_of_one_bid_wins_over_that_of_all() throws {
    var fixture = EventFixture().overriding([
      "bids/*/terms/credits/cap": "8%", "bids/alpha/terms/credits/cap": "9%",
      "bids/alpha/terms/termination_fee/base": "last_invoice",
    ])
    #expect(try clause("cap", in: fixture) == .creditCap(CreditCap(share: 0.09)))
    #expect(
      try clause("termination_fee", in: fixture)
        == .terminationFee(TerminationFee(multiple: 4, base: .lastInvoice, indexation: "pay"))
    )
    fixture = EventFixture().overriding(["bids/*/terms/credits/cap": "null"])
    #expect(try clause("cap", in: fixture) == nil)
  }

  @Test func an_override_changes_the_digest() throws {
    let plain = try EventFixture().load().digest
    #expect(try EventFixture().overriding(["terms/credits/cap": "5%"]).load().digest != plain)
  }

  @Test(arguments: [
    (
      "credits/cap", "5%",
      "override: credits/cap: expected terms/… or bids/<id or *>/terms/…, found credits/cap"
    ),
    (
      "terms", "5%",
      "override: terms: expected terms/… or bids/<id or *>/terms/…, found terms"
    ),
    (
      "bids/alpha/credits/cap", "5%",
      "override: bids/alpha/credits/cap: expected terms/… or bids/<id or *>/terms/…, found "
        + "bids/alpha/credits/cap"
    ),
    (
      "bids/alfa/terms/credits/cap", "5%",
      "override: bids/alfa/terms/credits/cap: expected a name declared under bids, found "
        + "alfa; did you mean alpha?"
    ),
    (
      "terms/credits/cpa", "5%",
      "override:1:1: terms/credits/cpa: unknown key; did you mean cap?"
    ),
    (
      "terms//cap", "5%",
      "override: terms//cap: expected terms/… or bids/<id or *>/terms/…, found terms//cap"
    ),
    (
      "terms/credits/cap", "[",
      "override:2:1: while parsing a flow node, did not find expected node content"
    ),
    (
      "terms/credits/cap", "x",
      "override:1:1: terms/credits/cap: expected a share such as 0.125 or 12.5%, found x"
    ),
  ])
  func a_bad_override_is_a_fault(path: String, text: String, fault: String) throws {
    #expect(try EventFixture().overriding([path: text]).faults() == [fault])
  }
}
