import Loading
import Testing

@Suite struct PriceFaultTests {
  private static let priceFile = "bids/alpha/1/prices.csv"

  static let prices = [
    FaultCase(
      "item,kind", "itme,kind",
      "bids/alpha/1/prices.csv:1:1: itme: unknown column; did you mean item?", in: priceFile
    ),
    FaultCase(
      "fee,fixed_fee", "fee,fixedfee",
      "bids/alpha/1/prices.csv:2:2: kind: expected one of fixed_fee, unit_price, tier, arc, rrc, "
        + "transition, one_off, staff, found fixedfee; did you mean fixed_fee?", in: priceFile
    ),
    FaultCase(
      "500000,EUR", "500000,USD",
      "bids/alpha/1/prices.csv:2:7: currency: expected EUR, or a rate for USD under rates in "
        + "event.yaml, found USD",
      in: priceFile
    ),
    FaultCase(
      "500000,EUR", "5OO,EUR",
      "bids/alpha/1/prices.csv:2:6: price: not a number, found 5OO", in: priceFile
    ),
    FaultCase(
      "chat,,,2.5,EUR,", "chta,,,2.5,EUR,",
      "bids/alpha/1/prices.csv:5:3: service_line: expected a name declared under "
        + "service_lines, found chta; did you mean chat?", in: priceFile
    ),
    FaultCase(
      "chat,,,2.5,EUR,", "chat,,,2.5,EUR,pya",
      "bids/alpha/1/prices.csv:5:8: indexation: expected a name declared under "
        + "terms/indexation, found pya; did you mean pay?", in: priceFile
    ),
    FaultCase(
      "chat,,,2.5", "chat,0,,2.5",
      "bids/alpha/1/prices.csv:5:4: from: expected an empty field for unit_price, found 0",
      in: priceFile
    ),
    FaultCase(
      "chats,unit_price,chat", "chats,unit_price,",
      "bids/alpha/1/prices.csv:5:3: service_line: missing", in: priceFile
    ),
    FaultCase(
      "voice,50000,", "voice,60000,",
      "bids/alpha/1/prices.csv:3:4: from: no tier covers 50000 to 60000", in: priceFile
    ),
    FaultCase(
      "voice,50000,", "voice,40000,",
      "bids/alpha/1/prices.csv:3:4: from: expected a tier that begins at 50000, where the one "
        + "before ends, found 40000", in: priceFile
    ),
    FaultCase(
      "voice,50000,,", "voice,50000,70000,",
      "bids/alpha/1/prices.csv:3:5: to: no tier covers 70000 and more", in: priceFile
    ),
    FaultCase(
      "voice,0,50000,", "voice,0,,",
      "bids/alpha/1/prices.csv:4:5: to: missing", in: priceFile
    ),
    FaultCase(
      "fee,fixed_fee,,,,500000", "fee,fixed_fee,,,,-500000",
      "bids/alpha/1/prices.csv:2:6: price: expected at least 0, found -500000", in: priceFile
    ),
    FaultCase(
      "chat,,,2.5,EUR,,,", "chat,,,2.5,EUR,,500,",
      "bids/alpha/1/prices.csv:5:9: first_month: expected 1 to 24, found 500", in: priceFile
    ),
    FaultCase(
      "50000,,3.1,EUR,pay,4", "50000,,3.1,EUR,pay,5",
      "bids/alpha/1/prices.csv:4: item: expected tiers of one service line, span and "
        + "indexation, found calls", in: priceFile
    ),
    FaultCase(
      "more,arc,voice,,,1.5", "more,arc,voice,,,-1.5",
      "bids/alpha/1/prices.csv:6:6: price: expected at least 0, found -1.5\n"
        + "bids/alpha/1/prices.csv:7: kind: expected both arc and rrc with the same span and "
        + "indexation in prices.csv, found rrc", in: priceFile
    ),
    FaultCase(
      "less,rrc,voice,,,0.9,EUR,pay,,\n", "",
      "bids/alpha/1/prices.csv:6: kind: expected both arc and rrc with the same span and "
        + "indexation in prices.csv, found arc", in: priceFile
    ),
    FaultCase(
      "moving,", "fee,fixed_fee,,,,1,EUR,,,\nmoving,",
      "bids/alpha/1/prices.csv:8: item: is there already, at line 2, found fee", in: priceFile
    ),
    FaultCase(
      "400000,EUR,,4", "400000,EUR,,25",
      "bids/alpha/1/prices.csv:8:9: first_month: expected 1 to 24, found 25", in: priceFile
    ),
    FaultCase(
      "500000,EUR,pay,1,", "500000,EUR,pay,3,2",
      "bids/alpha/1/prices.csv:2:10: last_month: expected a last month that is not before "
        + "the first, found 2", in: priceFile
    ),
    FaultCase(
      "400000,EUR,,4,", "400000,EUR,,4,5",
      "bids/alpha/1/prices.csv:8:10: last_month: expected an empty field for transition, "
        + "found 5", in: priceFile
    ),
    FaultCase(
      "400000,EUR,,4,", "400000,EUR",
      "bids/alpha/1/prices.csv:8: 7 fields where the header has 10, found moving", in: priceFile
    ),
  ]

  @Test(arguments: prices) func faults_of_prices_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }

  @Test func a_list_without_prices_is_refused() throws {
    var fixture = EventFixture().replacing(
      "  volume_bands:\n    voice: {deadband: 10%, reading: excess, baseline: event}\n", with: ""
    )
    fixture.files[Self.priceFile] = "item,kind,price,currency\n"
    #expect(try fixture.faults() == ["bids/alpha/1/prices.csv: there is no price"])
  }

  @Test func months_and_items_for_which_nothing_is_asked_are_noted() throws {
    let fixture = EventFixture()
      .replacing(
        "fee,fixed_fee,,,,500000,EUR,pay,1,", with: "fee,one_off,,,,0,EUR,pay,1,",
        in: Self.priceFile)
    let notes = try fixture.load().notes
    #expect(
      notes.prefix(2) == [
        .nothingAsked(option: "alpha", serviceLine: "voice", months: 1...3),
        .nothingPaid(option: "alpha", item: "fee", price: 0),
      ]
    )
  }
}
