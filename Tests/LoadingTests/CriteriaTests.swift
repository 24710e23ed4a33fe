import Contracts
import Loading
import Testing

/// The locked method, its criteria, and what evaluators say.
@Suite struct CriteriaTests {
  private static let former = """
    criteria:
      cost: {weight: 60, scale: lowest_over_own}
      compliance: {weight: 40, scale: {best: 100%, worst: 0%}}
    """

  /// An event whose criteria, from line 53 on, are `written`.
  private static func event(_ written: String) -> EventFixture {
    EventFixture().replacing(former, with: written)
  }

  private static let scored = """
    criteria:
      cost: {weight: 60}
      team: {weight: 40, text: Team and approach, scored: {best: 10, worst: 0}, minimum: 50}
    """

  private static func event(scores: String) -> EventFixture {
    var fixture = event(scored)
    fixture.files["scores.csv"] = scores
    return fixture
  }

  @Test func a_method_and_its_criteria_are_read_as_they_are_written() throws {
    let event = try Self.event(
      """
      method: cost_per_quality_point
      criteria:
        cost: {statistic: p80, scale: {linear_to_ceiling: 3000000, best: zero}, minimum: 20}
        risk: {weight: 1, scale: lowest_over_own}
        service: {weight: 2, minimum: 60.5, needs: {wait: 45}}
      """
    ).load().event
    #expect(event.method == .costPerQualityPoint)
    #expect(event.criteria.map(\.id) == ["cost", "risk", "service"])
    #expect(event.criteria.map(\.weight) == [0, 1, 2])
    #expect(event.criteria.map(\.minimum) == [20, nil, 60.5])
    #expect(event.criteria[0].statistic == .p80)
    #expect(event.criteria[0].scale == .linearToCeiling(3_000_000, best: .zero))
    #expect(event.criteria[2].scale == .linear(best: 1, worst: 0))
    // The need for speed is that of the losses.
    #expect(
      event.criteria[2].needs == [
        .init(metric: "speed", level: 0.8), .init(metric: "wait", level: 45),
      ])
  }

  @Test func what_is_left_out_is_as_before() throws {
    let event = try EventFixture().load().event
    #expect(event.method == .weightedValue)
    #expect(event.criteria.map(\.minimum) == [nil, nil])
    #expect(event.criteria.map(\.statistic) == [.mean, .mean])
    #expect(event.scoreSheet == ScoreSheet())
    let ceiling = try Self.event("criteria: {cost: {weight: 1, scale: {linear_to_ceiling: 9}}}")
      .load().event.criteria[0].scale
    #expect(ceiling == .linearToCeiling(9, best: .lowest))
  }

  static let faults: [(String, [String])] = [
    (
      "method: lowest_price\ncriteria: {cost: {}}",
      [
        "event.yaml:53:9: method: expected one of weighted_value, cost_per_quality_point, "
          + "lowest_price_acceptable, found lowest_price",
        "event.yaml:54:12: criteria/cost/weight: missing",
      ]
    ),
    (
      "method: lowest_price_acceptable\ncriteria: {compliance: {minimum: 60}}",
      [
        "event.yaml:54:11: criteria: expected cost among them, which the method compares, found "
          + "{compliance}"
      ]
    ),
    (
      "method: cost_per_quality_point\ncriteria: {cost: {weight: 6}, compliance: {weight: 0}}",
      ["event.yaml:54:11: criteria: expected at least one weight above 0, found {cost, compliance}"]
    ),
    (
      "criteria: {cost: {weight: 1, statistic: p95, minimum: 101}}",
      [
        "event.yaml:53:41: criteria/cost/statistic: expected one of mean, p80, p90, cvar95, found p95; "
          + "did you mean p90?",
        "event.yaml:53:55: criteria/cost/minimum: expected 0 to 100, found 101",
      ]
    ),
    (
      "criteria: {cost: {weight: 1, scale: {linear_to_ceiling: 0, best: lowst}}}",
      [
        "event.yaml:53:57: criteria/cost/scale/linear_to_ceiling: expected more than 0, found 0",
        "event.yaml:53:66: criteria/cost/scale/best: expected one of lowest, zero, found lowst; did "
          + "you mean lowest?",
      ]
    ),
    (
      "criteria: {risk: {weight: 1, statistic: p90}}",
      ["event.yaml:53:30: criteria/risk/statistic: unknown key"]
    ),
    (
      "criteria: {service: {weight: 1, needs: {sped: 80%, wait: -4}}}",
      [
        "event.yaml:53:41: criteria/service/needs/sped: expected a name declared under metrics, found "
          + "sped; did you mean speed?",
        "event.yaml:53:58: criteria/service/needs/wait: expected a value in the range of a time, found "
          + "-4",
      ]
    ),
    (
      "criteria: {te am: {weight: 1, scored: {best: 5, worst: 5}}}",
      [
        "event.yaml:53:12: criteria/te am: expected a name of letters, digits, -, _ and ., found te am"
      ]
    ),
    (
      "criteria: {team: {weight: 1, scored: {best: 5, worst: 5}}}",
      [
        "event.yaml:53:45: criteria/team/scored/best: expected a number other than 5, found 5"
      ]
    ),
    (
      "criteria: {team: {weight: 1}}",
      ["event.yaml:53:12: criteria/team: expected a name declared under criteria, found team"]
    ),
    (
      "criteria: {cost: {weight: 1, scored: {best: 5, worst: 0}}}",
      ["event.yaml:53:30: criteria/cost/scored: unknown key"]
    ),
  ]

  @Test(arguments: faults)
  func every_fault_of_criteria_tells_its_place(_ written: String, _ expected: [String]) throws {
    let faults = try Self.event(written).faults().filter { $0.hasPrefix("event.yaml") }
    #expect(faults == expected)
  }

  @Test func a_need_without_a_level_is_a_fault() throws {
    let faults = try Self.event("criteria: {service: {weight: 1}}")
      .replacing("losses:\n  speed: {need: 80%, per_point: 0.02, per_unit_of: voice}\n", with: "")
      .faults()
    #expect(
      faults == [
        "event.yaml:51:12: criteria/service: expected needs, or losses that state one: there is no "
          + "level to reach, found nothing"
      ])
  }

  @Test func something_must_be_known_of_what_is_needed() throws {
    let faults = try Self.event("criteria: {service: {weight: 1, needs: {mood: 4}}}")
      .replacing(
        "  wait: {name", with: "  mood: {name: Mood, scale: score}\n  wait: {name"
      )
      .faults()
    #expect(
      faults == [
        "event.yaml:12:3: assumptions/performance/alpha/mood: nothing is known of this metric of alpha"
      ])
  }

  @Test func scores_are_read_in_the_order_of_the_file() throws {
    let dossier = try Self.event(
      scores: """
        evaluator,criterion,bid,score,rationale
        Ann,team,alpha,7,"Knows the trade, has no deputy"
        moderated,team,alpha,6.5,

        """
    ).load()
    #expect(
      dossier.event.scoreSheet.entries == [
        .init(
          criterion: "team", bid: "alpha", evaluator: "Ann", score: 7,
          rationale: "Knows the trade, has no deputy"),
        .init(criterion: "team", bid: "alpha", evaluator: "moderated", score: 6.5),
      ])
    #expect(dossier.dataDigests["scores.csv"]?.count == 64)
    #expect(dossier.event.criteria[1].text == "Team and approach")
    #expect(dossier.event.criteria[1].minimum == 50)
  }

  @Test func every_fault_of_scores_tells_its_place() throws {
    let faults = try Self.event(
      scores: """
        criterion,bid,evaluator,score
        teem,alpha,Ann,7
        team,alfa,Ann,7
        team,alpha,,7
        team,alpha,Ann,11
        team,alpha,Ann,good
        cost,alpha,Ann,3
        team,alpha,Bob,3
        team,alpha,Bob,4

        """
    ).faults()
    #expect(
      faults == [
        "scores.csv:2:1: criterion: expected a criterion with scored in event.yaml, found teem; did "
          + "you mean team?",
        "scores.csv:3:2: bid: expected a name declared under bids, found alfa; did you mean alpha?",
        "scores.csv:4:3: evaluator: missing",
        "scores.csv:5:4: score: expected 0 to 10, found 11",
        "scores.csv:6:4: score: not a number, found good",
        "scores.csv:7:1: criterion: expected a criterion with scored in event.yaml, found cost",
        "scores.csv:9:3: evaluator: is there already, at line 8, found Bob",
      ])
  }

  @Test func a_bid_without_a_score_is_a_fault_and_so_is_no_file() throws {
    #expect(try Self.event(Self.scored).faults() == ["scores.csv: there is no such file"])
    #expect(
      try Self.event(scores: "criterion,bid,evaluator,score\n").faults() == [
        "scores.csv: expected a score of this bid by team, found alpha"
      ])
    // Scores that no criterion asks for are no scores.
    var fixture = EventFixture()
    fixture.files["scores.csv"] = "criterion,bid,evaluator,score\nteam,alpha,Ann,7\n"
    #expect(
      try fixture.faults() == [
        "scores.csv:2:1: criterion: expected a criterion with scored in event.yaml, found team"
      ])
    fixture.files["scores.csv"] = nil
    fixture.files["score.csv"] = "criterion\n"
    #expect(try fixture.faults() == ["score.csv: is not read; did you mean scores.csv?"])
  }

  @Test func evaluators_who_leave_bids_out_are_noted() throws {
    var fixture = Self.event(
      scores: """
        criterion,bid,evaluator,score
        team,alpha,Ann,7
        team,alpha,Bob,8
        team,beta,Ann,5

        """)
    fixture.files["bids/beta/1/bid.yaml"] = EventFixture.bid
    fixture.files["bids/beta/1/prices.csv"] = EventFixture.prices
    fixture = fixture.replacing(
      "    peers:", with: "    beta:\n      speed: {level: 84%, spread: 0.35}\n    peers:")
    let notes = try fixture.load().notes
    #expect(
      notes.contains(.scoredInPart(criterion: "team", evaluator: "Bob", without: ["beta"])))
  }
}
