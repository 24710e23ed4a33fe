import Contracts
import Loading
import Quantities
import Testing

@Suite struct DeviationTests {
  private static let file = "bids/alpha/1/deviations.csv"
  private static let bidFile = "bids/alpha/1/bid.yaml"

  /// The small good event with these rows of `path,stance,value,page,note`.
  private func fixture(_ rows: String...) -> EventFixture {
    var fixture = EventFixture()
    fixture.files[Self.file] =
      (["path,stance,value,page,note"] + rows).joined(separator: "\n") + "\n"
    return fixture
  }

  private func clause(_ name: String, of fixture: EventFixture) throws -> Clause? {
    try fixture.load().bids.first?.contract.clauses.last { $0.name == name }?.clause
  }

  // MARK: - What a deviation does

  @Test func what_is_modified_lies_over_the_draft() throws {
    #expect(
      try clause("cap", of: fixture("terms/credits/cap,modify,5%,,"))
        == .creditCap(CreditCap(share: 0.05)))
    let level = fixture("terms/service_levels/answer,modify,\"{target: 78%}\",,")
    #expect(
      try clause("answer", of: level)
        == .serviceLevel(
          ServiceLevel(metric: "speed", target: 0.78, comparison: .atLeast, firstMonth: 4)))
    let base = fixture("terms/termination_fee/base,modify,{stated: 90000},,")
    #expect(
      try clause("termination_fee", of: base)
        == .terminationFee(TerminationFee(multiple: 4, base: .stated(90_000), indexation: "pay")))
  }

  @Test func a_value_may_take_several_lines() throws {
    let fixture = fixture("terms/service_levels/answer,modify,\"target: 78%\nfrom: 5\",,")
    #expect(
      try clause("answer", of: fixture)
        == .serviceLevel(
          ServiceLevel(metric: "speed", target: 0.78, comparison: .atLeast, firstMonth: 5)))
  }

  @Test func what_is_modified_may_be_new() throws {
    let fixture = fixture("terms/credits/annual_cap,modify,{share: 10%},,")
    #expect(try clause("annual_cap", of: fixture) != nil)
  }

  @Test func what_is_rejected_is_taken_away() throws {
    #expect(try clause("cap", of: fixture("terms/credits/cap,reject,,,")) == nil)
    #expect(try clause("replacement", of: fixture("terms/replacement,reject,,,")) == nil)
  }

  @Test func what_is_accepted_changes_nothing_and_is_recorded() throws {
    let accepted = fixture("terms/credits,accept,,7,Agreed").replacing(
      "terms: {}", with: "terms: {payment: {lag: 2 months}}", in: Self.bidFile)
    let plain = EventFixture().replacing(
      "terms: {}", with: "terms: {payment: {lag: 2 months}}", in: Self.bidFile)
    let bid = try #require(try accepted.load().bids.first)
    #expect(try bid.contract == plain.load().bids.first?.contract)
    #expect(bid.deviations.map(\.stance) == [.accept])
    #expect(bid.deviations.first?.draft == bid.deviations.first?.value)
  }

  @Test func deviations_keep_the_drafts_value_and_the_bids() throws {
    let deviations = try fixture(
      "terms/credits/repeat,modify,{multiplier: 3},18,\"Less, please\"",
      "terms/credits/cap,reject,,,", "terms/payment/lag,accept,,3,",
      "terms/credits/annual_cap,modify,{share: 10%},,"
    ).load().bids.first?.deviations
    #expect(
      deviations == [
        Deviation(
          path: "terms/credits/repeat", draft: "{multiplier: 2}", value: "{multiplier: 3}",
          stance: .modify, page: "18", note: "Less, please"),
        Deviation(path: "terms/credits/cap", draft: "12%", value: nil, stance: .reject),
        Deviation(
          path: "terms/payment/lag", draft: "1 month", value: "1 month", stance: .accept, page: "3"),
        Deviation(
          path: "terms/credits/annual_cap", draft: nil, value: "{share: 10%}", stance: .modify),
      ])
  }

  @Test func of_a_mapping_the_draft_shows_the_keys_that_are_changed() throws {
    let deviations = try fixture(
      "terms/termination_fee,modify,\"{multiple: 3, base: {stated: 9}}\",,",
      "terms/credits,modify,\"{cap: 6%, repeat: {from: 2}}\",,"
    ).load().bids.first?.deviations
    #expect(
      deviations?.map(\.draft) == [
        "{multiple: 4, base: {trailing_mean: 6 months}}", "{repeat: {from: 3}, cap: 12%}",
      ])
  }

  // MARK: - Order

  @Test func an_override_of_the_event_lies_under_and_one_of_the_bid_over_a_deviation() throws {
    let stated = fixture("terms/credits/cap,modify,5%,,")
    let event = stated.overriding(["terms/credits/cap": "4%"])
    #expect(try clause("cap", of: event) == .creditCap(CreditCap(share: 0.05)))
    #expect(try event.load().bids.first?.deviations.first?.draft == "4%")
    for path in ["bids/*/terms/credits/cap", "bids/alpha/terms/credits/cap"] {
      let bid = stated.overriding([path: "6%"])
      #expect(try clause("cap", of: bid) == .creditCap(CreditCap(share: 0.06)))
    }
  }

  @Test func a_deviation_stands_beside_other_terms_of_the_page() throws {
    let fixture = fixture("terms/credits/cap,modify,5%,,").replacing(
      "terms: {}", with: "terms: {credits: {fixed: {queue: 3%}}}", in: Self.bidFile)
    #expect(try clause("cap", of: fixture) == .creditCap(CreditCap(share: 0.05)))
    #expect(try clause("queue", of: fixture) != clause("queue", of: EventFixture()))
  }

  @Test func a_file_without_rows_or_none_says_nothing() throws {
    #expect(try fixture().load().bids.first?.deviations == [])
    #expect(try EventFixture().load().bids.first?.deviations == [])
  }

  @Test func the_file_is_part_of_the_digest() throws {
    let dossier = try fixture("terms/credits/cap,accept,,,").load()
    #expect(dossier.dataDigests[Self.file] != nil)
    #expect(try dossier.digest != EventFixture().load().digest)
  }
}

