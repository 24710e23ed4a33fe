import Contracts
import Testing

@testable import Decision

private func eligibility(
  _ status: Answer.Status, due: Requirement.Stage = .signature, isMandatory: Bool = true
) -> Eligibility {
  let event = Small.event(
    goLive: 4,
    requirements: [
      Requirement(id: "a", framework: "F", text: "", isMandatory: isMandatory, due: due)
    ])
  return Small.bid("x", answers: ["a": Answer(status: status)]).eligibility(in: event)
}

@Test(arguments: [Answer.Status.partial, .nonComply, .noResponse])
func an_unmet_mandatory_requirement_rules_an_award_out(_ status: Answer.Status) {
  let unmet = eligibility(status)
  #expect(unmet.failed == ["a"])
  #expect(unmet.conditions.isEmpty)
  #expect(!unmet.isAwardable)
}

@Test(arguments: [Answer.Status.comply, .alternative])
func what_is_met_needs_no_condition(_ status: Answer.Status) {
  #expect(eligibility(status) == Eligibility(failed: [], conditions: []))
}

@Test(
  arguments: [Requirement.Stage.bid, .signature, .goLive],
  ["2027-03", "2027-04", "2027-05", "2027-07", "2027-08"]
)
func a_plan_is_a_condition_precedent(due: Requirement.Stage, by: String) {
  let planned = eligibility(.planned(by: Small.month(by)), due: due)
  #expect(planned.conditions == ["a"])
  #expect(planned.isAwardable)
}

@Test(arguments: [Answer.Status.nonComply, .planned(by: Small.month("2030-01"))])
func what_is_not_mandatory_rules_nothing_out(_ status: Answer.Status) {
  #expect(eligibility(status, isMandatory: false) == Eligibility(failed: [], conditions: []))
}

@Test func failures_and_conditions_stand_in_the_order_of_requirements() {
  let event = Small.event(
    requirements: ["d", "c", "b", "a"].map {
      Requirement(id: $0, framework: "F", text: "", isMandatory: true)
    })
  let late = Answer(status: .planned(by: Small.month("2028-01")))
  let bid = Small.bid("x", answers: ["c": late, "b": Answer(status: .partial), "a": late])
  #expect(bid.eligibility(in: event) == Eligibility(failed: ["d", "b"], conditions: ["c", "a"]))
}
