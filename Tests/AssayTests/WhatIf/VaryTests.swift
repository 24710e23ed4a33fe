import Assay
import Foundation
import TestKit
import Testing

@Suite struct VaryTests {
  private func laboratory(_ event: String, futures: Int) throws -> Laboratory {
    try Laboratory(of: Project.path(event), futures: futures)
  }

  private func study(
    _ event: String, _ varied: [(String, String)], futures: Int, sample: Int? = nil
  ) async throws -> VaryReport {
    let laboratory = try laboratory(event, futures: futures)
    let design = try laboratory.design(
      varied.map { Laboratory.Vary(path: $0.0, range: $0.1) }, sample: sample)
    return try await laboratory.vary(design)
  }

  /// Expects that what `cell` says of every bid is, to the bit, what `assay rank` says of `folder`.
  private func expectSame(_ cell: JsonValue, asRankingOf folder: String, futures: Int) async throws
  {
    let evaluation = try Evaluation(loadEvent(at: folder), futures: futures)
    let rank = try JsonValue(document: evaluation.report(on: await evaluation.run()).json)
    #expect(cell["bids"].values.count == rank["bids"].values.count)
    for bid in rank["bids"].values {
      let own = try #require(cell["bids"].values.first { $0["id"] == bid["id"] })
      for basis in ["before_credits", "after_credits"] {
        for figure in ["mean", "standard_error", "plain"] {
          #expect(own["cost"][basis][figure] == bid["cost"][basis][figure])
        }
      }
      #expect(own["risk"][rank["basis"].text ?? ""] == bid["risk"])
      #expect(own["credits"] == bid["credits"]["present_value"])
      for figure in ["rank", "tied_with_above", "score", "cheapest", "loss"] {
        #expect(own[figure] == bid[figure], "\(figure)")
      }
      #expect(own["exits"] == bid["service"]["exits"])
    }
    #expect(cell["winner"] == rank["ranking"].values.first?["bid"])
  }

  @Test func a_cell_is_the_event_with_the_term_written_in_its_file() async throws {
    let report = try await study(
      "Tests/Fixtures/two-bids",
      [("terms/credits/at_risk", "10%,14%"), ("bids/thrifty/credits/cap", "6%..8%:2%")],
      futures: 1_500)
    let json = try JsonValue(document: report.json)["vary"]
    let copy = try WrittenCopy(
      of: "Tests/Fixtures/two-bids",
      replacing: [
        ("event.yaml", "at_risk: 10%", "at_risk: 14%"),
        ("bids/thrifty/1/bid.yaml", "cap: 8%", "cap: 6%"),
      ])
    defer { copy.remove() }
    #expect(json["cells"].values[2]["values"].values.map(\.text) == ["14%", "6%"])
    try await expectSame(json["cells"].values[2], asRankingOf: copy.folder, futures: 1_500)
    try await expectSame(
      json["reference"], asRankingOf: Project.path("Tests/Fixtures/two-bids"), futures: 1_500)
    try await expectSame(
      json["cells"].values[1], asRankingOf: Project.path("Tests/Fixtures/two-bids"), futures: 1_500)
  }

