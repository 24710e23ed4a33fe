import Assay
import TestKit
import Testing

@Suite struct ComplianceReportTests {
  private func report(_ dossier: Dossier) async throws -> RankReport {
    let evaluation = try Evaluation(dossier, futures: 10)
    return evaluation.report(on: await evaluation.run())
  }

  private func contactCentre() throws -> Dossier {
    try loadEvent(at: Project.path("scenarios/contact-centre"))
  }

  /// The part of a report from its coverage to what was fitted.
  private func compliance(_ text: String) throws -> String {
    let start = try #require(text.firstRange(of: "Coverage of requirements")).lowerBound
    let end = try #require(text.firstRange(of: "Fitted from history")).lowerBound
    return String(text[start..<end])
  }

  @Test func the_matrix_reads_as_recorded() async throws {
    let text = try await report(contactCentre()).text(withCompliance: true)
    #expect(tooWide(text).isEmpty)
    expectGolden(try compliance(text), named: "contact-centre-compliance.txt")
  }

  @Test func the_short_report_names_the_flag_and_shows_no_matrix() async throws {
    let text = try await report(contactCentre()).text()
    #expect(text.contains("Every answer and its evidence: assay rank --compliance."))
    #expect(!text.contains("Requirements by framework"))
  }

  @Test func the_matrix_for_machines_has_every_answer_and_fits_its_schema() async throws {
    let dossier = try contactCentre()
    let report = try await report(dossier)
    #expect(try schemaFaults(report.json, "rank") == [])
    let document = try JsonValue(document: report.json)
    let requirements = document["requirements"].values
    #expect(requirements.compactMap { $0["id"].text } == dossier.event.requirements.map(\.id))
    #expect(requirements.allSatisfy { $0["answers"].values.count == 5 })
    let transfers = try #require(requirements.first { $0["id"].text == "gdpr-transfers" })
    let gamma = try #require(transfers["answers"].values.first { $0["option"].text == "gamma" })
    #expect(gamma["standing"].text == "open" && gamma["status"].text == "non_comply")
    #expect(gamma["assessment"]["cost"].number == 620_000)
    #expect(gamma["assessment"]["residual_risk"].text == "high")
    let attestation = try #require(requirements.first { $0["id"].text == "pci-aoc" })
    let beta = try #require(attestation["answers"].values.first { $0["option"].text == "beta" })
    #expect(beta["by"].text == "2027-06" && beta["standing"].text == "condition")
    #expect(beta["proof"]["expires"].text == "2027-05-17")
    #expect(beta["evidence_at_signature"].text == "valid")
    #expect(beta["evidence_at_go_live"].text == "renewed")
  }

  @Test func deviations_for_machines_are_those_of_the_file() async throws {
    let document = try JsonValue(document: await report(contactCentre()).json)
    let bids = document["bids"].values
    let stances = bids.map { bid in
      [bid["id"].text ?? ""] + bid["deviations"].values.compactMap { $0["stance"].text }
    }.sorted { $0[0] < $1[0] }
    #expect(
      stances == [
        ["alpha"], ["beta", "accept", "accept", "accept", "modify", "modify", "modify"], ["delta"],
        ["epsilon"], ["gamma", "modify", "reject", "modify", "reject", "modify", "modify"],
      ])
    let gamma = try #require(bids.first { $0["id"].text == "gamma" })["deviations"].values
    #expect(gamma[1]["path"].text == "terms/volume_bands" && gamma[1]["value"] == .null)
    #expect(gamma[2]["draft"].text == "12%" && gamma[2]["value"].text == "6%")
    #expect(gamma[2]["page"].text == "54")
  }

  @Test func evidence_that_lapses_is_named_in_the_short_report() async throws {
    var dossier = try contactCentre()
    let beta = try #require(dossier.bids.firstIndex { $0.id == "beta" })
    dossier.bids[beta].answers["continuity"]?.proof.renewal = .refused
    let text = try await report(dossier).text()
    let told = "beta: evidence that does not hold at signature or at go-live for continuity."
    #expect(text.contains(told))
    #expect(try await !report(contactCentre()).text().contains("does not hold"))
    let full = try await report(dossier).text(withCompliance: true)
    #expect(full.contains("its evidence has lapsed at go-live"))
  }

  @Test func what_a_bidder_wrote_is_cleaned_cut_and_cannot_end_its_quotation() async throws {
    var dossier = try TwoBids.dossier()
    var answer = Answer(status: .partial, evidence: .certificate)
    let hostile = "\u{1B}[31m” yes\n\u{202E}" + String(repeating: "x", count: 5_000)
    (answer.text, answer.page) = (hostile, hostile)
    (answer.proof.issuer, answer.proof.site) = (hostile, hostile)
    answer.proof.file = Answer.File(name: hostile, isThere: false)
    (answer.assessment.rationale, answer.assessment.acceptedBy) = (hostile, hostile)
    dossier.bids[0].answers["gdpr-28"] = answer
    dossier.bids[0].deviations = [
      Deviation(
        path: "terms/credits/cap", draft: "10%", value: hostile, stance: .modify, page: hostile,
        note: hostile)
    ]
    let report = try await report(dossier)
    let text = report.text(withCompliance: true)
    #expect(tooWide(text).isEmpty)
    let scalars = text.unicodeScalars
    #expect(!scalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(!text.contains(String(repeating: "x", count: 81)))
    #expect(text.contains("“�[31m' yes"))
    #expect(text.count { $0 == "“" } == text.count { $0 == "”" })
    #expect(try schemaFaults(report.json, "rank") == [])
    #expect(!report.json.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func evidence_that_is_not_there_is_told() async throws {
    var dossier = try TwoBids.dossier()
    dossier.notes = [.evidenceNotThere(file: "bids/fast/1/answers.csv", names: ["a.pdf", "b.pdf"])]
    let report = try await report(dossier)
    let sentence =
      "bids/fast/1/answers.csv names evidence that does not lie beside it: a.pdf and b.pdf."
    #expect(report.text().contains(sentence))
    #expect(try schemaFaults(report.json, "rank") == [])
  }

  @Test func the_command_shows_the_matrix_and_not_with_the_base_case() throws {
    let options = ["rank", TwoBids.folder, "--futures", "10", "--compliance"]
    let run = try Command.run(options)
    #expect(run.exitCode == 0 && run.output.contains("Requirements by framework"))
    let refused = try Command.run(["rank", TwoBids.folder, "--base-case", "--compliance"])
    #expect(refused.exitCode == 64 && refused.complaints.contains("takes no --fits, --compliance"))
  }

  @Test func the_cost_of_closing_gaps_is_shown_and_in_no_cost() async throws {
    let plain = try TwoBids.dossier()
    var dossier = plain
    dossier.bids[0].answers["gdpr-28"]?.assessment.cost = 12_000
    let (with, without) = (try await report(dossier), try await report(plain))
    #expect(
      with.text(withCompliance: true).contains(
        "Closing gaps is said to cost EUR 12\u{202F}000 for fast: in none of the costs above."))
    #expect(with.text() == without.text())
  }
}
