import Assay
import TestKit
import Testing

@Suite struct ExchangeTests {
  @Test func a_linear_term_is_worth_its_share_of_what_it_credits() async throws {
    let laboratory = try Laboratory(of: Project.path("scenarios/payroll"), futures: 800)
    let report = try await laboratory.exchange([
      "bids/*/credits/fixed/accuracy", "bids/acme/service_levels/accuracy/target:0.1%",
    ])
    let evaluation = try Evaluation(
      loadEvent(at: Project.path("scenarios/payroll")), futures: 800)
    let outcome = await evaluation.experiment.run(threads: 2)
    #expect(report.worths.map(\.bid) == ["acme", "zenith", "acme"])
    for (place, option) in evaluation.experiment.options.enumerated() {
      let worth = try #require(report.worths.first { $0.bid == option.bid.id })
      let tally = outcome.options[place]
      // Five points bring all credits, so one point brings a fifth of them.
      let after = try #require(worth.worth[.afterCredits])
      #expect(abs(after.value / (tally.credits.mean / 5) - 1) < 1e-9)
      #expect(abs(after.standardError / (tally.credits.standardError / 5) - 1) < 1e-6)
      #expect(worth.worth[.beforeCredits]?.value == 0)
      #expect(abs(worth.ofPrice.value / (after.value / tally.before.mean) - 1) < 1e-9)
      #expect(worth.inUnitsOfFirst?.value == 1)
      #expect(worth.ends.low.text == "4%" && worth.ends.high.text == "6%")
    }
    let target = report.worths[2]
    let ratio = try #require(target.inUnitsOfFirst)
    let values = [target, report.worths[0]].map { $0.worth[.afterCredits]?.value ?? .nan }
    #expect(abs(ratio.value - values[0] / values[1]) < 1e-9)
    #expect(ratio.standardError > 0)
    #expect(target.ends.low.text == "99.4%" && target.ends.high.text == "99.6%")
    expectGolden(report.text, at: "Tests/AssayTests/Snapshots/payroll-whatif-exchange.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(try schemaFaults(report.json, "whatif") == [])
  }

  @Test(arguments: [
    ("5%", "4%", "6%"), ("0%", "0%", "1%"), ("0.5%", "0.5%", "1.5%"),
    ("2 months", "1 month", "3 months"),
    ("3", "2", "4"), ("0", "0", "1"), ("500000", "450000", "550000"), ("1.5", "1.35", "1.65"),
  ])
  func a_term_is_moved_a_step_and_never_below_nothing(text: String, low: String, high: String)
    throws
  {
    let number = try #require(WrittenNumber(text))
    let ends = try #require(TermWorth.ends(of: number, step: TermWorth.usualStep(of: number)))
    #expect(ends.low.text == low && ends.high.text == high)
  }

  // thrifty has a cap of its own, so the draft's is worth nothing there.
  @Test func a_draft_term_is_worth_nothing_to_bids_that_state_their_own() async throws {
    let laboratory = try Laboratory(
      of: Project.path("Tests/Fixtures/two-bids"), futures: 300)
    let report = try await laboratory.exchange(["terms/credits/cap"])
    let worths = Dictionary(
      uniqueKeysWithValues: report.worths.map { ($0.bid, $0.worth[.afterCredits]?.value ?? .nan) })
    #expect(worths["thrifty"] == 0)
    #expect(worths["fast"] != 0)
    #expect(report.text.contains("could be told from 0"))
  }
}
