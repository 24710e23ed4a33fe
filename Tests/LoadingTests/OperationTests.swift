import Contracts
import Loading
import Quantities
import Testing

/// Today's operation: staff, other costs and its yearly improvement.
@Suite struct OperationTests {
  /// The small good event with today's operation beside its bid.
  static func event(
    staff: String = "", costs: String = "", prices: String = "", page: String = ""
  ) -> EventFixture {
    var fixture = EventFixture()
      .replacing("    pay: {", with: "    rise: {rate: 3%}\n    pay: {")
      .replacing(
        "    peers:\n",
        with: "    baseline:\n      speed: {level: 80%, spread: 0.3}\n    peers:\n")
    fixture.files["baseline/bid.yaml"] = """
      name: Today
      \(page)
      terms: {volume_bands: null, service_levels: null, credits: null, rights: null}
      """
    let files = [
      ("staff", "grade,place,fte,salary,loading,first_month,last_month,indexation", staff),
      ("costs", "item,kind,amount,paid,first_month,last_month,indexation", costs),
      ("prices", "item,kind,service_line,price,currency,indexation", prices),
    ]
    for (name, header, rows) in files where !rows.isEmpty {
      fixture.files["baseline/\(name).csv"] = "\(header)\n\(rows)\n"
    }
    return fixture
  }

  /// The prices of today's operation.
  private static func prices(_ fixture: EventFixture) throws -> [Contract.Named] {
    let today = try #require(try fixture.load().baseline)
    return today.contract.clauses.filter { named in
      switch named.clause {
      case .staffCharge, .fixedFee, .oneOffFee, .unitPrice: true
      default: false
      }
    }
  }

  @Test func a_post_costs_its_salary_and_what_is_loaded_on_it() throws {
    let staff = "agent,Leeds,120,36000,25%,,,pay\nlead,,10,60000,,13,,\nlead,,9,60000,,1,12,"
    #expect(
      try Self.prices(Self.event(staff: staff)) == [
        .init(
          "agent (Leeds)", .staffCharge(StaffCharge(.stated([120]), rate: 3_750, indexation: "pay"))
        ),
        .init(
          "lead (from month 13)",
          .staffCharge(StaffCharge(.stated([10]), rate: 5_000, span: MonthSpan(from: 13)))),
        .init(
          "lead",
          .staffCharge(StaffCharge(.stated([9]), rate: 5_000, span: MonthSpan(from: 1, to: 12)))),
      ])
  }

  @Test func other_costs_fall_due_a_month_or_once() throws {
    let costs = "rent,premises,9000,,,12,\ntelephony,technology,50000,once,6,,pay\n"
    #expect(
      try Self.prices(Self.event(costs: costs + "travel,other,70,monthly,2,,rise")) == [
        .init(
          "rent (premises)", .fixedFee(FixedFee(amount: 9_000, span: MonthSpan(from: 1, to: 12)))),
        .init(
          "telephony (technology, from month 6)",
          .oneOffFee(OneOffFee(amount: 50_000, month: 6, indexation: "pay"))),
        .init(
          "travel (other, from month 2)",
          .fixedFee(FixedFee(amount: 70, span: MonthSpan(from: 2), indexation: "rise"))),
      ])
  }

  @Test func an_unchanged_operation_improves_by_a_share_a_year() throws {
    let fixture = Self.event(
      staff: "agent,,1,12000,,,,pay", costs: "rent,premises,9,,,,\nboxes,other,5,once,,,rise",
      prices: "overtime,unit_price,voice,2,EUR,rise", page: "improvement: 2%")
    let today = try #require(try fixture.load().baseline)
    let factors = today.contract.clauses.filter { $0.name.hasSuffix("improvement") }
    #expect(
      factors == [
        .init("rise with improvement", .escalator(Escalator(rate: -0.02, on: "rise"))),
        .init("pay with improvement", .escalator(Escalator(rate: -0.02, on: "pay"))),
        .init("yearly improvement", .escalator(Escalator(rate: -0.02))),
      ])
    #expect(
      try Self.prices(fixture).map(\.clause) == [
        .unitPrice(
          UnitPrice(serviceLine: "voice", price: 2, indexation: "rise with improvement")),
        .staffCharge(StaffCharge(.stated([1]), rate: 1_000, indexation: "pay with improvement")),
        .fixedFee(FixedFee(amount: 9, indexation: "yearly improvement")),
        .oneOffFee(OneOffFee(amount: 5, month: 1, indexation: "rise")),
      ])
  }

  @Test func an_operation_with_staff_leaves_no_volume_without_a_price() throws {
    let notes = try Self.event(staff: "agent,,1,12000,,,,").load().notes
    let today = notes.filter {
      if case .nothingAsked(option: "baseline", _, _) = $0 { true } else { false }
    }
    #expect(today == [])
  }

  static let faults: [(EventFixture, String)] = [
    (event(staff: "agent,Le eds,1,1,,,,"), "staff.csv:2:2: place: expected a name of"),
    (event(staff: "agent,,x,1,,,,"), "staff.csv:2:3: fte: not a number, found x"),
    (event(staff: "agent,,1,1,1100%,,,"), "staff.csv:2:5: loading: expected 0 to 10"),
    (event(staff: "agent,,1,1,,30,,"), "staff.csv:2:6: first_month: "),
    (event(staff: "agent,,1,1,,5,4,"), "staff.csv:2:7: last_month: expected a last month that is"),
    (
      event(staff: "agent,,1,1,,,,pya"),
      "staff.csv:2:8: indexation: expected a name declared under terms/indexation, found pya; did"
    ),
    (
      event(staff: "agent,,1,1,,,,\nagent,,2,1,,,,"),
      "staff.csv:3: is there already, at line 2, found agent"
    ),
    (event(staff: "role/x,,1,1,,,,"), "staff.csv:2:1: grade: expected an item that begins neither"),
    (
      event(costs: "rent,premise,1,,,,"),
      "costs.csv:2:2: kind: expected one of technology, premises, other, found premise; did you "
        + "mean premises?"
    ),
    (
      event(costs: "rent,premises,1,onse,,,"),
      "costs.csv:2:4: paid: expected one of monthly, once, found onse; did you mean once?"
    ),
    (
      event(costs: "rent,premises,1,once,1,2,"),
      "costs.csv:2:6: last_month: expected an empty field beside paid: once, found 2"
    ),
    (event(costs: "rent,premises,-1,,,,"), "costs.csv:2:3: amount: "),
    (
      event(costs: "rent,premises,1,,,,", page: "improvement: 60%"),
      "bid.yaml:2:14: improvement: expected -0.5 to 0.5, found 60%"
    ),
    (event(), "prices.csv: there is no such file"),
  ]

  @Test(arguments: faults.indices)
  func faults_of_todays_operation_tell_their_place(_ place: Int) throws {
    let (fixture, words) = Self.faults[place]
    let faults = try fixture.faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("baseline/\(words)") == true, "\(faults)")
  }

  @Test func only_today_has_an_improvement_and_tables_of_its_own() throws {
    var fixture = EventFixture().replacing(
      "terms: {}", with: "improvement: 2%", in: "bids/alpha/1/bid.yaml")
    #expect(
      try fixture.faults() == ["bids/alpha/1/bid.yaml:3:1: improvement: unknown key"])
    fixture = EventFixture()
    fixture.files["bids/alpha/1/costs.csv"] = "item,kind,amount\n"
    #expect(
      try fixture.load().notes.contains(.filesNotRead(["bids/alpha/1/costs.csv"])))
  }
}
