import Loading
import Testing

@Suite struct WrittenTermsTests {
  private func terms(_ fixture: EventFixture) throws -> WrittenTerms {
    try fixture.written { try writtenTerms(at: $0) }
  }

  @Test func a_bid_has_the_drafts_terms_but_for_its_own() throws {
    let own = EventFixture().replacing(
      "terms: {}", with: "terms: {credits: {cap: 7%}, rights: null}", in: "bids/alpha/1/bid.yaml")
    let terms = try terms(own)
    #expect(terms.options == ["alpha"])
    let draft = try #require(terms.text(at: "credits/cap"))
    #expect(draft != "7%")
    #expect(terms.text(at: "credits/cap", of: "alpha") == "7%")
    #expect(terms.text(at: "credits/at_risk", of: "alpha") == terms.text(at: "credits/at_risk"))
    #expect(terms.states("rights") && !terms.states("rights", in: "alpha"))
    #expect(terms.text(at: "credits", of: "alpha") == nil)
    #expect(terms.states("credits", in: "alpha"))
    #expect(terms.text(at: "credits/cap", of: "nobody") == nil)
  }

  @Test func a_deviation_is_a_term_of_its_bid() throws {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/deviations.csv"] =
      "path,stance,value,page,note\nterms/credits/cap,modify,5%,3,\n"
    let terms = try terms(fixture)
    #expect(terms.text(at: "credits/cap", of: "alpha") == "5%")
    #expect(terms.text(at: "credits/cap") != "5%")
  }

  @Test func prices_change_by_nothing_or_as_all_do_where_it_is_not_stated() throws {
    let plain = try terms(EventFixture())
    #expect(plain.text(at: "price_changes/calls", of: "alpha") == "0%")
    #expect(plain.text(at: "price_changes/calls", of: "nobody") == nil)
    #expect(plain.text(at: "price_changes", of: "alpha") == nil)
    let own = try terms(
      EventFixture().replacing(
        "terms: {}", with: "terms: {price_changes: {all: -2%, fee: 1%}}",
        in: "bids/alpha/1/bid.yaml"))
    #expect(own.text(at: "price_changes/calls", of: "alpha") == "-2%")
    #expect(own.text(at: "price_changes/fee", of: "alpha") == "1%")
    #expect(own.text(at: "price_changes/fee") == "0%")
  }

  @Test func the_nearest_path_is_named() throws {
    let terms = try terms(EventFixture())
    #expect(terms.nearestPath(to: "credits/cpa") == "credits/cap")
    #expect(terms.nearestPath(to: "nothing/like/it") == nil)
  }

  @Test(arguments: [
    ("bids/*/credits/cap", "bids/*/terms/credits/cap"),
    ("bids/a/terms/credits/cap", "bids/a/terms/credits/cap"), ("terms/x", "terms/x"), ("x", "x"),
  ])
  func a_short_path_is_made_full(short: String, full: String) {
    #expect(fullTermPath(short) == full)
  }

  @Test(arguments: [
    ("bids/*/terms/credits/cap", "credits/cap"), ("bids/a/terms/cap", "a/cap"),
    ("terms/x", "terms/x"),
    ("x", "x"),
  ])
  func a_full_path_is_shown_in_few_words(full: String, short: String) {
    #expect(shortTermPath(full) == short)
  }
}
