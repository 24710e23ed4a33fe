import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct TierCreditTests {
  private static func level(_ target: Double, from first: Int = 1) -> Clause {
    .serviceLevel(
      ServiceLevel(metric: "answered", target: target, comparison: .atLeast, firstMonth: first))
  }

  private static func tiers(
    _ rows: [(Double, Double)], _ reading: AttainmentTable.Reading = .upperRow,
    boundary: AttainmentTable.Boundary = .strict, base: CreditBase = CreditBase()
  ) -> Clause {
    .tierCredit(
      TierCredit(
        level: "answer",
        table: AttainmentTable(
          rows.map { .init($0.0, $0.1) }, reading: reading, boundary: boundary), base: base))
  }

  private static func settle(
    _ attainments: [Double], target: Double = 1, fee: Double = 100, _ credits: [String: Clause]
  ) throws -> Settled {
    try Bench(months: attainments.count, attainments: ["answered": attainments]).settle(
      [
        .init("fee", .fixedFee(FixedFee(amount: fee))), .init("answer", level(target)),
      ] + credits.map { .init($0.key, $0.value) }.sorted { $0.name < $1.name })
  }

  private static let datec = [
    (1, 0), (0.95, 0.1), (0.9, 0.2), (0.85, 0.3), (0.8, 0.4), (0.75, 0.5),
  ]

  @Test func the_page_says_what_holds_between_rows() throws {
    for row in try ClausePage("TierCredit").rows {
      let base = CreditBase(amount: .stated(293_693.5))
      let settled = try Self.settle(
        [try row.number("attainment")],
        [
          "upper row": Self.tiers(Self.datec, .upperRow, base: base),
          "lower row": Self.tiers(Self.datec, .lowerRow, base: base),
          "linear": Self.tiers(Self.datec, .linear, base: base),
        ])
      for reading in ["upper row", "lower row", "linear"] {
        row.expect(settled.amount(of: reading), in: reading)
      }
    }
  }

  @Test func the_page_says_what_tables_of_real_contracts_credit() throws {
    for row in try ClausePage("TierCredit").tables[1] {
      let rows = try row.text("rows").split(separator: ",").map { text in
        text.split(separator: " ").compactMap { Double($0.dropLast()) }.map { $0 / 100 }
      }
      let settled = try Self.settle(
        [try row.number("attainment")], target: try row.number("target"),
        fee: try row.number("charge"), ["credit": Self.tiers(rows.map { ($0[0], $0[1]) })])
      row.expect(settled.amount(of: "credit"), in: "credit")
    }
  }

  @Test func the_page_says_what_the_users_affected_are_credited() throws {
    for row in try ClausePage("TierCredit").tables[2] {
      let settled = try Bench(
        volumes: ["affected": [try row.number("affected")], "users": [try row.number("users")]],
        attainments: ["answered": [0.5]]
      ).settle([
        "fee": .fixedFee(FixedFee(amount: try row.number("fee"))), "answer": Self.level(0.9),
        "credit": .tierCredit(
          TierCredit(
            level: "answer", table: AttainmentTable([.init(0.9, try row.number("share"))]),
            users: .init(affected: "affected", total: "users"))),
      ])
      row.expect(settled.amount(of: "credit"), in: "credit")
    }
  }

  @Test func a_boundary_is_strict_or_inclusive_on_the_threshold_itself() throws {
    let rows = [(0.9, 0.1), (0.8, 0.2)]
    let settled = try Self.settle(
      [0.95, 0.9, 0.85, 0.8, 0.7],
      ["strict": Self.tiers(rows), "inclusive": Self.tiers(rows, boundary: .inclusive)])
    #expect(settled.amounts(of: "strict") == [0, 0, -10, -10, -20])
    #expect(settled.amounts(of: "inclusive") == [0, -10, -10, -20, -20])
  }

  @Test func a_table_is_turned_round_where_lower_is_better() throws {
    let rows = [AttainmentTable.Row(20, 0.1), .init(30, 0.3), .init(40, 0.5)]
    var clauses: [Contract.Named] = [
      .init("fee", .fixedFee(FixedFee(amount: 100))),
      .init("answer", .serviceLevel(ServiceLevel(metric: "t", target: 19, comparison: .atMost))),
    ]
    for reading in AttainmentTable.Reading.allCases {
      let credit = TierCredit(
        level: "answer", table: AttainmentTable(rows, reading: reading))
      clauses.append(.init(reading.rawValue, .tierCredit(credit)))
    }
    let settled = try Bench(
      months: 5, metrics: [Metric(id: "t", name: "", link: .log, better: .lower)],
      attainments: ["t": [19, 20, 25, 30, 50]]
    ).settle(clauses)
    #expect(settled.amounts(of: "upper_row") == [0, 0, -10, -10, -50])
    #expect(settled.amounts(of: "lower_row") == [0, -10, -30, -30, -50])
    for (amount, expected) in zip(settled.amounts(of: "linear"), [0.0, -10, -20, -30, -50]) {
      #expect(abs(amount - expected) < 1e-12)
    }
  }

  @Test func a_month_without_a_default_is_not_credited_whatever_the_table_says() throws {
    let settled = try Self.settle(
      [0.85, 0.75], target: 0.8, ["credit": Self.tiers([(0.9, 0.1)])])
    #expect(settled.amounts(of: "credit") == [0, -10])
  }

  @Test func a_credit_of_next_months_charge_is_given_with_it() throws {
    let settled = try Bench(
      months: 4, volumes: ["calls": [100, 200, 400, 800]],
      attainments: ["answered": [0.5, 0.9, 0.5, 0.5]]
    ).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 1)), "answer": Self.level(0.9),
      "credit": Self.tiers([(0.9, 0.1)], base: CreditBase(amount: .nextMonth)),
    ])
    #expect(settled.amounts(of: "credit") == [0, -20, 0, -80])
  }

  @Test func a_credit_may_be_measured_by_some_prices_only() throws {
    let settled = try Self.settle(
      [0.5], target: 0.9,
      [
        "more": .fixedFee(FixedFee(amount: 900)),
        "credit": Self.tiers([(0.9, 0.1)], base: CreditBase(prices: ["fee"])),
        "whole": Self.tiers([(0.9, 0.1)]),
      ])
    #expect(settled.amount(of: "credit") == -10)
    #expect(settled.amount(of: "whole") == -100)
  }

  @Test func a_repeated_default_is_multiplied() throws {
    let settled = try Self.settle(
      [0.5, 0.5, 1, 0.5], target: 0.9,
      [
        "repeat": .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2)),
        "credit": Self.tiers([(0.9, 0.1)]),
      ])
    #expect(settled.amounts(of: "credit") == [-10, -20, 0, -10])
  }

  @Test func a_quarters_mean_is_credited_in_its_last_month() throws {
    let settled = try Bench(
      months: 6, attainments: ["answered": [0.9, 0.8, 0.6, 0.9, 0.9, 0.9]]
    ).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "answer": .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.9, comparison: .atLeast, measurement: .quarter)),
      "credit": Self.tiers([(0.9, 0.1), (0.77, 0.2), (0.7, 0.3)]),
    ])
    #expect(settled.amounts(of: "credit") == [0, 0, -20, 0, 0, 0])
  }

  @Test func a_default_without_a_report_is_credited_by_the_last_row() throws {
    let settled = try Bench(months: 2, attainments: ["answered": [.nan, 0.85]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "answer": .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.9, comparison: .atLeast, missesUnreported: true)),
      "credit": Self.tiers([(0.9, 0.1), (0.8, 0.2)]),
      "line": Self.tiers([(0.9, 0.1), (0.8, 0.2)], .linear),
    ])
    #expect(settled.amounts(of: "credit") == [-20, -10])
    #expect(settled.amount(of: "line", in: 1) == -20)
  }

  /// Tiers of sampled attainment against the table at the attainment that the ledger reports.
  @Test func sampled_attainment_is_credited_as_its_report_says() async throws {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let rows = [AttainmentTable.Row(0.82, 0.01), .init(0.81, 0.02), .init(0.7, 0.05)]
    let clauses: [Contract.Named] = [
      .init("fee", .fixedFee(FixedFee(amount: 1_000))), .init("answer", Self.level(0.82)),
      .init("credit", .tierCredit(TierCredit(level: "answer", table: AttainmentTable(rows)))),
    ]
    let contract = try Contract(id: "bid", clauses: clauses).resolved(
      in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    await forEverySeed(3) { seed in
      for future in UInt32(0)..<20 {
        let ledger = Sampled.ledger(of: contract, seed: seed, future: future)
        for entry in ledger.entries where contract.lines[entry.line].clause == "credit" {
          let attainment = ledger.months[entry.month - 1].levels[0].attainment ?? 1
          let share = rows.last { attainment < $0.threshold }?.value ?? 0
          #expect(abs(entry.amount + 1_000 * share) < 1e-9, "\(attainment)")
        }
      }
    }
  }
}
