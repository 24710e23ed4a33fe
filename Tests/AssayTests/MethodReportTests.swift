import Assay
import Foundation
import TestKit
import Testing

/// What `assay rank` says of the locked method, on the two bids of the help desk.
@Suite struct MethodReportTests {
  private static func report(
    futures: Int = 1_000, _ change: (inout Event) -> Void = { _ in }
  ) async throws -> RankReport {
    var dossier = try TwoBids.dossier()
    change(&dossier.event)
    let evaluation = try Evaluation(dossier, futures: futures)
    return evaluation.report(on: await evaluation.run())
  }

  /// All measures, with a minimum and hand scores.
  private static func everything(_ event: inout Event) {
    event.criteria = [
      Criterion(
        measure: .cost, weight: 40, scale: .linearToCeiling(2_000_000, best: .lowest),
        statistic: .p80),
      Criterion(measure: .risk, weight: 10, scale: .shareOfLowestCost(worst: 0.25)),
      Criterion(
        measure: .compliance, weight: 20, scale: .linear(best: 1, worst: 0), minimum: 70),
      Criterion(
        measure: .service, weight: 15, scale: .linear(best: 1, worst: 0),
        needs: [.init(metric: "on_time", level: 0.85)]),
      Criterion(
        measure: .scored, weight: 15, scale: .linear(best: 10, worst: 0), id: "team",
        text: "Team and approach", minimum: 50),
    ]
    event.scoreSheet = ScoreSheet([
      .init(
        criterion: "team", bid: "fast", evaluator: "Ann", score: 8,
        rationale: "Knows town halls\u{1B}[2J"),
      .init(criterion: "team", bid: "fast", evaluator: "Bob", score: 6),
      .init(criterion: "team", bid: "thrifty", evaluator: "Ann", score: 3, rationale: "No deputy"),
      .init(criterion: "team", bid: "thrifty", evaluator: "Bob", score: 6),
      .init(criterion: "team", bid: "thrifty", evaluator: "moderated", score: 4),
    ])
  }

  @Test func a_method_of_every_criterion_reads_as_recorded() async throws {
    let text = try await Self.report(Self.everything).text(withMethod: true)
    expectGolden(text, named: "two-bids-method.txt")
    #expect(tooWide(text).isEmpty)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: RankingMethod.allCases)
  func every_method_fits_the_schema_and_the_page(_ method: RankingMethod) async throws {
    let report = try await Self.report(futures: 300) { event in
      Self.everything(&event)
      event.method = method
    }
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(tooWide(report.text(withMethod: true)).isEmpty)
    let json = try JsonValue(document: report.json)
    #expect(json["method"]["formula"].text == method.rawValue)
    #expect(json["event"]["criteria"].values.map { $0["id"].text }.last == "team")
    #expect(json["hand_scores"].values.count == 5)
    let scores = json["bids"].values.map { $0["hand_scores"]["team"]["score"].number }
    #expect(Set(scores) == [7, 4])
    // 40 of 100 for the thrifty team, where 50 is the least.
    let below = json["bids"].values.first { $0["id"].text == "thrifty" }?["below_minimum"].values
    #expect(below?.compactMap(\.text).contains("team") == true)
  }

  @Test func the_parts_in_the_answer_add_up_to_the_margin() async throws {
    let why = try JsonValue(document: await Self.report().json)["why"]
    let parts = why["parts"].values.compactMap { $0["points"].number }
    #expect(parts.count == 3)
    #expect(abs(parts.reduce(0, +) - (why["margin"].number ?? .nan)) < 1e-9)
    #expect(!why["changes"].values.isEmpty)
  }

  // A lump sum off the second's bid by what the answer says, and a cent more, makes it first.
  @Test func a_bid_that_costs_as_much_less_as_is_said_is_first() async throws {
    var dossier = try TwoBids.dossier()
    func json() async throws -> JsonValue {
      let evaluation = try Evaluation(dossier, futures: 1_000)
      return try JsonValue(document: evaluation.report(on: await evaluation.run()).json)
    }
    let before = try await json()["why"]
    let second = try #require(before["second"].text)
    let change = try #require(
      before["changes"].values.first {
        $0["lever"].text == "cost" && $0["bid"].text == second
      })
    let discount = try #require(change["from"].number) - (change["to"].number ?? .nan)
    let place = try #require(dossier.bids.firstIndex { $0.id == second })
    // Month 1 of the term, discounted at 5 % to the end of the month and paid a month later.
    let factor = pow(1.05, 2 / 12.0)
    for (more, expected) in [(1.0, second), (-1.0, before["first"].text)] {
      let bids = dossier.bids
      dossier.bids[place].contract.clauses.append(
        Contract.Named(
          "off", .oneOffFee(OneOffFee(amount: -(discount + more) * factor, month: 1))))
      let after = try await json()["why"]
      #expect(after["first"].text == expected)
      dossier.bids = bids
    }
  }

  @Test func the_digest_of_the_method_is_in_the_answer_and_follows_the_seed() async throws {
    let dossier = try TwoBids.dossier()
    let report = try await Self.report(futures: 10)
    let digest = try JsonValue(document: report.json)["provenance"]["method_digest"].text
    #expect(digest == dossier.event.methodDigest(seed: 1))
    #expect(report.text().contains("The method is \(digest?.prefix(12) ?? "")."))
    #expect(digest != dossier.event.methodDigest(seed: 2))
  }
}
