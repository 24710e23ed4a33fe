import FoundationEssentials
import Loading
import Testing

@Suite struct BidFaultTests {
  private static let bidFile = "bids/alpha/1/bid.yaml"
  private static let priceFile = "bids/alpha/1/prices.csv"
  private static let answerFile = "bids/alpha/1/answers.csv"

  static let bids = [
    FaultCase(
      "name: Alpha Contact Services", "nane: x",
      "bids/alpha/1/bid.yaml:1:1: nane: unknown key; did you mean name?", in: bidFile
    ),
    FaultCase(
      "stated_total: 41800000", "stated_total: much",
      "bids/alpha/1/bid.yaml:2:15: stated_total: expected a number without quotes, found "
        + "much", in: bidFile
    ),
    FaultCase(
      "terms: {}", "terms: {credits: {cap: -1%}}",
      "bids/alpha/1/bid.yaml:3:24: terms/credits/cap: expected 0 to 1, found -1%", in: bidFile
    ),
    FaultCase(
      "terms: {}", "terms: {credits: {at_risk: null}}",
      "bids/alpha/1/bid.yaml:3:9: terms/credits/at_risk: missing", in: bidFile
    ),
    FaultCase(
      "terms: {}", "terms: {volume_bands: {chat: {deadband: 1%}}}",
      "bids/alpha/1/bid.yaml:3:24: terms/volume_bands/chat: expected both arc and rrc with "
        + "the same span and indexation in prices.csv, found chat", in: bidFile
    ),
    FaultCase(
      "terms: {}", "terms: 5",
      "bids/alpha/1/bid.yaml:3:8: terms: expected a mapping, found 5", in: bidFile
    ),
  ]

