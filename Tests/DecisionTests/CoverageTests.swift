import Contracts
import Decision
import Quantities
import Testing

private func answered(_ answer: Answer, goLive: Int = 4) -> Coverage {
  let event = Small.event(
    goLive: goLive,
    requirements: [
      Requirement(id: "a", framework: "F", text: "", isMandatory: true)
    ])
  return Small.bid("b", answers: ["a": answer]).overallCoverage(of: event)
}

@Test(
  arguments: [
    (Answer.Status.comply, 1.0), (.alternative, 0.75), (.partial, 0.5), (.nonComply, 0),
    (.noResponse, 0), (.planned(by: Small.firstMonth), 1),
  ],
  [(Answer.Evidence.none, 0.7), (.selfDeclared, 0.8), (.certificate, 0.95), (.independentAudit, 1)]
)
func a_requirement_is_covered_by_status_times_evidence(
  status: (Answer.Status, Double), evidence: (Answer.Evidence, Double)
) {
  let coverage = answered(Answer(status: status.0, evidence: evidence.0))
  #expect(coverage.atSignature == status.1 * evidence.1)
  #expect(coverage.atGoLive == status.1 * evidence.1)
}

@Test(
  arguments: [
    ("2027-03", 1.0, 1.0), ("2027-04", 1, 1), ("2027-05", 0, 1), ("2027-07", 0, 1),
    ("2027-08", 0, 0), ("2028-01", 0, 0),
  ]
)
func a_plan_counts_from_its_month_on(by: String, atSignature: Double, atGoLive: Double) {
  let coverage = answered(
    Answer(status: .planned(by: Small.month(by)), evidence: .independentAudit))
  #expect(coverage.atSignature == atSignature)
  #expect(coverage.atGoLive == atGoLive)
  #expect(coverage.openAtSignature == (atSignature == 1 ? [] : ["a"]))
  #expect(coverage.openAtGoLive == (atGoLive == 1 ? [] : ["a"]))
}

@Test func a_service_that_goes_live_at_once_is_covered_as_at_signature() {
  let coverage = answered(
    Answer(status: .planned(by: Small.month("2027-05")), evidence: .certificate), goLive: 1)
  #expect(coverage.atSignature == 0)
  #expect(coverage.atGoLive == 0)
}

@Test func coverage_is_weighted() {
  let event = Small.event(requirements: [
    Requirement(id: "a", framework: "F", text: "", weight: 3),
    Requirement(id: "b", framework: "F", text: "", weight: 1),
    Requirement(id: "c", framework: "F", text: "", weight: 0),
  ])
  let bid = Small.bid(
    "x",
    answers: [
      "a": Answer(status: .partial, evidence: .independentAudit),
      "b": Answer(status: .comply, evidence: .selfDeclared),
      "c": Answer(status: .comply, evidence: .independentAudit),
    ])
  #expect(bid.overallCoverage(of: event).atGoLive == (3 * 0.5 + 1 * 0.8) / 4)
}

@Test func what_weighs_nothing_or_is_not_asked_is_covered() {
  let weightless = Small.event(requirements: [
    Requirement(id: "a", framework: "F", text: "", weight: 0, isMandatory: true)
  ])
  let coverage = Small.bid("x").overallCoverage(of: weightless)
  #expect(coverage.atSignature == 1)
  #expect(coverage.openAtSignature == ["a"])
  #expect(Small.bid("x").overallCoverage(of: Small.event()).atGoLive == 1)
  #expect(Small.bid("x").coverage(of: Small.event()).isEmpty)
}

@Test func each_framework_is_covered_by_its_own_requirements() {
  let event = Small.event(requirements: [
    Requirement(id: "g1", framework: "G", text: "", weight: 1),
    Requirement(id: "f1", framework: "F", text: "", weight: 2, isMandatory: true),
    Requirement(id: "g2", framework: "G", text: "", weight: 1, isMandatory: true),
  ])
  let bid = Small.bid(
    "x",
    answers: [
      "g1": Answer(status: .comply, evidence: .independentAudit),
      "f1": Answer(status: .partial, evidence: .independentAudit),
    ])
  let coverage = bid.coverage(of: event)
  #expect(coverage.map(\.framework) == ["G", "F"])
  #expect(coverage.map(\.atSignature) == [0.5, 0.5])
  #expect(coverage.map(\.openAtSignature) == [["g2"], ["f1"]])
  let overall = bid.overallCoverage(of: event)
  #expect(overall.framework == nil)
  #expect(overall.atSignature == 0.5)
  #expect(overall.openAtGoLive == ["f1", "g2"])
}

@Test func what_is_due_at_go_live_is_not_open_at_signature() {
  let event = Small.event(
    goLive: 4,
    requirements: [
      Requirement(id: "bid", framework: "F", text: "", isMandatory: true, due: .bid),
      Requirement(id: "signature", framework: "F", text: "", isMandatory: true, due: .signature),
      Requirement(id: "live", framework: "F", text: "", isMandatory: true, due: .goLive),
      Requirement(id: "wish", framework: "F", text: "", due: .bid),
    ])
  let coverage = Small.bid("x").overallCoverage(of: event)
  #expect(coverage.openAtSignature == ["bid", "signature"])
  #expect(coverage.openAtGoLive == ["bid", "signature", "live"])
}

@Test func an_answer_to_nothing_asked_counts_for_nothing() {
  let event = Small.event(requirements: [Requirement(id: "a", framework: "F", text: "")])
  let stray = Small.bid("x", answers: ["other": Answer(status: .comply)])
  #expect(stray.overallCoverage(of: event).atGoLive == 0)
  #expect(stray.answer(to: event.requirements[0]) == Answer(status: .noResponse))
}

@Test(
  arguments: [
    (Answer.Status.comply, []), (.alternative, []), (.partial, ["a"]), (.nonComply, ["a"]),
    (.noResponse, ["a"]), (.planned(by: Small.firstMonth), []),
  ] as [(Answer.Status, [String])]
)
func a_mandatory_item_is_open_until_it_is_met(status: Answer.Status, open: [String]) {
  let coverage = answered(Answer(status: status))
  #expect(coverage.openAtSignature == open)
  #expect(coverage.openAtGoLive == open)
}
