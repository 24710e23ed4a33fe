import Contracts
import Decision
import Simulation
import Testing

private func findings(
  _ bids: [Bid], event: Event = Small.event(), levels: [String: Double] = [:],
  basis: CostBasis = .afterCredits
) async throws -> [Finding] {
  let experiment = try Small.experiment(event, bids, levels: levels, basis: basis)
  return await Comparison(event, experiment, experiment.run(threads: 1)).findings
}

@Test func costs_before_credits_are_said_to_be_so() async throws {
  let bids = [Small.bid("a", [Small.fee(1)])]
  #expect(try await findings(bids, basis: .beforeCredits) == [.comparedBeforeCredits])
  #expect(try await findings(bids).isEmpty)
}

@Test func what_stands_against_an_award_is_named_in_the_order_of_the_ranking() async throws {
  let event = Small.event(
    requirements: ["r", "s"].map {
      Requirement(id: $0, framework: "F", text: "", isMandatory: true)
    })
  let met = Answer(status: .comply)
  let late = Answer(status: .planned(by: Small.month("2028-01")))
  let bids = [
    Small.bid("dear", [Small.fee(300)], answers: ["r": met, "s": late]),
    Small.bid("cheap", [Small.fee(100)], answers: ["s": late]),
    Small.bid("fine", [Small.fee(200)], answers: ["r": met, "s": met]),
  ]
  let expected: [Finding] = [
    .notAwardable(bid: "cheap", failed: ["r"]), .conditions(bid: "cheap", requirements: ["s"]),
    .conditions(bid: "dear", requirements: ["s"]),
  ]
  #expect(try await findings(bids, event: event) == expected)
}

@Test func a_tie_names_both_bids() async throws {
  let bids = ["b", "a", "c"].map { Small.bid($0, [Small.fee($0 == "c" ? 2 : 1)]) }
  #expect(try await findings(bids) == [.tied(better: "a", worse: "b")])
}

@Test(arguments: [(30.0, true), (5_000, false)])
func credits_above_the_loss_are_found(loss: Double, isFound: Bool) async throws {
  let bid = Small.bid("a", [Small.fee(1_000), Small.loss(loss)] + Small.credit(0.5))
  let found = try await findings([bid], levels: ["a": 0])
  #expect(found == (isFound ? [.creditsAboveLoss(bid: "a")] : []))
  // Costs before credits leave nothing to be gained from poor service.
  let before = try await findings([bid], levels: ["a": 0], basis: .beforeCredits)
  #expect(before == [.comparedBeforeCredits])
}

@Test(
  arguments: [
    (Exercise.always, [:], true), (.always, ["quality": 0.5], false), (.never, [:], false),
  ] as [(Exercise, [String: Double], Bool)]
)
func a_loss_that_runs_on_after_an_exit_is_found(
  exercise: Exercise, attainment: [String: Double], isFound: Bool
) async throws {
  let level = ServiceLevel(metric: "quality", target: 0, comparison: .atLeast)
  let clauses = [
    Small.fee(1_000), Small.loss(10), Contract.Named("good", .serviceLevel(level)),
    Contract.Named(
      "leave",
      .chronicFailure(
        ChronicFailure(
          level: "good", defaults: 2, window: 3, exercise: exercise))),
    Contract.Named(
      "next",
      .replacement(
        Replacement(
          multiple: 1.1, base: .baselineCharge, attainment: attainment))),
  ]
  let found = try await findings([Small.bid("a", clauses)], levels: ["a": 0])
  #expect(found == (isFound ? [.lossRunsOnAfterExit(bid: "a")] : []))
}
