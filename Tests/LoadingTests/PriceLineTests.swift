import Contracts
import Loading
import Quantities
import Testing

/// Price lines by location, role, year and currency.
@Suite struct PriceLineTests {
  private static let file = "bids/alpha/1/prices.csv"

  /// The small good event with `rows` under more columns behind its own price lines.
  private static func event(_ rows: String, rates: String = "") -> EventFixture {
    var fixture = EventFixture()
    let lines = EventFixture.prices.split(separator: "\n").enumerated().map { number, line in
      String(line) + (number == 0 ? ",location,role,year,fte" : ",,,,")
    }
    fixture.files[file] = (lines + [rows, ""]).joined(separator: "\n")
    return rates.isEmpty
      ? fixture
      : fixture.replacing("go_live: 4", with: "rates: {\(rates)}\ngo_live: 4")
        .replacing(
          "    wages: {", with: "    usd: {law: geometric, drift: 0%, spread: 8%}\n    wages: {")
  }

  private static func clauses(
    _ rows: String, rates: String = ""
  ) throws -> [Contract.Named] {
    let bid = try #require(try event(rows, rates: rates).load().bids.first)
    return bid.contract.clauses
  }

  @Test func a_line_is_named_by_its_location_role_and_year() throws {
    let clauses = try Self.clauses(
      """
      help,unit_price,chat,,,2,EUR,pay,,,IN,agent,1,
      help,unit_price,chat,,,1.9,EUR,pay,,,IN,agent,2,
      help,fixed_fee,,,,700,EUR,,,,DE,,,
      """)
    let named = clauses.filter { $0.name.hasPrefix("help") }
    #expect(
      named == [
        .init(
          "help (IN, agent, year 1)",
          .unitPrice(
            UnitPrice(
              serviceLine: "chat", price: 2, span: MonthSpan(from: 1, to: 12), indexation: "pay"))),
        .init(
          "help (IN, agent, year 2)",
          .unitPrice(
            UnitPrice(
              serviceLine: "chat", price: 1.9, span: MonthSpan(from: 13, to: 24),
              indexation: "pay"))),
        .init("help (DE)", .fixedFee(FixedFee(amount: 700))),
      ])
  }

  @Test func staff_is_stated_or_the_volume_of_a_service_line() throws {
    let clauses = try Self.clauses(
      """
      desk,staff,,,,5200,EUR,pay,,,IN,agent,2,12.5
      desk,staff,chat,,,3,EUR,,,,IN,lead,,
      """)
    #expect(
      clauses.filter { $0.name.hasPrefix("desk") }.map(\.clause) == [
        .staffCharge(
          StaffCharge(
            .stated([12.5]), rate: 5_200, span: MonthSpan(from: 13, to: 24), indexation: "pay")),
        .staffCharge(StaffCharge(.volume(of: "chat"), rate: 3)),
      ])
  }

  @Test func tiers_of_one_item_stand_apart_by_location() throws {
    let clauses = try Self.clauses(
      """
      help,tier,chat,0,,2,EUR,,,,IN,,,
      help,tier,chat,100,,3,EUR,,,,DE,,,
      help,tier,chat,0,100,4,EUR,,,,DE,,,
      """)
    #expect(
      clauses.filter { $0.name.hasPrefix("help") }.map(\.name) == ["help (IN)", "help (DE)"])
  }

  private static let lines = """
    help,unit_price,chat,,,2,EUR,,,,IN,agent,1,
    help,unit_price,chat,,,3,EUR,,,,DE,agent,2,
    desk,staff,,,,5200,EUR,,,,IN,lead,,2
    """

  @Test(
    arguments: [
      ("[location/IN]", ["help (IN, agent, year 1)", "desk (IN, lead)"]),
      ("[role/agent]", ["help (IN, agent, year 1)", "help (DE, agent, year 2)"]),
      ("[help]", ["help (IN, agent, year 1)", "help (DE, agent, year 2)"]),
      (
        "[fee, help, location/IN]",
        ["fee", "help (IN, agent, year 1)", "help (DE, agent, year 2)", "desk (IN, lead)"]
      ),
      ("[desk (IN, lead)]", ["desk (IN, lead)"]), ("[location/PH]", []),
    ] as [(String, [String])]
  )
  func terms_name_all_lines_of_an_item_location_or_role(
    _ written: String, _ names: [String]
  ) throws {
    let quoted = written.replacing("desk (IN, lead)", with: "\"desk (IN, lead)\"")
    let dossier = try Self.event(Self.lines)
      .replacing(
        "  payment: {lag", with: "  taxes: {gst: {rate: 18%, of: \(quoted)}}\n  payment: {lag"
      ).load()
    let tax = dossier.bids[0].contract.clauses.first { $0.name == "gst" }?.clause
    #expect(tax == .tax(Tax(rate: 0.18, of: names, credits: .separate)))
    let note = LoadingNote.nothingPriced(
      option: "alpha", path: "terms/taxes/gst/of/1", name: "location/PH")
    #expect(dossier.notes.contains(note) == names.isEmpty)
  }

  @Test func a_foreign_price_is_converted_at_the_dated_rate() throws {
    let rates = "USD: {rate: 0.92, date: 2026-11-01, source: ECB}"
    let dossier = try Self.event("abroad,fixed_fee,,,,1000,USD,pay,,,,,,", rates: rates).load()
    let clause = dossier.bids[0].contract.clauses.first { $0.name == "abroad" }?.clause
    #expect(clause == .fixedFee(FixedFee(amount: 920, indexation: "pay")))
    #expect(
      dossier.notes.contains(
        .converted(
          option: "alpha", currency: "USD", rate: 0.92, date: "2026-11-01", source: "ECB")))
  }

  @Test func with_an_index_a_foreign_price_moves_with_the_rate() throws {
    let clauses = try Self.clauses(
      """
      abroad,fixed_fee,,,,1000,USD,pay,,,,,,
      travel,one_off,,,,50,USD,,2,,,,,
      desk,staff,,,,100,USD,,,,IN,,,3
      """,
      rates: "USD: {rate: 0.92, date: 2026-11-01, index: usd, quoted: indirect}")
    #expect(
      clauses.filter { if case .exchangeRate = $0.clause { true } else { false } } == [
        .init(
          "pay in USD",
          .exchangeRate(ExchangeRate(index: "usd", quote: .indirect, on: "pay"))),
        .init("exchange rate USD", .exchangeRate(ExchangeRate(index: "usd", quote: .indirect))),
      ])
    #expect(
      clauses.filter { ["abroad", "travel", "desk (IN)"].contains($0.name) }.map(\.clause) == [
        .fixedFee(FixedFee(amount: 920, indexation: "pay in USD")),
        .oneOffFee(OneOffFee(amount: 46, month: 2, indexation: "exchange rate USD")),
        .staffCharge(
          StaffCharge(.stated([3]), rate: 92, indexation: "exchange rate USD")),
      ])
  }

  @Test func the_rates_of_a_band_are_converted_too() throws {
    let fixture = Self.event("", rates: "USD: {rate: 2, date: 2026-11-01, index: usd}")
      .replacing("1.5,EUR", with: "1.5,USD", in: Self.file)
      .replacing("0.9,EUR", with: "0.9,USD", in: Self.file)
    let clauses = try fixture.load().bids[0].contract.clauses
    #expect(clauses.contains { $0.name == "pay in USD" })
    for case .volumeBand(let band) in clauses.map(\.clause) {
      #expect((band.arc, band.rrc) == (3, 1.8))
      #expect(band.indexation == "pay in USD")
    }
  }

  static let faults: [(String, String)] = [
    (
      "help,fixed_fee,,,,1,EUR,,,,IN 1,,,",
      "11: location: expected a name of letters, digits, -, _ and ., found IN 1"
    ),
    (
      "location/IN,fixed_fee,,,,1,EUR,,,,,,,",
      "1: item: expected an item that begins neither with location/ nor with role/, found "
        + "location/IN"
    ),
    ("help,fixed_fee,,,,1,EUR,,,,,,3,", "13: year: expected 1 to 2, found 3"),
    (
      "help,fixed_fee,,,,1,EUR,,,5,,,1,",
      "10: last_month: expected an empty field beside year, found 5"
    ),
    ("help,one_off,,,,1,EUR,,,,,,1,", "13: year: expected an empty field for one_off, found 1"),
    ("help,fixed_fee,,,,1,EUR,,,,,,,4", "14: fte: expected an empty field for fixed_fee, found 4"),
    (
      "help,staff,,,,1,EUR,,,,,,,",
      "14: fte: expected exactly one of fte, service_line, found nothing"
    ),
    (
      "help,staff,chat,,,1,EUR,,,,,,,3",
      "14: fte: expected exactly one of fte, service_line, found 3"
    ),
    (
      "help,fixed_fee,,,,1,USd,,,,,,,",
      "7: currency: expected EUR, or a rate for USd under rates in event.yaml, found USd; did you "
        + "mean USD?"
    ),
    (
      "help,fixed_fee,,,,1e12,USD,,,,,,,",
      "6: price: expected at most 1000000000000, found "
        + "2000000000000"
    ),
  ]

  @Test(arguments: faults)
  func faults_of_lines_tell_their_place(_ row: String, _ words: String) throws {
    let rates = "USD: {rate: 2, date: 2026-11-01}"
    #expect(try Self.event(row, rates: rates).faults() == ["\(Self.file):9:\(words)"])
  }

  @Test func two_lines_of_one_name_are_refused() throws {
    let same = "help,fixed_fee,,,,1,EUR,,,,IN,,1,\nhelp,fixed_fee,,,,2,EUR,,,,IN,,1,"
    #expect(
      try Self.event(same).faults() == [
        "\(Self.file):10: item: is there already, at line 9, found help (IN, year 1)"
      ])
    let forged = "help,tier,chat,0,,1,EUR,,,,IN,,,\nhelp (IN),tier,chat,0,,1,EUR,,,,,,,"
    #expect(
      try Self.event(forged).faults() == [
        "\(Self.file):10: item: is there already, at line 9, found help (IN)"
      ])
  }

  static let rateFaults: [(String, String)] = [
    ("US: {rate: 1, date: 2026-11-01}", "9: rates/US: expected a currency such as EUR, found US"),
    (
      "EUR: {rate: 1, date: 2026-11-01}", "9: rates/EUR: expected a currency other than EUR"
    ),
    ("USD: {rate: 0, date: 2026-11-01}", "21: rates/USD/rate: expected 0 to 1000000"),
    ("USD: {rate: 1}", "9: rates/USD/date: missing"),
    ("USD: {rate: 1, date: 2026-02-29}", "30: rates/USD/date: expected a day such as 2027-04-30"),
    ("USD: {rate: 1, date: 2026-11}", "30: rates/USD/date: expected a day such as 2027-04-30"),
    (
      "USD: {rate: 1, date: 2026-11-01, index: us}",
      "49: rates/USD/index: expected a name declared under assumptions/indices, found us; did you "
        + "mean usd?"
    ),
  ]

  @Test(arguments: rateFaults)
  func faults_of_rates_tell_their_place(_ rates: String, _ words: String) throws {
    let faults = try Self.event("", rates: rates).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("event.yaml:5:\(words)") == true, "\(faults)")
  }
}
