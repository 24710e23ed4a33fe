import Assay
import TestKit
import Testing

/// `assay whatif --answer` and `--best`.
@Suite struct ResponseTests {
  private func evaluation(_ overrides: [String: String] = [:]) throws -> Evaluation {
    try Evaluation(
      loadEvent(at: Project.path("scenarios/contact-centre"), overrides: overrides), futures: 512)
  }

  @Test func an_answer_says_what_it_rests_on() throws {
    let report = try evaluation().responses(of: "beta")
    #expect(report.rows.map(\.bid.id) == ["beta"])
    #expect(try schemaFaults(report.json, "response") == [])
    #expect(tooWide(report.text).isEmpty)
    #expect(report.text.contains("Illustrative for beta"))
    #expect(report.text.contains("Your cost is after credits"))
  }

  @Test func a_bid_without_credits_does_not_try_harder() throws {
    let report = try evaluation(["bids/*/terms/credits": "null"]).responses(of: "beta")
    let row = try #require(report.rows.first)
    #expect(row.response.effort == 0)
    #expect(report.text.contains("no credits to fear"))
  }

  @Test func an_unknown_bid_is_named_with_the_nearest() throws {
    let evaluation = try evaluation()
    #expect(throws: ExplanationError.self) { try evaluation.responses(of: "betta") }
  }

  @Test func a_best_regime_has_a_frontier_and_costs_no_more_than_the_written_one() throws {
    let report = try evaluation().bestRegime(of: "beta", evaluations: 25)
    #expect(try schemaFaults(report.json, "best-regime") == [])
    #expect(tooWide(report.text).isEmpty)
    let json = try JsonValue(document: report.json)
    let frontier = json["frontier"].values
    #expect(frontier.count == RegimeSearch.points)
    let written = try #require(json["written"]["cost"].number)
    let best = try #require(frontier.first?["regime"]["cost"].number)
    #expect(best <= written)
    #expect(report.text.contains("Nothing is free"))
  }
}