  // With rights that are exercised when that is cheaper, history, and prices that follow indices.
  @Test func so_it_is_where_the_buyer_reviews_whether_to_leave() async throws {
    let report = try await study(
      "scenarios/contact-centre", [("bids/beta/credits/at_risk", "25%")], futures: 700)
    let json = try JsonValue(document: report.json)["vary"]
    let deviations = try Project.text(
      of: "scenarios/contact-centre/bids/beta/1/deviations.csv")
    let line = try #require(
      deviations.split(separator: "\n").first { $0.hasPrefix("terms/credits/at_risk") })
    let copy = try WrittenCopy(
      of: "scenarios/contact-centre",
      replacing: [
        (
          "bids/beta/1/deviations.csv", String(line),
          line.replacingOccurrences(of: "10%", with: "25%")
        )
      ])
    defer { copy.remove() }
    try await expectSame(json["cells"].values[0], asRankingOf: copy.folder, futures: 700)
  }

  @Test func bids_that_no_cell_changes_are_simulated_once() async throws {
    let both = try await study(
      "Tests/Fixtures/two-bids",
      [("bids/fast/credits/cap", "4%,6%,10%"), ("bids/thrifty/credits/cap", "4%,8%")], futures: 200)
    // Two bids and today's operation; two other caps of fast, for 10% is its own; one of thrifty.
    let json = try JsonValue(document: both.json)["vary"]
    #expect(json["simulated_options"].number == 6)
    let last = json["cells"].values[5]
    #expect(last["values"].values.map(\.text) == ["10%", "8%"])
    #expect(last["bids"].values.allSatisfy { $0["against_reference"] == .null })
    #expect(last["bids"] != json["cells"].values[0]["bids"])
  }

  @Test func the_baseline_is_varied_by_no_star() async throws {
    let report = try await study(
      "Tests/Fixtures/two-bids", [("bids/*/credits/at_risk", "2%,20%")], futures: 200)
    let json = try JsonValue(document: report.json)["vary"]
    for cell in json["cells"].values { #expect(cell["baseline"] == json["reference"]["baseline"]) }
  }

  @Test func gains_at_pass_through_are_those_of_the_sample() async throws {
    let report = try await study(
      "Tests/Fixtures/two-bids", [("bids/*/credits/at_risk", "5%,20%")], futures: 1_000)
    for cell in report.cells {
      for bid in cell.bids {
        let change = try #require(bid.change)
        let old = try #require(report.reference.bid(bid.id))
        let gain = try #require(change.passThrough.gains.first?.gain.value)
        let plain = [old, bid].map { $0.figures.costs[.afterCredits]?.plain.value ?? .nan }
        #expect(abs(gain - (plain[0] - plain[1])) < 1e-6)
        #expect(abs(gain + (change.costs[.afterCredits]?.value ?? .nan)) < 1e-9)
        let cost = change.passThrough.providersCost.value
        let half = change.passThrough.gains[1]
        #expect(abs(half.gain.value - (gain - cost / 2)) < 1e-6)
        #expect(abs(half.priceRise - cost / 2 / old.figures.price) < 1e-12)
        let vanishing = change.passThrough.vanishesAt?.value ?? -.infinity
        #expect(gain / cost < 0 ? vanishing < 0 : abs(vanishing - gain / cost) < 1e-9)
      }
    }
  }

  // Payroll has no right to leave: what the buyer is credited is all that changes.
  @Test func where_only_credits_change_nothing_is_left_at_full_pass_through() async throws {
    let report = try await study(
      "scenarios/payroll", [("bids/*/credits/fixed/accuracy", "8%")], futures: 500)
    for bid in report.cells[0].bids {
      let change = try #require(bid.change)
      #expect(change.passThrough.cost == .payments)
      #expect(change.costs[.beforeCredits]?.value == 0)
      #expect(change.passThrough.gains[2].gain.value == 0)
      #expect(change.passThrough.vanishesAt?.value == 1)
      // Credits are a share of the charge, without a cap: 8% are eight fifths of 5%.
      let plain = [report.reference.bid(bid.id), bid].map {
        $0?.figures.credits.plain.value ?? .nan
      }
      #expect(abs(plain[1] / plain[0] - 1.6) < 1e-12)
    }
  }

  @Test func a_sample_of_cells_is_simulated() async throws {
    let report = try await study(
      "scenarios/payroll", [("terms/credits/fixed/accuracy", "0%..20%")], futures: 100, sample: 4)
    #expect(report.cells.count == 4)
    #expect(try schemaFaults(report.json, "whatif") == [])
    #expect(report.text.contains("a Latin hypercube"))
  }

  @Test func a_grid_reads_as_recorded() async throws {
    let report = try await study(
      "Tests/Fixtures/two-bids",
      [
        ("bids/*/credits/at_risk", "5%..15%:5%"), ("bids/*/service_levels/solve/target", "80%,85%"),
      ],
      futures: 1_000)
    expectGolden(report.text, at: "Tests/AssayTests/Snapshots/two-bids-whatif-grid.txt")
    #expect(tooWide(report.text).isEmpty)
    #expect(try schemaFaults(report.json, "whatif") == [])
  }

  @Test func threads_change_no_byte() async throws {
    let laboratory = try laboratory("Tests/Fixtures/two-bids", futures: 1_100)
    let design = try laboratory.design([.init(path: "terms/credits/at_risk", range: "5%,15%")])
    let one = try await laboratory.vary(design, threads: 1)
    let three = try await laboratory.vary(design, threads: 3)
    #expect(one.json == three.json)
  }
}
