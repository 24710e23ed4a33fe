import Contracts
import Testing

@Suite struct RegimeTermTests {
  private let contract = Contract(
    id: "north",
    clauses: [
      .init(
        "credits",
        .atRiskCredit(
          AtRiskCredit(
            atRisk: 0.12,
            allocations: [
              .init(level: "answer", pool: 1, share: 0.4),
              .init(level: "resolve", pool: 0.8, share: 0.5),
            ]))),
      .init("cap", .creditCap(CreditCap(share: 0.1))),
      .init("repeat", .repeatMultiplier(RepeatMultiplier(run: 3, multiplier: 2))),
    ])

  @Test func terms_are_those_that_the_contract_states() {
    #expect(
      contract.regimeTerms == [
        .atRisk, .allocation(level: "answer"), .allocation(level: "resolve"), .cap, .multiplier,
      ])
    #expect(contract.value(of: .earnBack) == nil)
    #expect(contract.value(of: .allocation(level: "resolve")) == 0.4)
  }

  @Test func a_cap_that_is_an_amount_is_no_term() {
    let capped = Contract(id: "n", clauses: [.init("cap", .creditCap(CreditCap(amount: 9)))])
    #expect(capped.regimeTerms.isEmpty)
  }

  @Test func what_is_written_sets_what_is_written() {
    let written = Dictionary(
      uniqueKeysWithValues: contract.regimeTerms.map { ($0, contract.value(of: $0) ?? .nan) })
    #expect(contract.setting(written) == contract)
    #expect(contract.setting([:]) == contract)
  }

  @Test func weights_share_out_what_is_at_stake_and_leave_its_sum() {
    let moved = contract.setting([
      .allocation(level: "answer"): 1, .allocation(level: "resolve"): 3, .atRisk: 0.2,
    ])
    #expect(moved.value(of: .atRisk) == 0.2)
    // 40 % and 80 % × 50 % are 80 % together: a quarter of it and the rest.
    #expect(abs((moved.value(of: .allocation(level: "answer")) ?? 0) - 0.2) < 1e-15)
    #expect(abs((moved.value(of: .allocation(level: "resolve")) ?? 0) - 0.6) < 1e-15)
  }

  @Test func weights_of_nothing_change_nothing() {
    let none = contract.setting([
      .allocation(level: "answer"): 0, .allocation(level: "resolve"): 0,
    ])
    #expect(none == contract)
  }

  @Test func what_is_written_lies_within_its_bounds() {
    for term in contract.regimeTerms {
      #expect(contract.bounds(of: term).contains(contract.value(of: term) ?? .nan))
    }
  }

  @Test func effort_costs_its_square() {
    let costs = CostToServe(improvement: 0.02)
    #expect(costs.cost(ofEffort: 0) == 0)
    #expect(costs.cost(ofEffort: 1.5) == 0.045)
    #expect(CostToServe(improvement: .infinity).cost(ofEffort: 0) == 0)
  }
}