// MARK: - Faults

extension DeviationTests {
  @Test(
    arguments: [
      (
        "terms/credits/cpa,reject,,,",
        "2:1: path: expected a term that stands in the draft terms, found terms/credits/cpa; did "
          + "you mean terms/credits/cap?"
      ),
      (
        "terms/termination_fee/base/stated,modify,9,,",
        "2:1: path: expected the path of a whole term, which is replaced as one, found "
          + "terms/termination_fee/base/stated; did you mean terms/termination_fee/base?"
      ),
      (
        "terms/credist/cap,accept,,,",
        "2:1: path: expected a term that stands in the draft terms, found terms/credist/cap; did "
          + "you mean terms/credits/cap?"
      ),
      (
        "terms/zzz,accept,,,",
        "2:1: path: expected a term that stands in the draft terms, found terms/zzz"
      ),
      (
        "terms/service_levels/anwser/target,modify,78%,,",
        "2:1: path: expected a term that stands in the draft terms, found "
          + "terms/service_levels/anwser/target; did you mean terms/service_levels/answer/target?"
      ),
      (
        "terms/credits/at_rsik,modify,5%,,",
        "2:1: terms/credits/at_rsik: unknown key; did you mean at_risk?"
      ),
      (
        "credits/cap,modify,5%,,",
        "2:1: path: expected a path such as terms/credits/at_risk, found credits/cap; did you mean "
          + "terms/credits/cap?"
      ),
      ("terms,reject,,,", "2:1: path: expected a path such as terms/credits/at_risk, found terms"),
      (
        "terms//cap,reject,,,",
        "2:1: path: expected a path such as terms/credits/at_risk, found terms//cap"
      ),
      (
        "../terms/credits/cap,reject,,,",
        "2:1: path: expected a path such as terms/credits/at_risk, found ../terms/credits/cap"
      ),
      (
        "terms/credits/cap,modify,x,,",
        "2:3: terms/credits/cap: expected a share such as 0.125 or 12.5%, found x"
      ),
      (
        "terms/credits/repeat,modify,{multiplyer: 3},,",
        "2:3: terms/credits/repeat/multiplyer: unknown key; did you mean multiplier?"
      ),
      (
        "terms/credits/repeat,modify,{from: no},,",
        "2:3: terms/credits/repeat/from: expected a whole number without quotes, found no"
      ),
      (
        "terms" + String(repeating: "/a", count: 32) + ",modify,1,,",
        "2:1: path: expected at most 32 levels of nesting, found terms"
          + String(repeating: "/a", count: 32)
      ),
      ("terms/credits/cap,modify,,,", "2:3: value: missing"),
      ("terms/credits/cap,modify,null,,", "2:3: value: missing, found null"),
      (
        "terms/credits/cap,modify,[5%,,",
        "2:3: value: while parsing a flow sequence, did not find expected ',' or ']'"
      ),
      (
        "terms/credits/cap,modify,&a 5%,,",
        "2:3: value: anchors, aliases, merge keys and tags are not read, found &a"
      ),
      (
        "terms/credits/cap,reject,5%,,", "2:3: value: expected an empty field for reject, found 5%"
      ),
      (
        "terms/credits/cap,accept,12%,,",
        "2:3: value: expected an empty field for accept, found 12%"
      ),
      (
        "terms/credits/cap,modfy,5%,,",
        "2:2: stance: expected one of accept, modify, reject, found modfy; did you mean modify?"
      ),
      (",reject,,,", "2:1: path: missing"),
      ("terms/credits/cap,,,,", "2:2: stance: missing"),
    ])
  func a_faulty_row_is_told_with_its_place(row: String, fault: String) throws {
    #expect(try fixture(row).faults() == ["\(Self.file):\(fault)"])
  }

