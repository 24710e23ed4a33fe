import Contracts
import FoundationEssentials
import Loading
import Quantities
import Testing

/// The optional columns of `answers.csv`.
@Suite struct AnswerRecordTests {
  private static let file = "bids/alpha/1/answers.csv"

  // That of the letters "abc", from FIPS 180-2.
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private static let columns = [
    "requirement", "answer", "by", "evidence", "text", "page", "issuer", "entity", "site",
    "sub_processors", "file", "sha256", "issued", "expires", "renewal", "assessor", "assessed",
    "rationale", "residual_risk", "remediation", "remediation_owner", "remediation_by",
    "accepted_by", "cost",
  ]

  /// The small good event with one answer to `iso`, a plain yes with a certificate but for `fields`.
  private func fixture(_ fields: [String: String]) -> EventFixture {
    var fixture = EventFixture()
    let usual = ["requirement": "iso", "answer": "comply", "evidence": "certificate"]
    let row = Self.columns.map { fields[$0] ?? usual[$0] ?? "" }
    fixture.files[Self.file] =
      Self.columns.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
    return fixture
  }

  private func answer(_ fields: [String: String]) throws -> Answer {
    try #require(try fixture(fields).load().bids.first?.answers["iso"])
  }

  @Test func every_column_is_read() throws {
    let answer = try answer([
      "issuer": "TÜV", "entity": "Alpha SE", "site": "Lille", "sub_processors": " A ;B  C;; ",
      "issued": "2025-01-31", "expires": "2028-01-30", "renewal": "75%", "assessor": "J. Doe",
      "assessed": "2026-12-01", "rationale": "Seen", "residual_risk": "medium",
      "remediation": "Audit", "remediation_owner": "R. Roe", "remediation_by": "2027-06-30",
      "accepted_by": "CISO", "cost": "12000.5",
    ])
    var proof = Answer.Proof()
    (proof.issuer, proof.entity, proof.site) = ("TÜV", "Alpha SE", "Lille")
    proof.subProcessors = ["A", "B C"]
    (proof.issued, proof.expires) = (CalendarDay("2025-01-31"), CalendarDay("2028-01-30"))
    proof.renewal = .probability(0.75)
    #expect(answer.proof == proof && proof.issued != nil && proof.expires != nil)
    var assessment = Answer.Assessment()
    (assessment.assessor, assessment.assessed) = ("J. Doe", CalendarDay("2026-12-01"))
    (assessment.rationale, assessment.residualRisk) = ("Seen", .medium)
    (assessment.remediation, assessment.remediationOwner) = ("Audit", "R. Roe")
    assessment.remediationBy = CalendarDay("2027-06-30")
    (assessment.acceptedBy, assessment.cost) = ("CISO", 12_000.5)
    #expect(answer.assessment == assessment && assessment.assessed != nil)
  }

  @Test func every_file_of_a_bid_is_read_without_a_note() throws {
    let dossier = try EventFixture.full.load()
    #expect(dossier.dataDigests.count == 6)
    #expect(dossier.bids.first?.answers.count == 2 && dossier.bids.first?.deviations.count == 4)
    #expect(try dossier.notes == EventFixture().load().notes)
  }

  @Test func what_is_left_out_is_not_known() throws {
    let answer = try answer([:])
    #expect(answer.proof == Answer.Proof() && answer.assessment == Answer.Assessment())
    #expect(answer == Answer(status: .comply, evidence: .certificate))
  }

  @Test(
    arguments: [
      ("assumed", Answer.Renewal.assumed), ("refused", .refused), ("0", .probability(0)),
      ("1", .probability(1)), ("0.125", .probability(0.125)), ("12.5%", .probability(0.125)),
    ])
  func a_renewal_is_a_word_or_a_probability(text: String, renewal: Answer.Renewal) throws {
    #expect(try answer(["expires": "2028-01-30", "renewal": text]).proof.renewal == renewal)
  }

  // MARK: - Files

  private func fixture(_ fields: [String: String], beside name: String) -> EventFixture {
    var fixture = fixture(fields)
    fixture.files["bids/alpha/1/\(name)"] = "abc"
    return fixture
  }

  @Test func the_digest_of_evidence_is_taken_and_is_part_of_the_events() throws {
    let fixture = fixture(["file": "ISO cert.pdf"], beside: "ISO cert.pdf")
    let dossier = try fixture.load()
    let file = dossier.bids.first?.answers["iso"]?.proof.file
    #expect(file == Answer.File(name: "ISO cert.pdf", isThere: true, sha256: Self.abc))
    #expect(dossier.dataDigests["bids/alpha/1/ISO cert.pdf"] == Self.abc)
    #expect(!dossier.notes.contains { if case .filesNotRead = $0 { true } else { false } })
    #expect(try fixture.load().digest != EventFixture().load().digest)
  }

