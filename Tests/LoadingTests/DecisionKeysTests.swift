import Contracts
import Loading
import Quantities
import Testing

/// Stranded costs, the business case, named cases and late go-lives.
@Suite struct DecisionKeysTests {
  /// An event with today's operation and `keys` before its terms.
  private static func event(_ keys: String) -> EventFixture {
    OperationTests.event(staff: "agent,,1,12000,,,,")
      .replacing("\nterms:\n", with: "\n\(keys)\nterms:\n")
  }

  @Test func stranded_costs_are_in_every_bid_and_not_in_todays_operation() throws {
    let dossier = try Self.event(
      "stranded: {lease: {amount: 12000, to: 9, indexation: rise}, desks: {amount: 5, from: 2}}"
    ).load()
    let own = dossier.bids[0].contract.clauses.suffix(4)
    #expect(own.map(\.name) == ["rise of the draft", "pay of the draft", "lease", "desks"])
    #expect(own.first?.clause == .escalator(Escalator(rate: 0.03)))
    #expect(
      own.suffix(2).map(\.clause) == [
        .strandedCost(
          StrandedCost(
            amount: 12_000, span: MonthSpan(from: 4, to: 9), indexation: "rise of the draft")),
        .strandedCost(StrandedCost(amount: 5, span: MonthSpan(from: 2))),
      ])
    let today = try #require(dossier.baseline).contract.clauses
    #expect(!today.contains { if case .strandedCost = $0.clause { true } else { false } })
  }

  @Test func a_bids_terms_do_not_change_what_stranded_costs_follow() throws {
    let dossier = try Self.event("stranded: {lease: {amount: 1, indexation: rise}}")
      .replacing(
        "terms: {}", with: "terms: {indexation: {rise: {rate: -50%}}}", in: "bids/alpha/1/bid.yaml"
      )
      .load()
    let clauses = dossier.bids[0].contract.clauses
    #expect(clauses.first { $0.name == "rise" }?.clause == .escalator(Escalator(rate: -0.5)))
    #expect(
      clauses.first { $0.name == "rise of the draft" }?.clause
        == .escalator(Escalator(rate: 0.03)))
  }

  @Test(
    arguments: [
      ("{saving: 5000000}", .saving(5_000_000)), ("{share: 15%}", .share(0.15)),
    ] as [(String, BusinessCase)])
  func a_business_case_is_an_amount_or_a_share(
    _ written: String, _ businessCase: BusinessCase
  ) throws {
    #expect(try Self.event("business_case: \(written)").load().event.businessCase == businessCase)
  }

  @Test func a_case_is_read_as_it_is_written() throws {
    let keys = """
      cases:
        low: {text: "Few calls", volumes: {voice: 80%}, indices: {wages: 1.05}}
        bad: {attainment: {speed: -3pp, wait: 75}, go_live_delay: 2 months}
        slow: {attainment: {speed: 70%, wait: +5 points}}
      """
    #expect(
      try Self.event(keys).load().event.cases == [
        NamedCase(
          name: "low", text: "Few calls", volumes: ["voice": 0.8], indices: ["wages": 1.05]),
        NamedCase(
          name: "bad", attainment: ["speed": .change(-0.03), "wait": .level(75)], goLiveDelay: 2),
        NamedCase(name: "slow", attainment: ["speed": .level(0.7), "wait": .change(5)]),
      ])
  }

  @Test func delays_are_those_of_the_bid_or_of_its_peers() throws {
    let delay = "{delay: [{months: 0, probability: 70%}, {months: 3, probability: 30%}]}"
    let outcomes = [
      TransitionDelay.Outcome(months: 0, probability: 0.7),
      TransitionDelay.Outcome(months: 3, probability: 0.3),
    ]
    for name in ["alpha", "peers"] {
      let dossier = try Self.event("")
        .replacing("  indices:\n", with: "  transition: {\(name): \(delay)}\n  indices:\n").load()
      #expect(dossier.bids.map(\.delays) == [outcomes])
      #expect(dossier.baseline?.delays == [])
    }
  }

  static let faults: [(String, String)] = [
    ("stranded: {lease: {}}", "stranded/lease/amount: missing"),
    (
      "stranded: {lease: {amount: 1, indexation: rize}}",
      "stranded/lease/indexation: expected a name declared under terms/indexation, found rize; did "
        + "you mean rise?"
    ),
    (
      "stranded: {lease: {amount: 1, from: 5, to: 4}}",
      "stranded/lease/to: expected a last month that is not before the first, found 4"
    ),
    ("stranded: {le ase: {amount: 1}}", "stranded/le ase: expected a name of letters"),
    (
      "business_case: {saving: 1, share: 2%}",
      "business_case: expected exactly one of saving, share, found saving, share"
    ),
    ("business_case: {savings: 1}", "business_case"),
    (
      "cases: {low: {volumes: {vioce: 80%}}}",
      "cases/low/volumes/vioce: expected a name declared under service_lines, found vioce; did you "
        + "mean voice?"
    ),
    ("cases: {low: {indices: {wages: 1050%}}}", "cases/low/indices/wages: expected 0 to 10"),
    (
      "cases: {low: {attainment: {wait: -3pp}}}",
      "cases/low/attainment/wait: expected an attainment, or a change such as -3pp or +5 points, "
        + "found -3pp"
    ),
    (
      "cases: {low: {attainment: {speed: 103%}}}",
      "cases/low/attainment/speed: expected a value in the range of a share, found 103%"
    ),
    ("cases: {low: {go_live_delay: 21 months}}", "cases/low/go_live_delay: expected 0 to 20"),
  ]

  @Test(arguments: faults)
  func faults_of_these_keys_tell_their_place(_ keys: String, _ words: String) throws {
    let faults = try Self.event(keys).faults()
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.hasPrefix("event.yaml:18:") }, "\(faults)")
    #expect(faults.contains { $0.contains(": \(words)") }, "\(faults)")
  }

  @Test(
    arguments: [
      (
        "[{months: 0, probability: 70%}]",
        "alpha/delay: expected probabilities that add up to 100%, found a list of 1"
      ),
      ("[{months: 21, probability: 100%}]", "alpha/delay/1/months: expected 0 to 20"),
      ("[{month: 1, probability: 100%}]", "alpha/delay/1/month: unknown key; did you mean months?"),
    ])
  func faults_of_delays_tell_their_place(_ delay: String, _ words: String) throws {
    let faults = try Self.event("")
      .replacing(
        "  indices:\n", with: "  transition: {alpha: {delay: \(delay)}}\n  indices:\n"
      ).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.contains("assumptions/transition/\(words)") == true, "\(faults)")
  }

  @Test func what_compares_with_today_needs_a_baseline() throws {
    let keys = "business_case: {share: 1%}\ncases: {late: {go_live_delay: 1}}"
    let faults = try EventFixture().replacing("\nterms:\n", with: "\n\(keys)\nterms:\n")
      .replacing(
        "  indices:\n",
        with: "  transition: {alpha: {delay: [{months: 0, probability: 100%}]}}\n  indices:\n"
      ).faults()
    #expect(
      faults == [
        "event.yaml:18:1: business_case: there is no baseline, which this needs",
        "event.yaml:19:16: cases/late/go_live_delay: there is no baseline, which this needs",
        "event.yaml:44:3: assumptions/transition: there is no baseline, which this needs",
      ])
  }
}
