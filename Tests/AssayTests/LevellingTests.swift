import Assay
import Foundation
import TestKit
import Testing

/// The event under Tests/Fixtures/levelling, whose amounts were worked out by hand: an amount of
/// contract month 13 is divided by 1.1, and wages have risen by 5 % then.
@Suite struct LevellingTests {
  private static let folder = Project.path("Tests/Fixtures/levelling")

  private func dossier() throws -> Dossier { try loadEvent(at: Self.folder) }

  private func report(_ dossier: Dossier, futures: Int = 4_096) async throws -> RankReport {
    let evaluation = try Evaluation(dossier, futures: futures)
    return evaluation.report(on: await evaluation.run())
  }

  private func bridge(
    of bid: String, in report: RankReport, _ basis: String = "before_credits"
  ) throws -> JsonValue {
    let bids = try JsonValue(document: report.json)["bids"].values
    return try #require(bids.first { $0["id"].text == bid })["levelling"]["bridge"][basis]
  }

  // Calls 1,000 × 2 and 1,200 × 2 × 1.05; telephony 330 in month 13; 50 less in month 1; a euro in each
  // month; 500 mails at three's 1.55, which is more than two's 1.50, and 400 at two's 1.575, which is
  // more than 1.55.
  @Test func the_bridge_of_a_bid_with_all_three_is_that_by_hand() async throws {
    let bridge = try bridge(of: "one", in: await report(dossier()))
    let monthly = (0..<24).reduce(0) { $0 + pow(1.1, -Double($1) / 12) }
    let expected = [
      "unpriced": 0, "exclusion": 330 / 1.1, "assumption": 0, "qualification": monthly,
      "error": -50, "plug": 500 * 1.55 + 400 * 1.575 / 1.1,
    ]
    for (kind, amount) in expected {
      #expect(abs((bridge["adjustments"][kind].number ?? .nan) - amount) < 0.005, "\(kind)")
    }
    let submitted = 2_000 + 2_520 / 1.1
    #expect(abs((bridge["as_submitted"].number ?? .nan) - submitted) < 0.005)
    let levelled = submitted + expected.values.reduce(0, +)
    #expect(abs((bridge["levelled"].number ?? .nan) - levelled) < 0.005)
    // Volumes and wages are certain; telephony has a mean of (220 + 330 + 660) / 3, and a standard
    // deviation of 92.6 in month 13.
    let effect = (1_210.0 / 3 - 330) / 1.1
    #expect(abs((bridge["effect_of_risk"].number ?? .nan) - effect) < 5 * 92.6 / 1.1 / 64)
  }

  @Test func a_bid_without_adjustments_has_the_price_as_submitted() async throws {
    let bridge = try bridge(of: "two", in: await report(dossier(), futures: 512))
    let submitted = 2_200 + 750 + (2_640 + 630) / 1.1
    for figure in ["as_submitted", "levelled", "mean"] {
      #expect(abs((bridge[figure].number ?? .nan) - submitted) < 0.005)
    }
  }

  @Test(arguments: [
    "Tests/Fixtures/levelling", "Tests/Fixtures/two-bids", "scenarios/contact-centre",
    "scenarios/payroll",
  ])
  func every_bridge_adds_up_to_the_cent(_ folder: String) async throws {
    let report = try await report(loadEvent(at: Project.path(folder)), futures: 300)
    let document = try JsonValue(document: report.json)
    let options = document["bids"].values + [document["baseline"]].filter { $0 != .null }
    #expect(options.count > 1)
    for option in options {
      for basis in ["before_credits", "after_credits"] {
        let bridge = option["levelling"]["bridge"][basis]
        let steps = bridge["adjustments"].members.values.compactMap(\.number).reduce(0, +)
        let submitted = try #require(bridge["as_submitted"].number)
        let levelled = try #require(bridge["levelled"].number)
        let risk = try #require(bridge["effect_of_risk"].number)
        let mean = try #require(bridge["mean"].number)
        #expect(abs(submitted + steps - levelled) < 0.005)
        #expect(abs(levelled + risk - mean) < 0.005)
        #expect(mean == option["cost"][basis]["mean"].number)
      }
    }
  }

