import Contracts
import FoundationEssentials
import Quantities
import Testing
import Workbooks

@testable import Loading

@Suite struct ImportTests {
  private static let prices = """
    item,kind,service_line,from,to,price,currency,indexation,first_month,last_month
    fee,fixed_fee,,,,500000,EUR,pay,1,
    calls,tier,voice,50000,,3.1,EUR,pay,4,
    calls,tier,voice,0,50000,4.2,EUR,pay,4,
    chats,unit_price,chat,,,2.5,EUR,,,
    more,arc,voice,,,1.5,EUR,pay,,
    less,rrc,voice,,,0.9,EUR,pay,,
    moving,transition,,,,400000,EUR,,4,

    """

  @Test func a_bid_goes_out_and_comes_back_as_it_was() throws {
    try ImportFixture().written { place in
      let imported = try place.bring(place.template(of: "alpha"))
      #expect(imported.folder == "bids/alpha/2")
      #expect(
        imported.tables == [
          ImportedBid.Table(file: "prices.csv", rows: 7),
          ImportedBid.Table(file: "answers.csv", rows: 2),
        ])
      #expect(!imported.isReplaced && !imported.termsAreGone)
      #expect(imported.eventFaults == nil && imported.laterRound == nil)
      #expect(place.names("bids/alpha") == ["1", "2"])
      #expect(place.names("bids/alpha/2") == ["answers.csv", "bid.yaml", "prices.csv"])
      #expect(try place.text("bids/alpha/2/prices.csv") == Self.prices)
      #expect(
        try place.text("bids/alpha/2/answers.csv") == """
          requirement,answer,by,evidence,text,page
          gdpr-28,planned,2027-09,certificate,"Soon, we hope",12
          iso,comply,,,,

          """)
      #expect(
        try place.text("bids/alpha/2/bid.yaml")
          == "name: \"Alpha Contact Services\"\nstated_total: 41800000\n")
    }
  }

  @Test func the_bid_that_comes_back_is_read_as_the_one_that_went_out() throws {
    try ImportFixture().written { place in
      let before = try loadEvent(at: place.event).bids
      _ = try place.bring(place.template(of: "alpha"))
      var after = try loadEvent(at: place.event).bids
      #expect(after.map(\.round) == ["2"])
      after[0].round = "1"
      #expect(after == before)
    }
  }

  @Test func what_a_bid_says_of_its_evidence_and_totals_goes_out_and_comes_back() throws {
    let event = EventFixture()
      .replacing(
        "stated_total: 41800000", with: "stated_total: 41800000\ntotals: {basis: indexed}",
        in: "bids/alpha/1/bid.yaml"
      )
      .replacing(
        "requirement,answer,by,evidence,text,page",
        with: "requirement,answer,by,evidence,issuer,expires",
        in: "bids/alpha/1/answers.csv"
      )
      .replacing("\"Soon, we hope\",12", with: "Lloyd's,2028-02-29", in: "bids/alpha/1/answers.csv")
    try ImportFixture(event: event).written { place in
      let before = try loadEvent(at: place.event).bids
      _ = try place.bring(place.template(of: "alpha"))
      #expect(
        try place.text("bids/alpha/2/answers.csv") == """
          requirement,answer,by,evidence,text,page,issuer,expires
          gdpr-28,planned,2027-09,certificate,,,Lloyd's,2028-02-29
          iso,comply,,,,,,

          """)
      var after = try loadEvent(at: place.event).bids
      after[0].round = "1"
      #expect(after == before)
    }
  }

  @Test func an_assessment_of_the_buyer_is_not_replaced() throws {
    let event = EventFixture().replacing(
      "requirement,answer,by,evidence,text,page",
      with: "requirement,answer,by,evidence,assessor,page",
      in: "bids/alpha/1/answers.csv")
    try ImportFixture(event: event).written { place in
      let template = try place.template(of: "alpha")
      let fault = """
        bids/alpha/1/answers.csv:2: has the buyer's assessor, which a workbook has not and \
        --replace would lose; take another --round
        """
      do {
        _ = try place.bring(template, round: "1", replaces: true)
        Issue.record("the assessment is lost")
      } catch {
        #expect("\(error)" == fault)
      }
      _ = try place.bring(template, round: "2")
    }
  }

  @Test func the_same_event_gives_the_same_template() throws {
    try ImportFixture().written { place in
      let first = try place.template(of: "alpha")
      #expect(try place.template(of: "alpha") == first)
      #expect(try place.template(of: nil) != first)
    }
  }

  @Test func terms_of_a_bid_go_out_as_deviations_and_come_back_as_a_table() throws {
    let event = EventFixture().replacing(
      "terms: {}",
      with: """
        terms:
          credits: {cap: 8%, repeat: null}
          termination_fee: {multiple: 2, base: {trailing_mean: 6 months}}
        """, in: "bids/alpha/1/bid.yaml")
    try ImportFixture(event: event).written { place in
      let imported = try place.bring(place.template(of: "alpha"), round: "1", replaces: true)
      #expect(imported.isReplaced && imported.termsAreGone)
      #expect(
        try place.text("bids/alpha/1/deviations.csv") == """
          path,value,stance,page,note
          terms/credits/cap,8%,modify,,
          terms/credits/repeat,,reject,,
          terms/termination_fee/multiple,2,modify,,
          terms/termination_fee/base,{trailing_mean: 6 months},modify,,

          """)
    }
  }

  @Test func months_may_be_dates_and_pages_numbers_and_blank_rows_are_passed_over() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.set("answers!F4", .date(try #require(CalendarDay("2027-09-17"))))
      workbook.set("answers!I4", .number(12))
      workbook.set("prices!A40", .text("  \n"))
      workbook.set("totals!A6", .text("all"))
      workbook.set("totals!B6", .number(1))
      workbook.set("totals!C6", .number(20_900_000.5), isFormula: true)
      let imported = try place.bring(workbook.bytes)
      #expect(imported.tables.map(\.rows) == [7, 2, 1])
      #expect(try place.text("bids/alpha/2/answers.csv").contains("planned,2027-09,certificate"))
      #expect(
        try place.text("bids/alpha/2/totals.csv") == "item,year,amount\nall,1,20900000.5\n")
    }
  }

  @Test(arguments: ["=1+1", "+x", "-x", "@x", "a \"quoted\", text", "two\nlines", "# no comment"])
  func text_comes_back_as_it_was_typed(text: String) throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.set("answers!H5", .text(text))
      workbook.set("bid!B4", .text(text))
      _ = try place.bring(workbook.bytes)
      let again = try place.workbook()
      #expect(again.sheet("answers")?.cell(CellPlace(row: 5, column: 8))?.value == .text(text))
      let bid = try #require(try loadEvent(at: place.event).bids.first)
      #expect(bid.name == text)
      #expect(bid.answers["iso"]?.text == text)
    }
  }

  @Test func sheets_of_the_bidders_own_are_left_out_and_told() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.sheets.append(Sheet(name: "calculation"))
      #expect(try place.bring(workbook.bytes).sheetsNotRead == ["calculation"])
    }
  }

  @Test func columns_may_stand_in_any_order() throws {
    try ImportFixture().written { place in
      var workbook = try place.workbook()
      workbook.change("totals") { sheet in
        sheet.rows = [
          SheetRow(
            number: 3,
            cells: zip(1..., ["amount", "item", "year"]).map {
              SheetCell(column: $0, value: .text($1))
            }),
          SheetRow(
            number: 4,
            cells: [
              SheetCell(column: 1, value: .number(7)), SheetCell(column: 2, value: .text("all")),
              SheetCell(column: 3, value: .number(2)),
            ]),
        ]
      }
      _ = try place.bring(workbook.bytes)
      #expect(try place.text("bids/alpha/2/totals.csv") == "item,year,amount\nall,2,7\n")
    }
  }

  @Test func a_workbook_of_an_older_event_may_be_taken_where_its_requirements_are_the_same() throws
  {
    try ImportFixture().written { place in
      let bytes = try place.template(of: "alpha")
      let changed = try place.text("event.yaml").replacingFirst("term: 24", with: "term: 36")
      try Data(changed.utf8).write(to: URL(filePath: place.path("event.yaml")))
      #expect(try place.faults(bytes).count == 1)
      #expect(try place.faults(bytes, acceptsStale: true) == [])
      let reworded = changed.replacingFirst("text: Certificate", with: "text: A certificate")
      try Data(reworded.utf8).write(to: URL(filePath: place.path("event.yaml")))
      let faults = try place.faults(bytes, acceptsStale: true)
      #expect(
        faults == [
          "bid.xlsx: answers!C5: demand: expected what the buyer wrote, A certificate, "
            + "found Certificate"
        ])
    }
  }

  @Test func a_day_may_be_text_or_a_date() throws {
    let findings = Findings()
    let reading = CellReading(
      names: EventNames(serviceLines: [], indexations: [], currency: "EUR"),
      findings: SheetFindings(file: "bid.xlsx", sheet: "answers", findings: findings))
    func read(_ value: SheetCell.Value) -> String? {
      reading.read(
        SheetCell(column: 1, value: value), as: .day, at: CellPlace(row: 4, column: 1),
        path: "issued"
      )?.shown
    }
    #expect(read(.text("2026-02-28")) == "2026-02-28")
    #expect(read(.date(try #require(CalendarDay("2026-02-28")))) == "2026-02-28")
    #expect(read(.text("2026-02-29")) == nil)
    #expect(read(.text("2026-02-28T00")) == nil)
    #expect(
      findings.faults.map(\.description).first
        == "bid.xlsx: answers!A4: issued: expected a day such as 2027-04-01, as text or as a date, "
        + "found 2026-02-29")
  }
}

extension String {
  /// The text with the first `old` replaced.
  func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
