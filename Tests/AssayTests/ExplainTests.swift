import Assay
import TestKit
import Testing

@Suite struct ExplainTests {
  @Test func a_future_reads_as_recorded() async throws {
    let text = try await TwoBids.evaluation().explanation(of: "thrifty").text
    expectGolden(text, named: "two-bids-explain.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func a_month_reads_as_recorded() async throws {
    let text = try await TwoBids.evaluation().explanation(of: "thrifty", month: 13).text
    expectGolden(text, named: "two-bids-explain-month.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test(arguments: [("fast", nil), ("thrifty", 7), ("thrifty", 8), ("baseline", 0)])
  func an_explanation_for_machines_fits_its_schema(bid: String, future: Int?) async throws {
    let report = try await TwoBids.evaluation().explanation(of: bid, future: future)
    #expect(try schemaFaults(report.json, "explain").isEmpty)
  }

  @Test(arguments: [("two-bids", "thrifty"), ("two-bids", "fast"), ("contact-centre", "gamma")])
  func every_formula_gives_its_amount_to_the_bit(event: String, bid: String) async throws {
    for future in 0..<4 {
      let report = try await Self.evaluation(of: event).explanation(of: bid, future: future)
      let entries = try JsonValue(document: report.json)["entries"].values
      #expect(!entries.isEmpty)
      for entry in entries {
        let amount = try Arithmetic.value(
          of: entry["formula"].text ?? "", with: Self.inputs(of: entry))
        #expect(amount == entry["amount"].number, "\(entry)")
        let present = amount * (entry["discount"].number ?? .nan)
        #expect(present == entry["present_value"].number)
      }
    }
  }

  @Test(arguments: ["fast", "thrifty", "baseline"])
  func the_ledger_adds_up_to_the_simulated_cost_to_the_bit(_ bid: String) async throws {
    let evaluation = try TwoBids.evaluation()
    let sample = await evaluation.experiment.run(threads: 2).sample
    let options = evaluation.experiment.options.map(\.bid.id)
    let position = try #require(options.firstIndex(of: bid))
    for future in [0, 1, 511, 1_999] {
      let report = try await evaluation.explanation(of: bid, future: future)
      let json = try JsonValue(document: report.json)
      let before = Self.total(json) { $0 != "credit" }
      let credits = Self.total(json) { $0 == "credit" }
      #expect(before == json["totals"]["before_credits"].number)
      #expect(credits == json["totals"]["credits"].number)
      #expect(before == sample.before[position][future])
      #expect(before + credits == sample.after[position][future])
    }
  }

  @Test func the_default_future_lies_nearest_the_median() async throws {
    let evaluation = try TwoBids.evaluation()
    let json = try await JsonValue(document: evaluation.explanation(of: "thrifty").json)
    let outcome = await evaluation.experiment.run(threads: 2)
    let costs = outcome.sample.cost(outcome.basis)[1]
    let chosen = try #require(json["future"].number.map { Int($0) })
    #expect(costs.count { $0 < costs[chosen] } <= 1_000)
    #expect(costs.count { $0 > costs[chosen] } <= 1_000)
    #expect(json["chosen"].text == "nearest_median")
  }

  @Test func an_unknown_bid_is_told_with_the_nearest_name() async throws {
    let error = await #expect(throws: ExplanationError.self) {
      try await TwoBids.evaluation().explanation(of: "thirfty")
    }
    #expect(error?.description == "there is no bid thirfty; did you mean thrifty?")
  }

  private static func evaluation(of event: String) throws -> Evaluation {
    event == "two-bids"
      ? try TwoBids.evaluation()
      : try Evaluation(loadEvent(at: Project.path("scenarios/\(event)")), futures: 100)
  }

  private static func inputs(of entry: JsonValue) -> [String: Double] {
    entry["inputs"].values.reduce(into: [:]) { inputs, input in
      inputs[input["name"].text ?? ""] = input["value"].number
    }
  }

  /// Present values added within each month in order, and then month by month.
  private static func total(_ json: JsonValue, where belongs: (String) -> Bool) -> Double {
    var total = 0.0
    for month in json["months"].values {
      total += json["entries"].values
        .filter { $0["month"] == month["month"] && belongs($0["kind"].text ?? "") }
        .reduce(0) { $0 + ($1["present_value"].number ?? .nan) }
    }
    return total
  }
}
