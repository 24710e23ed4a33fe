import Contracts
import Loading
import Quantities
import Testing

@Suite struct LevellingLoadingTests {
  private static let totals = "bids/alpha/1/totals.csv"
  private static let adjustments = "bids/alpha/1/adjustments.csv"

  private static func fixture(_ file: String, _ rows: String) -> EventFixture {
    var fixture = EventFixture()
    let header =
      file == totals
      ? "item,year,amount"
      : "line,kind,amount,low,high,basis,first_month,last_month,author,approver,note"
    fixture.files[file] = "\(header)\n\(rows)\n"
    return fixture
  }

  private static func bid(_ fixture: EventFixture) throws -> Bid {
    try #require(fixture.load().bids.first)
  }

  @Test func totals_by_line_and_year_are_read_with_their_decimals() throws {
    let bid = try Self.bid(
      Self.fixture(Self.totals, "calls,1,250000.50\nall,2,3e6\nfee,2,0\nmoving,1,-5")
        .replacing("terms: {}", with: "totals: {basis: indexed}", in: "bids/alpha/1/bid.yaml"))
    #expect(
      bid.statedTotals
        == StatedTotals(
          basis: .indexed, total: .init(41_800_000),
          rows: [
            .init("calls", year: 1, .init(250_000.5, decimals: 2)),
            .init(nil, year: 2, .init(3_000_000, decimals: -6)),
            .init("fee", year: 2, .init(0)), .init("moving", year: 1, .init(-5)),
          ]))
  }

  @Test func totals_are_at_the_prices_of_the_bid_unless_it_says_otherwise() throws {
    #expect(try Self.bid(EventFixture()).statedTotals == StatedTotals(total: .init(41_800_000)))
  }

  @Test func adjustments_are_read_as_they_are_written() throws {
    let bid = try Self.bid(
      Self.fixture(
        Self.adjustments,
        """
        voice,unpriced,,,,next_highest,,,Ann,Bob,as beta
        all,exclusion,100,90,150.5,should_cost,6,6,Ann,Bob,
        calls,error,-20,,,judgement,,12,Ann,Bob,
        """))
    #expect(
      bid.adjustments == [
        StatedAdjustment(
          line: "voice", kind: .unpriced, basis: .nextHighest, amount: nil,
          span: MonthSpan(from: 4, to: 24), author: "Ann", approver: "Bob", note: "as beta"),
        StatedAdjustment(
          line: "all", kind: .exclusion, basis: .shouldCost, amount: 100,
          spread: .init(low: 90, high: 150.5), span: MonthSpan(from: 6, to: 6), author: "Ann",
          approver: "Bob"),
        StatedAdjustment(
          line: "calls", kind: .error, basis: .judgement, amount: -20,
          span: MonthSpan(from: 4, to: 12), author: "Ann", approver: "Bob"),
      ])
    // The contract is the bid's own: levelling comes later.
    #expect(bid.contract == (try Self.bid(EventFixture())).contract)
  }

  @Test func an_approver_who_is_missing_or_the_author_is_noted() throws {
    let notes = try Self.fixture(
      Self.adjustments,
      "all,exclusion,1,,,judgement,,,Ann,,\nfee,assumption,1,,,judgement,,,Ann,Ann,"
    ).load().notes
    #expect(
      notes.contains(
        .notApproved(option: "alpha", line: "all", kind: "exclusion", author: "Ann", isSame: false))
    )
    #expect(
      notes.contains(
        .notApproved(option: "alpha", line: "fee", kind: "assumption", author: "Ann", isSame: true))
    )
  }

  @Test func the_rules_of_levelling_are_those_of_the_event() throws {
    #expect(try EventFixture().load().event.levelling == Levelling())
    let stated = EventFixture().replacing(
      "criteria:", with: "levelling: {plug: none, tolerance: 1%}\ncriteria:")
    #expect(try stated.load().event.levelling == Levelling(plug: .none, tolerance: 0.01))
  }

  @Test func todays_operation_is_not_levelled() throws {
    var fixture = EventFixture()
    for (file, text) in fixture.files where file.hasPrefix("bids/alpha/1/") {
      fixture.files["baseline/\(file.dropFirst("bids/alpha/1/".count))"] = text
    }
    fixture.files["baseline/totals.csv"] = "item,year,amount\n"
    let dossier = try? fixture.load()
    #expect(dossier?.notes.contains(.filesNotRead(["baseline/totals.csv"])) ?? true)
    #expect(dossier?.baseline?.adjustments.isEmpty ?? true)
  }

  @Test(arguments: [
    (
      "cals,1,5",
      "2:1: item: expected a name declared under prices.csv or terms/prices, found cals; did you "
        + "mean calls?"
    ),
    ("calls,3,5", "2:2: year: outside 1.0 to 2.0, found 3"),
    ("calls,0,5", "2:2: year: outside 1.0 to 2.0, found 0"),
    ("calls,1,5\ncalls,1,6", "3:2: year: is there already, at line 2, found 1"),
    ("calls,1,2e12", "2:3: amount: expected at most 1000000000000, found 2e12"),
    ("calls,1,", "2:3: amount: missing"), (",1,5", "2:1: item: missing"),
    ("calls,one,5", "2:2: year: not a whole number, found one"),
  ])
  func a_faulty_total_is_told(_ row: String, _ fault: String) throws {
    let faults = try Self.fixture(Self.totals, row).faults()
    #expect(faults == ["\(Self.totals):\(fault)"])
  }

  @Test(arguments: [
    (
      "cals,error,5,,,judgement,,,A,B,",
      "2:1: line: expected a name declared under service_lines or prices.csv or terms/prices, found "
        + "cals; did you mean calls?"
    ),
    (
      "fee,unpriced,5,,,judgement,,,A,B,",
      "2:1: line: expected a name declared under service_lines, found fee"
    ),
    (
      "voice,exclusions,5,,,judgement,,,A,B,",
      "2:2: kind: expected one of unpriced, exclusion, assumption, qualification, error, found "
        + "exclusions; did you mean exclusion?"
    ),
    (
      "voice,plug,5,,,judgement,,,A,B,",
      "2:2: kind: expected one of unpriced, exclusion, assumption, qualification, error, found plug"
    ),
    (
      "voice,exclusion,5,,,guess,,,A,B,",
      "2:6: basis: expected one of next_highest, should_cost, judgement, found guess"
    ),
    ("voice,exclusion,,,,next_highest,,,A,B,", "2:3: amount: missing"),
    ("voice,unpriced,,,,should_cost,,,A,B,", "2:3: amount: missing"),
    ("voice,exclusion,-5,,,judgement,,,A,B,", "2:3: amount: expected at least 0, found -5"),
    ("voice,exclusion,5,4,,judgement,,,A,B,", "2:5: high: missing"),
    ("voice,exclusion,5,,9,judgement,,,A,B,", "2:4: low: missing"),
    (
      "voice,exclusion,5,6,9,judgement,,,A,B,",
      "2:4: low: expected -1000000000000 to 5, found 6"
    ),
    (
      "voice,exclusion,5,4,4.5,judgement,,,A,B,",
      "2:5: high: expected 5 to 1000000000000, found 4.5"
    ),
    ("voice,exclusion,5,5,5,judgement,,,A,B,", "2:5: high: expected more than 5, found 5"),
    (
      "voice,unpriced,,4,9,next_highest,,,A,B,",
      "2:4: low: expected an empty field for an amount that the rule finds, found 4\n2:5: high: "
        + "expected an empty field for an amount that the rule finds, found 9"
    ),
    ("voice,exclusion,5,,,judgement,0,,A,B,", "2:7: first_month: outside 1.0 to 24.0, found 0"),
    ("voice,exclusion,5,,,judgement,,25,A,B,", "2:8: last_month: outside 1.0 to 24.0, found 25"),
    (
      "voice,exclusion,5,,,judgement,9,8,A,B,",
      "2:8: last_month: expected a last month that is not before the first, found 8"
    ),
    (
      "voice,exclusion,5,,,judgement,,3,A,B,",
      "2:8: last_month: expected a last month that is not before the first, found 3"
    ),
    ("voice,exclusion,5,,,judgement,,,,B,", "2:9: author: missing"),
  ])
  func a_faulty_adjustment_is_told(_ row: String, _ fault: String) throws {
    let faults = try Self.fixture(Self.adjustments, row).faults()
    let expected = fault.split(separator: "\n").map { "\(Self.adjustments):\($0)" }
    #expect(faults == expected)
  }

  @Test func a_faulty_price_sheet_makes_no_line_unknown() throws {
    let faults = try Self.fixture(Self.totals, "cals,1,5")
      .replacing("500000,EUR", with: "x,EUR", in: "bids/alpha/1/prices.csv").faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("bids/alpha/1/prices.csv") ?? false)
  }

  @Test func faults_of_pages_are_told() throws {
    try FaultCase(
      "terms: {}", "totals: {basis: index}",
      "bids/alpha/1/bid.yaml:3:17: totals/basis: expected one of prices, indexed, found index; did "
        + "you mean indexed?", in: "bids/alpha/1/bid.yaml"
    ).check()
    try FaultCase(
      "criteria:", "levelling: {plug: off}\ncriteria:",
      "event.yaml:53:19: levelling/plug: expected one of next_highest, none, found off"
    ).check()
  }
}