  @Test(arguments: bids) func faults_of_a_bid_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test func an_event_without_a_file_says_so() throws {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/prices.csv"] = nil
    fixture.files["bids/alpha/1/price.csv"] = EventFixture.prices
    fixture.files["bids/beta/note.txt"] = ""
    fixture.files["bids/peers/1/bid.yaml"] = "name: Peers"
    fixture.files["bids/p eers/1/bid.yaml"] = "name: Peers"
    #expect(
      try fixture.faults() == [
        "event.yaml:11:3: assumptions/performance/p eers/speed: nothing is known of this metric "
          + "of p eers",
        "event.yaml:11:3: assumptions/performance/peers/speed: nothing is known of this metric of "
          + "peers",
        "bids/alpha/1/price.csv: is not read; did you mean prices.csv?",
        "bids/alpha/1/prices.csv: there is no such file",
        "bids/beta: the bid has no round",
        "bids/p eers: expected a name of letters, digits, -, _ and ., found p eers",
        "bids/p eers/1/prices.csv: there is no such file",
        "bids/peers: expected a name other than baseline and peers, found peers",
        "bids/peers/1/prices.csv: there is no such file",
      ]
    )
  }

  @Test func an_event_without_bids_is_refused() throws {
    var fixture = EventFixture().replacing("    alpha:\n", with: "    peers:\n").replacing(
      "    peers:\n      wait:", with: "      wait:"
    ).replacing(
      "      correlations:\n        - {between: [speed, wait], value: -0.6}\n", with: ""
    )
    fixture.files = fixture.files.filter { $0.key == "event.yaml" }
    #expect(try fixture.faults() == ["bids: there is no bid"])
    fixture.files["event.yaml"] = nil
    fixture.files["x"] = ""
    #expect(try fixture.faults() == ["event.yaml: there is no such file"])
  }

  @Test func a_metric_of_which_nothing_is_known_is_refused() throws {
    let fixture = EventFixture().replacing(
      "    peers:\n      wait: {level: {mean: 40, error: 0.1}, spread: 0.2, persistence: 0.5}\n",
      with: ""
    )
    #expect(
      try fixture.faults() == [
        "event.yaml:12:3: assumptions/performance/alpha/wait: nothing is known of this metric of "
          + "alpha"
      ]
    )
  }

  @Test func all_faults_of_all_files_are_told_at_once() throws {
    let fixture = EventFixture()
      .replacing("at_risk: 12%", with: "at_rsik: 12%")
      .replacing("due: bid", with: "due: bit")
      .replacing("stated_total", with: "total", in: Self.bidFile)
      .replacing("500000,EUR", with: "500000,USD", in: Self.priceFile)
      .replacing("iso,comply", with: "iso,complies", in: Self.answerFile)
    #expect(
      try fixture.faults() == [
        "event.yaml:16:92: requirements/gdpr-28/due: expected one of bid, signature, "
          + "go_live, found bit; did you mean bid?",
        "event.yaml:28:5: terms/credits/at_rsik: unknown key; did you mean at_risk?",
        "bids/alpha/1/answers.csv:3:2: answer: expected one of comply, partial, alternative, "
          + "planned, non_comply, found complies; did you mean comply?",
        "bids/alpha/1/bid.yaml:2:1: total: unknown key; did you mean totals?",
        "bids/alpha/1/prices.csv:2:7: currency: expected EUR, or a rate for USD under rates in "
          + "event.yaml, found USD",
      ]
    )
  }

  @Test func a_fault_in_the_drafts_is_told_once_for_all_bids() throws {
    var fixture = EventFixture().replacing("at_risk: 12%", with: "at_rsik: 12%")
    fixture.files["bids/beta/1/bid.yaml"] = EventFixture.bid
    fixture.files["bids/beta/1/prices.csv"] = EventFixture.prices
    #expect(
      try fixture.faults() == [
        "event.yaml:11:3: assumptions/performance/beta/speed: nothing is known of this metric of "
          + "beta",
        "event.yaml:28:5: terms/credits/at_rsik: unknown key; did you mean at_risk?",
      ]
    )
  }

  @Test func a_bid_without_its_page_tells_its_other_faults() throws {
    var fixture = EventFixture().replacing("500000,EUR", with: "500000,USD", in: Self.priceFile)
      .replacing("chat,,,2.5,EUR,", with: "chat,,,2.5,EUR,own", in: Self.priceFile)
    fixture.files["bids/alpha/1/bid.yaml"] = nil
    #expect(
      try fixture.faults() == [
        "bids/alpha/1/bid.yaml: there is no such file",
        "bids/alpha/1/prices.csv:2:7: currency: expected EUR, or a rate for USD under rates in "
          + "event.yaml, found USD",
      ]
    )
  }

  @Test(arguments: [
    ("service_levels: {anwser: null}", "3:26: terms/service_levels/anwser: unknown key", "answer"),
    ("credits: {cpa: null}", "3:19: terms/credits/cpa: unknown key", "cap"),
    ("repalcement: ~", "3:9: terms/repalcement: unknown key", "replacement"),
  ])
  func what_is_not_there_cannot_be_taken_away(
    _ terms: String, _ fault: String, _ meant: String
  ) throws {
    let fixture = EventFixture().replacing(
      "terms: {}", with: "terms: {\(terms)}", in: Self.bidFile
    )
    #expect(try fixture.faults() == ["\(Self.bidFile):\(fault); did you mean \(meant)?"])
  }

  @Test func an_empty_event_is_the_only_fault() throws {
    var fixture = EventFixture()
    fixture.files["event.yaml"] = ""
    #expect(try fixture.faults() == ["event.yaml: is empty"])
  }

  @Test func a_folder_that_is_not_there_is_named() throws {
    let error = try #require(throws: LoadingError.self) { try loadEvent(at: "/no/where") }
    #expect(error.description == "/no/where: there is no such folder")
  }

  @Test func a_link_out_of_the_event_is_not_followed() throws {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/answers.csv"] = nil
    try fixture.written { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/bids/alpha/1/answers.csv", withDestinationPath: "/etc/hostname"
      )
      let error = try #require(throws: LoadingError.self) { try loadEvent(at: folder) }
      #expect(
        error.description == "bids/alpha/1/answers.csv: lies outside the event's folder"
      )
    }
  }

  @Test func no_fault_steers_a_terminal() throws {
    let fixture = EventFixture()
      .replacing("name: Alpha", with: "\"a\\e[31m\\n\\x9b\": Alpha", in: Self.bidFile)
      .replacing("500000,EUR", with: "500000,\"\u{1B}]0;x\u{7}\nUSD\"", in: Self.priceFile)
    let faults = try fixture.faults()
    #expect(faults.count >= 2)
    let scalars = faults.joined().unicodeScalars
    #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
  }

  @Test func a_byte_order_mark_is_passed_over() throws {
    var fixture = EventFixture()
    fixture.files["event.yaml"] = "\u{FEFF}" + EventFixture.event
    #expect(try fixture.faults() == [])
  }

  @Test func faults_that_are_not_kept_are_counted() throws {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/prices.csv"]? += String(repeating: "x,y\n", count: 3_000)
    let error = try #require(throws: LoadingError.self) { try fixture.load() }
    #expect(error.faults.count == 1_000 && error.count == 3_000)
    #expect(error.description.hasSuffix("\n1000 shown of 3000"))
  }
}