  @Test(
    arguments: [
      ("{credits: {cap: 5%}}", "terms/credits/cap,modify,6%,,", "terms/credits/cap"),
      ("{credits: {cap: 5%}}", "terms/credits/cap,accept,,,", "terms/credits/cap"),
      ("{credits: {cap: 5%}}", "terms/credits,reject,,,", "terms/credits"),
      ("{credits: null}", "terms/credits/cap,modify,6%,,", "terms/credits/cap"),
      ("{credits: {cap: 5%}}", "terms/credits,modify,{cap: 6%},,", "terms/credits"),
    ])
  func a_term_is_stated_on_the_page_or_here(terms: String, row: String, found: String) throws {
    let fixture = fixture(row).replacing("terms: {}", with: "terms: \(terms)", in: Self.bidFile)
    let faults = try fixture.faults().filter { $0.hasPrefix(Self.file) }
    #expect(
      faults == [
        "\(Self.file):2:1: path: is stated in bid.yaml too, at line 3, found \(found)"
      ])
  }

  @Test(
    arguments: [
      ("terms/credits/cap,modify,5%,,", "terms/credits/cap,modify,6%,,", "terms/credits/cap"),
      ("terms/credits,accept,,,", "terms/credits/cap,modify,6%,,", "terms/credits/cap"),
      ("terms/credits/cap,modify,6%,,", "terms/credits,accept,,,", "terms/credits"),
    ])
  func a_term_stands_in_one_row(first: String, second: String, found: String) throws {
    #expect(
      try fixture(first, second).faults() == [
        "\(Self.file):3:1: path: is there already, at line 2, found \(found)"
      ])
  }

  @Test func all_faults_of_all_rows_are_told() throws {
    let faults = try fixture(
      "terms/credits/cpa,reject,,,", "terms/credits/cap,modify,x,,", "x,y,,,"
    ).faults()
    #expect(faults.count == 4)
  }

  @Test func the_baseline_has_no_deviations_and_a_slip_in_the_name_is_told() throws {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/deviation.csv"] = "path,stance\n"
    #expect(
      try fixture.faults() == [
        "bids/alpha/1/deviation.csv: is not read; did you mean deviations.csv?"
      ])
    fixture = EventFixture().replacing("    alpha:\n", with: "    peers:\n").replacing(
      "    peers:\n      wait:", with: "      wait:"
    ).replacing(
      "      correlations:\n        - {between: [speed, wait], value: -0.6}\n", with: "")
    fixture.files["baseline/bid.yaml"] = EventFixture.bid
    fixture.files["baseline/prices.csv"] = EventFixture.prices
    fixture.files["baseline/deviations.csv"] = "path,stance\nx,y\n"
    let dossier = try fixture.load()
    #expect(dossier.notes.contains(.filesNotRead(["baseline/deviations.csv"])))
  }
}
