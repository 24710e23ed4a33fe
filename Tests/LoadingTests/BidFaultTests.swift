import Testing

@Suite struct BidFaultTests {
  private static let bidFile = "bids/alpha/1/bid.yaml"
  private static let priceFile = "bids/alpha/1/prices.csv"
  private static let answerFile = "bids/alpha/1/answers.csv"

  static let bids = [
    FaultCase("name: Alpha Contact Services", "nane: x", "", in: bidFile),
    FaultCase("stated_total: 41800000", "stated_total: much", "", in: bidFile),
    FaultCase("terms: {}", "terms: {credits: {cap: -1%}}", "", in: bidFile),
    FaultCase("terms: {}", "terms: {credits: {at_risk: null}}", "", in: bidFile),
    FaultCase("terms: {}", "terms: {volume_bands: {chat: {deadband: 1%}}}", "", in: bidFile),
    FaultCase("terms: {}", "terms: 5", "", in: bidFile),
  ]

  static let prices = [
    FaultCase("item,kind", "itme,kind", "", in: priceFile),
    FaultCase("fee,fixed_fee", "fee,fixedfee", "", in: priceFile),
    FaultCase("500000,EUR", "500000,USD", "", in: priceFile),
    FaultCase("500000,EUR", "5OO,EUR", "", in: priceFile),
    FaultCase("chat,,,2.5,EUR,", "chta,,,2.5,EUR,", "", in: priceFile),
    FaultCase("chat,,,2.5,EUR,", "chat,,,2.5,EUR,pya", "", in: priceFile),
    FaultCase("chat,,,2.5", "chat,0,,2.5", "", in: priceFile),
    FaultCase("chats,unit_price,chat", "chats,unit_price,", "", in: priceFile),
    FaultCase("voice,50000,", "voice,60000,", "", in: priceFile),
    FaultCase("50000,,3.1,EUR,pay,4", "50000,,3.1,EUR,pay,5", "", in: priceFile),
    FaultCase("more,arc,voice,,,1.5", "more,arc,voice,,,-1.5", "", in: priceFile),
    FaultCase("less,rrc,voice,,,0.9,EUR,pay,,\n", "", "", in: priceFile),
    FaultCase("moving,", "fee,fixed_fee,,,,1,EUR,,,\nmoving,", "", in: priceFile),
    FaultCase("400000,EUR,,4", "400000,EUR,,25", "", in: priceFile),
    FaultCase("500000,EUR,pay,1,", "500000,EUR,pay,3,2", "", in: priceFile),
    FaultCase("400000,EUR,,4,", "400000,EUR,,4,5", "", in: priceFile),
    FaultCase("400000,EUR,,4,", "400000,EUR", "", in: priceFile),
  ]

  static let answers = [
    FaultCase("gdpr-28,planned", "gdpr-82,planned", "", in: answerFile),
    FaultCase("iso,comply", "iso,complies", "", in: answerFile),
    FaultCase("2027-09", "", "", in: answerFile),
    FaultCase("iso,comply,", "iso,comply,2027-01", "", in: answerFile),
    FaultCase("certificate", "certified", "", in: answerFile),
    FaultCase("iso,comply,,,,", "iso,comply,,,,\niso,partial,,,,", "", in: answerFile),
  ]

  @Test(arguments: bids) func faults_of_a_bid_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test(arguments: prices) func faults_of_prices_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test(arguments: answers) func faults_of_answers_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test func an_event_without_a_file_says_so() throws {
    var fixture = EventFixture()
    fixture.files["bids/alpha/1/prices.csv"] = nil
    fixture.files["bids/alpha/1/price.csv"] = EventFixture.prices
    fixture.files["bids/beta/note.txt"] = ""
    fixture.files["bids/peers/1/bid.yaml"] = "name: Peers"
    fixture.files["bids/p eers/1/bid.yaml"] = "name: Peers"
    let faults = try fixture.faults()
    print("DUMPF\t\(faults)")
    #expect(faults == [])
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
    #expect(try fixture.faults() == ["event.yaml: cannot be read"])
  }

  @Test func a_metric_of_which_nothing_is_known_is_refused() throws {
    let fixture = EventFixture().replacing(
      "    peers:\n      wait: {level: {mean: 40, error: 0.1}, spread: 0.2, persistence: 0.5}\n",
      with: ""
    )
    let faults = try fixture.faults()
    print("DUMPF\t\(faults)")
    #expect(faults == [])
  }

  @Test func all_faults_of_all_files_are_told_at_once() throws {
    let fixture = EventFixture()
      .replacing("at_risk: 12%", with: "at_rsik: 12%")
      .replacing("due: bid", with: "due: bit")
      .replacing("stated_total", with: "total", in: Self.bidFile)
      .replacing("500000,EUR", with: "500000,USD", in: Self.priceFile)
      .replacing("iso,comply", with: "iso,complies", in: Self.answerFile)
    let faults = try fixture.faults()
    print("DUMPF\t\(faults)")
    #expect(faults == [])
  }

  @Test func a_fault_in_the_drafts_is_told_once_for_all_bids() throws {
    var fixture = EventFixture().replacing("at_risk: 12%", with: "at_rsik: 12%")
    fixture.files["bids/beta/1/bid.yaml"] = EventFixture.bid
    fixture.files["bids/beta/1/prices.csv"] = EventFixture.prices
    let faults = try fixture.faults()
    print("DUMPF\t\(faults)")
    #expect(faults == [])
  }
}
