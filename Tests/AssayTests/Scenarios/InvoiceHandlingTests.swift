import Assay
import Contracts
import Simulation
import TestKit
import Testing

/// The scenario in which bids are set against an operation of one's own.
@Suite struct InvoiceHandlingTests {
  private static func evaluation(futures: Int = 512) throws -> Evaluation {
    try Evaluation(
      loadEvent(at: Project.path("scenarios/invoice-handling")), futures: futures, seed: 1)
  }

  @Test func todays_operation_costs_what_its_tables_say() throws {
    let evaluation = try Self.evaluation()
    let today = try #require(evaluation.experiment.options.last)
    let baseCase = today.contract.baseCase(in: evaluation.experiment.assumptions)
    let months = baseCase.costByMonth(horizon: 36)
    // 31 · 34,500 · 1.24, 4 · 51,000 · 1.24 and 9 · 36,000 · 1.29 a year; 27,100 a month beside.
    let salaries: [(Double, Double)] = [
      (31 * 34_500, 1.24), (4 * 51_000, 1.24), (9 * 36_000, 1.29),
    ]
    let staff = salaries.reduce(0.0) { $0 + $1.0 * $1.1 / 12 }
    #expect(abs(months[0] - (staff + 27_100)) < 1e-6)
    // From month 13 pay is up by 2.5 %, and all of it improves by 1.5 %.
    #expect(abs(months[12] - (staff * 1.025 + 27_100) * 0.985) < 1e-6)
    #expect(abs(months[13] - months[12] - 64_000) < 1e-6)
  }

  @Test func a_late_bid_pays_what_today_costs_in_the_base_case() throws {
    let evaluation = try Self.evaluation()
    let (today, meridian) = (evaluation.experiment.options[2], evaluation.experiment.options[0])
    let months = today.contract.baseCase(in: evaluation.experiment.assumptions)
      .costByMonth(horizon: 36)
    for case .transitionDelay(let delay) in meridian.bid.contract.clauses.map(\.clause) {
      #expect(delay.todaysCost == Array(months.dropFirst(3)))
      #expect(delay.goLive == 4)
    }
    #expect(meridian.bid.contract.clauses.contains { $0.name == "delay" })
    #expect(!today.bid.contract.clauses.contains { $0.name == "delay" })
  }

  @Test func the_chance_of_being_late_is_that_of_the_assumptions() async throws {
    let evaluation = try Self.evaluation()
    let late = (0..<200).count { future in
      let ledger = evaluation.experiment.ledger(of: 0, future: future)
      return ledger.entries.contains { entry in
        let line = evaluation.experiment.options[0].contract.lines[entry.line]
        return line.title == "delay: today's operation" && entry.month == 4 && entry.amount > 0
      }
    }
    // 200 futures with a chance of 40 % each: 80, give or take five standard errors of 6.9.
    #expect(abs(late - 80) <= 35)
  }

  @Test func the_report_fits_its_schema_and_knows_the_cases() async throws {
    let evaluation = try Self.evaluation()
    let report = evaluation.report(on: await evaluation.run())
    let document = try JsonValue(document: report.json)
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(
      document["cases"].values.map { $0["name"].text } == ["base case", "low", "dear", "rough"])
    let chances = document["bids"].values.map {
      $0["against_baseline"]["chance_of_business_case"]["value"].number
    }
    #expect(chances.allSatisfy { (0.0...1).contains($0 ?? -1) })
  }
}