  // The same without chance: as submitted the base case of the bid alone.
  @Test func as_submitted_is_the_base_case_of_the_bid_alone() async throws {
    let dossier = try dossier()
    let report = try await report(dossier, futures: 300)
    for bid in dossier.bids {
      let contract = try bid.contract.resolved(in: dossier.event, metrics: [])
      let entries = contract.baseCase(in: dossier.assumptions)
      let alone = entries.reduce(0) { $0 + $1.presentValue }
      let submitted = try bridge(of: bid.id, in: report)["as_submitted"].number
      #expect(abs((submitted ?? .nan) - alone) < 1e-9)
    }
  }

  @Test func a_plug_and_what_does_not_tie_out_are_among_the_findings() async throws {
    let report = try await report(dossier(), futures: 300)
    let findings = try JsonValue(document: report.json)["findings"].values
    let plugged = try #require(findings.first { $0["kind"].text == "plugged" })
    #expect(plugged["bid"].text == "one" && plugged["service_line"].text == "mails")
    #expect(plugged["sources"].values.compactMap(\.text) == ["three", "two"])
    #expect(plugged["months"].values.compactMap { $0["first_month"].number } == [1, 13])
    let differing = try #require(findings.first { $0["kind"].text == "does_not_tie_out" })
    #expect(differing["bid"].text == "one")
    #expect(
      differing["totals"].values.compactMap { $0["difference"].number } == [-100, -100, -100])
    #expect(findings.count { $0["kind"].text == "does_not_tie_out" } == 1)
    #expect(try schemaFaults(report.json, "rank") == [])
  }

  @Test func a_levelled_ranking_reads_as_recorded() async throws {
    let text = try await report(dossier(), futures: 2_000).text()
    expectGolden(text, named: "levelling-rank.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func plugs_that_are_off_or_cannot_be_made_are_told() async throws {
    var dossier = try dossier()
    dossier.event.levelling.plug = .none
    let off = try await report(dossier, futures: 100)
    #expect(off.text().contains("plugs are turned off"))
    #expect(try bridge(of: "one", in: off)["adjustments"]["plug"].number == 0)
    dossier.event.levelling.plug = .nextHighest
    dossier.bids.removeAll { $0.id != "one" }
    let alone = try await report(dossier, futures: 100)
    #expect(alone.text().contains("no other bid prices it"))
    #expect(try schemaFaults(alone.json, "rank") == [])
  }

  @Test func the_totals_that_differ_are_listed_line_by_line() throws {
    let report = try TieOutReport(dossier())
    #expect(!report.tiesOut)
    #expect(try schemaFaults(report.json, "tie-out") == [])
    expectGolden(report.text(), named: "levelling-tie-out.txt")
    #expect(report.text(isFull: true).contains("2\u{202F}950.00"))
    #expect(tooWide(report.text(isFull: true)).isEmpty)
  }

  @Test func a_base_case_shows_what_levelling_adds() throws {
    let base = try Evaluation(dossier()).baseCase
    #expect(base.text.contains("of which"))
    #expect(try schemaFaults(base.json, "base-case") == [])
  }

  @Test func a_ledger_says_where_an_adjustment_comes_from() async throws {
    let report = try await Evaluation(dossier(), futures: 100)
      .explanation(of: "one", future: 3, month: 13)
    #expect(report.text.contains("exclusion all (own cost)"))
    #expect(report.text.contains("drawn once, from 220.00 to 660.00 and most likely 330.00."))
    #expect(report.text.contains("rate: what two asks for a unit of mails."))
    #expect(try schemaFaults(report.json, "explain") == [])
  }

  @Test func what_authors_write_is_cleaned() async throws {
    var dossier = try dossier()
    dossier.notes.append(
      .notApproved(
        option: "one", line: "all", kind: "error", author: "Eve\u{1B}[31m\u{202E}", isSame: false))
    let text = try await report(dossier, futures: 100).text()
    #expect(text.contains("Eve"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }
}
