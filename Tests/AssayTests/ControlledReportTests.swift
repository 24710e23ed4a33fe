import Assay
import TestKit
import Testing

/// What a report says of control variates.
@Suite struct ControlledReportTests {
  private static func json(_ futures: Int, controlsAreOff: Bool = false) async throws -> JsonValue {
    let evaluation = try TwoBids.evaluation(futures: futures)
    let comparison = await evaluation.run(controlsAreOff: controlsAreOff)
    let document = evaluation.report(on: comparison).json
    #expect(try schemaFaults(document, "rank") == [])
    return try JsonValue(document: document)
  }

  /// The figures of a document that controls may change: a mean, and the plain one beside it.
  private static func means(in json: JsonValue) -> [(mean: JsonValue, plain: JsonValue)] {
    let ofOptions = (json["bids"].values + [json["baseline"]]).flatMap { option in
      [
        option["cost"]["before_credits"], option["cost"]["after_credits"],
        option["credits"]["present_value"], option["service"]["right_arises"],
      ]
    }
    let pairs = json["pairwise"].values.map { $0["difference"] }
    let savings = json["bids"].values.map { bid in
      (bid["against_baseline"]["saving"]["value"], bid["against_baseline"]["plain_saving"]["value"])
    }
    return (ofOptions + pairs).map { ($0["mean"], $0["plain"]["mean"]) } + savings
  }

  @Test func switched_off_every_mean_is_the_plain_one_of_a_controlled_report() async throws {
    let controlled = try await Self.json(2_000)
    let plain = try await Self.json(2_000, controlsAreOff: true)
    #expect(plain["controls"] == .null)
    let (with, without) = (Self.means(in: controlled), Self.means(in: plain))
    #expect(with.count == 17 && without.count == 17)
    for (one, other) in zip(with, without) {
      #expect(other.mean == other.plain)
      #expect(one.plain == other.plain)
    }
    #expect(with.contains { $0.mean != $0.plain })
    // Scores and ranks are those of the sample.
    for (one, other) in zip(controlled["bids"].values, plain["bids"].values) {
      #expect(one["score"] == other["score"] && one["rank"] == other["rank"])
    }
  }

  @Test func controls_and_what_they_did_are_told() async throws {
    let json = try await Self.json(2_000)
    let controls = json["controls"]
    let kinds = controls["controls"].values.compactMap { $0["kind"].text }
    #expect(Set(kinds).isSuperset(of: ["volume", "index"]))
    let bids = json["bids"].values
    for bid in bids {
      let effect = controls["means"][try #require(bid["id"].text)]["cost"]
      let cost = bid["cost"]["before_credits"]
      let ratio =
        try #require(cost["plain"]["standard_error"].number) / #require(
          cost["standard_error"].number)
      #expect(abs(try #require(effect["variance_reduction"].number) / (ratio * ratio) - 1) < 1e-9)
      #expect(try #require(effect["used"].number) > 0)
    }
  }

  @Test func too_few_futures_give_plain_means_and_say_so() async throws {
    let json = try await Self.json(50)
    for (mean, plain) in Self.means(in: json) { #expect(mean == plain) }
    let costs = json["controls"]["means"].members.values.map { $0["cost"]["plain_because"].text }
    #expect(costs == ["few_futures", "few_futures", "few_futures"])
    let text = try await TwoBids.report(futures: 50).text()
    #expect(text.contains("Plain is the mean of"))
    #expect(!text.contains("Means use"))
  }

  @Test func what_has_no_exact_mean_is_told() async throws {
    let event = try loadEvent(at: Project.path("scenarios/contact-centre"))
    let evaluation = try Evaluation(event, futures: 1_000)
    let report = evaluation.report(on: await evaluation.run())
    #expect(report.text().contains("No control, without an exact mean: defaults of "))
    let off = try JsonValue(document: report.json)["controls"]["off"].values
    #expect(
      off.contains { $0["option"].text == "alpha" && $0["reason"].text == "uncertain_demand" })
  }

  @Test func a_buyer_who_never_leaves_pays_the_mean_cost_after_credits() async throws {
    let comparison = try await Evaluation(
      loadEvent(at: Project.path("scenarios/contact-centre")), futures: 1_000
    ).run()
    let after = comparison.means.costs(.afterCredits)
    let staying = comparison.options.indices.filter { option in
      comparison.options[option].contract.mayExit
        && comparison.outcome.options[option].exits.mean == 0
    }
    #expect(!staying.isEmpty)
    for option in staying {
      let never = comparison.costIfNeverLeaving(option)
      #expect(abs(never / after[option].estimate.value - 1) < 1e-12)
    }
  }

  @Test func switched_off_is_told() throws {
    let run = try Command.run(["rank", TwoBids.folder, "--futures", "2000", "--no-controls"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Means are plain: controls are switched off."))
  }
}
