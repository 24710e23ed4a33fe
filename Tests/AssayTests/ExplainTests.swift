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
    #expect(try schemaFaults(report.json, "explain") == [])
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

  @Test(arguments: [("two-bids", "thrifty"), ("contact-centre", "gamma")])
  func every_factor_and_weight_is_that_of_its_month(event: String, bid: String) async throws {
    let report = try await Self.evaluation(of: event).explanation(of: bid, future: 3)
    let json = try JsonValue(document: report.json)
    let months = json["months"].values
    var seen: Set<String> = []
    for entry in json["entries"].values {
      let month = months[Int(entry["month"].number ?? 0) - 1]
      for (input, origins, key, value) in [
        ("factor", "factors", "indexation", "value"), ("weight", "levels", "level", "weight"),
      ] {
        let origin = month[origins].values.first { $0[key] == entry[key] }
        #expect(Self.inputs(of: entry)[input] == origin?[value].number, "\(entry)")
        if origin != nil { seen.insert(input) }
      }
    }
    #expect(seen == ["factor", "weight"])
  }

  // The event's indexation: 80 % of the move since month 1, at most 4 % of the index in a step.
  @Test func a_factor_follows_from_the_levels_of_its_index() async throws {
    let report = try await TwoBids.evaluation().explanation(of: "thrifty", future: 8)
    let months = try JsonValue(document: report.json)["months"].values
    for month in months {
      let factor = month["factors"].values[0]
      let from = try #require(factor["adjusted_from"].number)
      let to = try #require(factor["adjusted_to"].number)
      let value = try #require(factor["value"].number)
      let move = to / from - 1
      #expect(factor["limited"] == .truth(move > 0.04 || move < 0))
      #expect(abs(value - (1 + 0.8 * min(max(move, 0), 0.04))) < 1e-12)
      #expect(factor["adjusted_in"].number == ((month["month"].number ?? 0) < 13 ? nil : 13))
    }
    let first = months[0]["factors"].values[0]
    #expect(first["index_level"] == first["index_base"])
  }

  @Test func a_default_is_an_attainment_that_misses_its_target() async throws {
    let report = try await TwoBids.evaluation().explanation(of: "thrifty", future: 8)
    var run = 0.0
    for month in try JsonValue(document: report.json)["months"].values
    where month["live"] == .truth(true) {
      let level = month["levels"].values[0]
      let attainment = try #require(level["attainment"].number)
      let target = try #require(level["target"].number)
      let isDefault = level["counts"] == .truth(true) && attainment < target
      run = isDefault ? run + 1 : 0
      #expect(level["default"] == .truth(isDefault))
      #expect(level["run"].number == run)
      #expect(level["weight"].number == (isDefault ? (run >= 2 ? 2 : 1) : 0))
      #expect(month["defaults"].values == (isDefault ? [level["level"]] : []))
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
      let entries = json["entries"].values.filter { $0["month"] == month["month"] }
      for kind in LedgerLine.Kind.allCases.map(\.rawValue) where belongs(kind) {
        let lines = entries.filter { $0["kind"].text == kind }
        let sum = lines.reduce(0) { $0 + ($1["amount"].number ?? .nan) }
        total += sum * (lines.first.map { $0["discount"].number ?? .nan } ?? 0)
      }
    }
    return total
  }
}
