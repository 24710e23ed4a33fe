import Assay
import Synchronization
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
    #expect(try schemaFaults(json, "rank") == [])
    #expect(json.hasSuffix("}\n"))
  }

  @Test func a_ranking_with_fits_and_variants_fits_its_schema_and_the_page() async throws {
    let event = try loadEvent(at: Project.path("scenarios/contact-centre"))
    let evaluation = try Evaluation(event, futures: 300)
    let report = evaluation.report(on: await evaluation.run())
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(tooWide(report.text(withFits: true)).isEmpty)
    #expect(tooWide(evaluation.baseCase.text).isEmpty)
    #expect(try schemaFaults(evaluation.baseCase.json, "base-case") == [])
  }

  @Test func progress_ends_at_the_futures_of_the_comparison_and_its_variants() async throws {
    let event = try loadEvent(at: Project.path("scenarios/contact-centre"))
    let evaluation = try Evaluation(event, futures: 300)
    let most = Mutex(0)
    _ = await evaluation.run { done in most.withLock { $0 = max($0, done) } }
    #expect(evaluation.futuresInAll == 900)
    #expect(most.withLock { $0 } == 900)
  }

  @Test func one_future_cannot_tell_which_bid_is_better() async throws {
    let text = try await TwoBids.report(futures: 1).text()
    #expect(text.contains("= tied: 1 future cannot tell which is better."))
    #expect(!text.contains("±"))
  }

  @Test func a_stated_total_that_does_not_tie_out_is_told() async throws {
    var dossier = try TwoBids.dossier()
    dossier.bids[0].statedTotal = 1_200_000
    let evaluation = try Evaluation(dossier, futures: 100)
    let report = evaluation.report(on: await evaluation.run())
    let findings = try JsonValue(document: report.json)["findings"].values
    let told = findings.filter { $0["kind"].text == "does_not_tie_out" }
    #expect(told.map { $0["bid"].text } == ["fast"])
    #expect(told.first?["basis"].text == "indexed")
    let total = try #require(told.first?["totals"].values.first)
    #expect(total["stated"].number == 1_200_000)
    let settled = try #require(total["settled"].number)
    let baseCase = try #require(try report.baseCase(of: "fast"))
    #expect(abs(settled - baseCase) < 0.005)
    #expect(report.text().contains("for the whole term it states 1\u{202F}200"))
    #expect(try schemaFaults(report.json, "rank") == [])
  }

  @Test func rights_and_losses_are_shown_only_where_there_are_any() async throws {
    var dossier = try TwoBids.dossier()
    for position in dossier.bids.indices {
      dossier.bids[position].contract.clauses.removeAll { $0.clause.isOfRightOrLoss }
    }
    dossier.baseline = nil
    let evaluation = try Evaluation(dossier, futures: 100)
    let text = evaluation.report(on: await evaluation.run()).text()
    #expect(!text.contains("leave") && !text.contains("loss from poor service"))
    #expect(text.contains("defaults"))
  }

  @Test func what_cannot_be_represented_is_null() async throws {
    var dossier = try TwoBids.dossier()
    dossier.bids[0].contract.clauses.append(
      Contract.Named("huge", .fixedFee(FixedFee(amount: 1e306))))
    let evaluation = try Evaluation(dossier, futures: 100)
    let report = evaluation.report(on: await evaluation.run())
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(try schemaFaults(evaluation.baseCase.json, "base-case") == [])
    let explained = try await evaluation.explanation(of: "fast", future: 0)
    #expect(try schemaFaults(explained.json, "explain") == [])
    for text in [report.text(), evaluation.baseCase.text, explained.text] {
      #expect(tooWide(text).isEmpty)
    }
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

  @Test func wide_characters_fit_the_page() async throws {
    var dossier = try TwoBids.dossier()
    dossier.event.title = String(repeating: "顧客対応", count: 30)
    let evaluation = try Evaluation(dossier, futures: 100)
    #expect(tooWide(evaluation.report(on: await evaluation.run()).text()).isEmpty)
    #expect(!tooWide(dossier.event.title).isEmpty)
  }
}

extension RankReport {
  fileprivate func baseCase(of bid: String) throws -> Double? {
    try JsonValue(document: json)["bids"].values.first { $0["id"].text == bid }?["base_case"][
      "nominal"
    ].number
  }
}

extension Clause {
  fileprivate var isOfRightOrLoss: Bool {
    switch self {
    case .chronicFailure, .terminationFee, .replacement, .poorServiceLoss: true
    default: false
    }
  }
}