  @Test func a_digest_that_is_stated_must_be_that_of_the_file() throws {
    let right = fixture(["file": "a.pdf", "sha256": Self.abc.uppercased()], beside: "a.pdf")
    #expect(try right.faults() == [])
    let wrong = String(Self.abc.reversed())
    #expect(
      try fixture(["file": "a.pdf", "sha256": wrong], beside: "a.pdf").faults() == [
        "\(Self.file):2:12: sha256: expected the SHA-256 of a.pdf, \(Self.abc), found \(wrong)"
      ])
  }

  @Test func evidence_that_is_not_there_is_noted() throws {
    let dossier = try fixture(["file": "a.pdf", "sha256": Self.abc]).load()
    #expect(dossier.notes.first == .evidenceNotThere(file: Self.file, names: ["a.pdf"]))
    let file = dossier.bids.first?.answers["iso"]?.proof.file
    #expect(file == Answer.File(name: "a.pdf", isThere: false, sha256: Self.abc))
  }

  @Test(arguments: [
    "../2/a.pdf", "/etc/hostname", "sub/a.pdf", "..", ".hidden", "a\\b", "\u{1B}[m",
  ])
  func evidence_lies_in_the_folder_of_the_answers(_ name: String) throws {
    let faults = try fixture(["file": name]).faults()
    #expect(faults.count == 1)
    let start = "\(Self.file):2:11: file: expected the name of a file that lies beside this one"
    #expect(faults.allSatisfy { $0.hasPrefix(start) })
  }

  @Test(arguments: ["/etc/hostname", "../../beta/1/secret.pdf", "../../../event.yaml"])
  func a_link_out_of_the_bids_folder_is_not_followed(_ destination: String) throws {
    let fixture = fixture(["file": "a.pdf"])
    try fixture.written { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/bids/beta/1", withIntermediateDirectories: true)
      try Data("abc".utf8).write(to: URL(filePath: "\(folder)/bids/beta/1/secret.pdf"))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/bids/alpha/1/a.pdf", withDestinationPath: destination)
      let error = try #require(throws: LoadingError.self) { try loadEvent(at: folder) }
      let told = error.faults.map(\.description).filter { $0.hasPrefix(Self.file) }
      #expect(
        told == [
          "\(Self.file):2:11: file: expected the name of a file that lies beside this one, found "
            + "a.pdf"
        ])
    }
  }

  @Test func evidence_that_is_a_folder_is_refused() throws {
    let faults = try fixture(["file": "b"], beside: "b/a.pdf").faults()
    #expect(faults == ["\(Self.file):2:11: is not a plain file, found bids/alpha/1/b"])
  }
}

// MARK: - Faults

extension AnswerRecordTests {
  @Test(
    arguments: [
      (["issued": "2026-02-30"], "13: issued: expected a day such as 2027-04-30, found 2026-02-30"),
      (["expires": "2026-02"], "14: expires: expected a day such as 2027-04-30, found 2026-02"),
      (
        ["issued": "2027-01-02", "expires": "2027-01-01"],
        "14: expires: expected a day that is not before 2027-01-02, found 2027-01-01"
      ),
      (["assessed": "today"], "17: assessed: expected a day such as 2027-04-30, found today"),
      (
        ["remediation_by": "31.12.2027"],
        "22: remediation_by: expected a day such as 2027-04-30, found 31.12.2027"
      ),
      (
        ["expires": "2027-01-01", "renewal": "refuse"],
        "15: renewal: expected assumed, refused or a probability such as 80%, found refuse; did "
          + "you mean refused?"
      ),
      (
        ["expires": "2027-01-01", "renewal": "120%"], "15: renewal: outside 0.0 to 1.0, found 120%"
      ),
      (
        ["renewal": "assumed"],
        "15: renewal: expected an empty field where expires is empty, found assumed"
      ),
      (
        ["residual_risk": "hihg"],
        "19: residual_risk: expected one of low, medium, high, found hihg; did you mean high?"
      ),
      (["cost": "-1"], "24: cost: expected at least 0, found -1"),
      (["cost": "12 k"], "24: cost: not a number, found 12 k"),
      (
        ["file": "a.pdf", "sha256": "abc"],
        "12: sha256: expected a SHA-256 of 64 hexadecimal digits, found abc"
      ),
      (
        ["sha256": abc], "12: sha256: expected an empty field where file is empty, found \(abc)"
      ),
      (
        ["evidence": "none", "issuer": "TÜV"],
        "7: issuer: expected an empty field for an answer without evidence, found TÜV"
      ),
    ])
  func a_faulty_field_is_told_with_its_place(fields: [String: String], fault: String) throws {
    #expect(try fixture(fields).faults() == ["\(Self.file):2:\(fault)"])
  }

  @Test func all_faults_of_a_row_are_told() throws {
    let faults = try fixture([
      "issued": "x", "expires": "y", "residual_risk": "z", "cost": "-1", "answer": "yes",
    ]).faults()
    #expect(faults.count == 5)
  }

  @Test func an_unknown_column_has_the_nearest_known_name() throws {
    let fixture = EventFixture().replacing("text,page", with: "isuer,page", in: Self.file)
    #expect(
      try fixture.faults() == ["\(Self.file):1:5: isuer: unknown column; did you mean issuer?"])
  }
}

// MARK: - Requirements

extension AnswerRecordTests {
  @Test func a_requirement_counts_for_several_frameworks() throws {
    let event = try EventFixture().replacing(
      "{framework: ISO, text: Certificate}",
      with: "{framework: ISO, version: 2022, also: [SOC 2, DORA], text: Certificate}"
    ).load().event
    #expect(event.requirements[1].frameworks == ["ISO", "SOC 2", "DORA"])
    #expect(event.requirements[1].version == "2022")
    #expect(event.requirements[0].frameworks == ["GDPR"] && event.requirements[0].version == nil)
  }

  @Test(
    arguments: [
      ("[ISO]", "51", "/1: expected a framework that is not named already, found ISO"),
      ("[A, A]", "54", "/2: expected a framework that is not named already, found A"),
      ("A", "50", ": expected a list, found A"),
    ])
  func a_framework_is_named_once(also: String, column: String, fault: String) throws {
    let fixture = EventFixture().replacing(
      "{framework: ISO, text: Certificate}",
      with: "{framework: ISO, text: Certificate, also: \(also)}")
    #expect(try fixture.faults() == ["event.yaml:17:\(column): requirements/iso/also\(fault)"])
  }
}
