import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct LongCreditCapTests {
  private static let level = Clause.serviceLevel(
    ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))

  private static func credit(_ share: Double) -> Clause {
    .fixedCredit(FixedCredit(level: "answer", share: share))
  }

  private static func settle(
    charges: [Double], defaults: [Bool], credit share: Double = 0.5, _ cap: LongCreditCap
  ) throws -> Settled {
    try Bench(
      months: charges.count, volumes: ["calls": charges],
      attainments: ["answered": defaults.map { $0 ? 0.5 : 0.9 }]
    ).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 1)), "answer": level,
      "credit": credit(share), "cap": .longCreditCap(cap),
    ])
  }

  @Test func the_page_says_what_a_rolling_cap_leaves() throws {
    for row in try ClausePage("LongCreditCap").rows {
      let opening = LongCreditCap.Opening(
        charges: try row.number("charges before"), credits: try row.number("credits before"))
      let settled = try Bench(attainments: ["answered": [0.5]]).settle([
        "fee": .fixedFee(FixedFee(amount: try row.number("charge"))), "answer": Self.level,
        "credit": Self.credit(try row.number("credit")),
        "month": .creditCap(CreditCap(share: 0.1)),
        "cap": .longCreditCap(
          LongCreditCap(.charges(share: 0.1), window: .rolling(months: 12), opening: opening)),
      ])
      row.expect(settled.amount(of: "month"), in: "lost to the month's cap")
      row.expect(settled.amount(of: "cap"), in: "lost")
      row.expect(settled.credits, in: "credited")
    }
  }

  @Test func the_page_says_what_the_average_month_of_the_year_before_leaves() throws {
    let rows = try ClausePage("LongCreditCap").tables[1]
    let settled = try Self.settle(
      charges: (1...25).map { $0 <= 12 ? 100 : 120 },
      defaults: Array(repeating: true, count: 25), credit: 0.2,
      LongCreditCap(.previousYear(months: 1, firstYear: nil), window: .year))
    for row in rows {
      let month = Int(try row.number("month"))
      let (credit, lost) = (
        settled.amount(of: "credit", in: month), settled.amount(of: "cap", in: month)
      )
      row.expect(-credit, in: "credit")
      row.expect(lost, in: "lost")
      row.expect(credit + lost, in: "credited")
    }
  }

  /// What a cap takes by counting months one by one.
  private static func lost(
    _ charges: [Double], _ credits: [Double], _ share: Double, window first: (Int) -> Int
  ) -> [Double] {
    var paid: [Double] = []
    for month in charges.indices {
      let months = max(0, first(month))...month
      let room = months.reduce(0) { $0 + charges[$1] } * share
      let credited = months.dropLast().reduce(0) { $0 + paid[$1] }
      paid.append(min(credits[month], max(room - credited, 0)))
    }
    return zip(credits, paid).map { $0 - $1 }
  }

  private static let charges: [Double] = [8, 16, 4, 4, 32, 0, 8, 16]

  @Test func all_outcomes_of_eight_months_lose_what_is_counted() throws {
    for pattern in 0..<256 {
      let defaults = (0..<8).map { pattern >> $0 & 1 == 1 }
      let credits = zip(Self.charges, defaults).map { $1 ? $0 * 0.5 : 0 }
      let rolling = try Self.settle(
        charges: Self.charges, defaults: defaults,
        LongCreditCap(.charges(share: 0.25), window: .rolling(months: 3)))
      let counted = Self.lost(Self.charges, credits, 0.25) { $0 - 2 }
      #expect(rolling.amounts(of: "cap") == counted, "\(defaults)")
      let year = try Self.settle(
        charges: Self.charges, defaults: defaults,
        LongCreditCap(.charges(share: 0.25), window: .year))
      let ofYear = Self.lost(Self.charges, credits, 0.25) { _ in 0 }
      #expect(year.amounts(of: "cap") == ofYear, "\(defaults)")
    }
  }

  @Test func a_year_begins_anew_in_its_thirteenth_month() throws {
    let cap = LongCreditCap(.amount(100), window: .year)
    let settled = try Self.settle(
      charges: Array(repeating: 60, count: 26), defaults: Array(repeating: true, count: 26), cap)
    let year: [Double] = [0, 0, 0, 20] + Array(repeating: 30, count: 8)
    #expect(settled.amounts(of: "cap") == year + year + [0, 0])
    let ofCharges = try Self.settle(
      charges: [100, 0, 100], defaults: [true, true, true],
      LongCreditCap(.charges(share: 0.25), window: .year))
    #expect(ofCharges.amounts(of: "cap") == [25, 0, 25])
  }

  /// Contracts on the bench begin in April.
  @Test func a_calendar_year_begins_in_january_and_its_first_may_be_short() throws {
    let cap = LongCreditCap(.previousYear(months: 1, firstYear: 60), window: .calendarYear)
    let settled = try Self.settle(
      charges: (1...23).map { $0 <= 9 ? 40 : 100 }, defaults: Array(repeating: true, count: 23),
      cap)
    let first: [Double] = [0, 0, 0] + Array(repeating: 20, count: 6)
    let second: [Double] = [10] + Array(repeating: 50, count: 11)
    #expect(settled.amounts(of: "cap") == first + second + [0, 0])
  }

  @Test func the_first_year_has_its_own_cap_where_one_is_stated() throws {
    let cap = LongCreditCap(.previousYear(months: 2, firstYear: 40), window: .year)
    let settled = try Self.settle(
      charges: (1...14).map { $0 <= 12 ? 60 : 100 }, defaults: Array(repeating: true, count: 14),
      cap)
    #expect(settled.amounts(of: "cap") == [0, 20] + Array(repeating: 30, count: 10) + [0, 0])
  }

  @Test func credits_exactly_at_the_limit_lose_nothing() throws {
    let settled = try Self.settle(
      charges: [100, 100], defaults: [true, true],
      LongCreditCap(.amount(100), window: .rolling(months: 2)))
    #expect(settled.amounts(of: "cap") == [0, 0])
  }
}
