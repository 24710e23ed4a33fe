import Assay
import TestKit
import Testing

@Suite struct RankTests {
  @Test func a_ranking_reads_as_recorded() async throws {
    let text = try await TwoBids.report().text(withFits: true)
    expectGolden(text, named: "two-bids-rank.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func a_base_case_reads_as_recorded() throws {
    let text = try TwoBids.evaluation().baseCase.text
    expectGolden(text, named: "two-bids-base-case.txt")
    #expect(tooWide(text).isEmpty)
  }

  @Test func threads_change_no_byte() async throws {
    let one = try await TwoBids.report(threads: 1)
    let three = try await TwoBids.report(threads: 3)
    #expect(one.json == three.json)
    #expect(one.text(withFits: true) == three.text(withFits: true))
  }

  @Test(arguments: [1, 10, 2_000])
  func a_ranking_for_machines_fits_its_schema(_ futures: Int) async throws {
    let json = try await TwoBids.report(futures: futures).json
    #expect(try schemaFaults(json, "rank").isEmpty)
    #expect(json.hasSuffix("}\n"))
  }

  @Test func a_ranking_with_fits_and_variants_fits_its_schema_and_the_page() async throws {
    let event = try loadEvent(at: Project.path("scenarios/contact-centre"))
    let evaluation = try Evaluation(event, futures: 300)
    let report = evaluation.report(on: await evaluation.run())
    #expect(try schemaFaults(report.json, "rank").isEmpty)
    #expect(tooWide(report.text(withFits: true)).isEmpty)
    #expect(tooWide(evaluation.baseCase.text).isEmpty)
    #expect(try schemaFaults(evaluation.baseCase.json, "base-case").isEmpty)
  }

  @Test func a_base_case_adds_up() throws {
    let json = try JsonValue(document: TwoBids.evaluation().baseCase.json)
    #expect(json["options"].values.count == 3)
    for option in json["options"].values {
      let years = option["base_case"]["by_year"].values.compactMap(\.number)
      #expect(years.count == 2)
      #expect(option["base_case"]["nominal"].number == years.reduce(0, +))
    }
  }

  @Test func what_bidders_write_cannot_leave_its_place() async throws {
    var dossier = try TwoBids.dossier()
    let name = "\u{1B}[2J\u{202E}evil\n1  thrifty  100 " + String(repeating: "long", count: 60)
    dossier.bids[0].name = name
    dossier.event.title = name
    let evaluation = try Evaluation(dossier, futures: 100)
    let report = evaluation.report(on: await evaluation.run())
    let text = report.text()
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    #expect(tooWide(text).isEmpty)
    #expect(!text.contains("\n1  thrifty"))
    let names = try JsonValue(document: report.json)["bids"].values.map { $0["name"].text }
    #expect(names.contains(name))
  }

  @Test func long_identifiers_and_many_bids_fit_the_page_uncut() async throws {
    var dossier = try TwoBids.dossier()
    let ids = (0..<9).map { "a-bidder-with-quite-a-long-folder-name-\($0)" }
    let template = dossier.bids[0]
    dossier.bids = ids.map { id in
      var bid = template
      bid.id = id
      bid.contract.id = id
      dossier.assumptions.performance[id] = dossier.assumptions.performance[template.id]
      return bid
    }
    let evaluation = try Evaluation(dossier, futures: 100)
    let text = evaluation.report(on: await evaluation.run()).text()
    #expect(tooWide(text).isEmpty)
    #expect(text.contains("-name-8"))
    #expect(text.contains("1="))
  }
}
