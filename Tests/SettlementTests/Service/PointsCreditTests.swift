import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct PointsCreditTests {
  private static func level(_ metric: String) -> Clause {
    .serviceLevel(ServiceLevel(metric: metric, target: 0.99, comparison: .atLeast))
  }

  private static let bands = AttainmentTable([
    .init(0.99, 1), .init(0.98, 2), .init(0.97, 3), .init(0.96, 4),
  ])

  private static let metrics = ["a", "b"].map {
    Metric(id: $0, name: "", link: .logit, decimals: 1)
  }

  private static func settle(
    _ attainments: [String: [Double]], fee: Double = 10_000, _ credit: PointsCredit
  ) throws -> Settled {
    try Bench(
      months: attainments["a"]?.count ?? 1, metrics: metrics, attainments: attainments
    ).settle([
      "fee": .fixedFee(FixedFee(amount: fee)), "one": level("a"), "two": level("b"),
      "points": .pointsCredit(credit),
    ])
  }

  private static func credit(
    _ levels: [String] = ["one"], _ rate: PointsCredit.Rate = .perPoint(0.005),
    _ repeats: RepeatMultiplier? = RepeatMultiplier(run: 2, multiplier: 2),
    base: CreditBase = CreditBase()
  ) -> PointsCredit {
    PointsCredit(
      kpis: levels.map { .init(level: $0, table: bands) }, rate: rate, repeats: repeats, base: base)
  }

  @Test func the_page_says_what_points_come_to() throws {
    let all = try ClausePage("PointsCredit").rows
    for series in try Set(all.map { try $0.text("series") }).sorted() {
      let rows = try all.filter { try $0.text("series") == series }
      let attainments = try rows.map { try $0.number("attainment") }
      let settled = try Self.settle(["a": attainments], Self.credit())
      for row in rows {
        let month = Int(try row.number("month"))
        let note = settled.ledger.notes.first {
          $0.month == month && $0.figure == "points of one"
        }
        row.expect(try #require(note).value, in: "points")
        row.expect(settled.amount(of: "points", in: month), in: "credit")
      }
    }
  }

  @Test func points_of_all_levels_are_added_and_repeat_each_by_itself() throws {
    let settled = try Self.settle(
      ["a": [0.985, 0.985, 1], "b": [1, 0.95, 0.95]], Self.credit(["one", "two"]))
    #expect(settled.amounts(of: "points") == [-50, -300, -400])
  }

  @Test func a_table_gives_the_share_of_the_last_row_reached() throws {
    let table = AttainmentTable([.init(2, 0.02), .init(4, 0.1)], boundary: .inclusive)
    let settled = try Self.settle(
      ["a": [0.985, 0.975, 0.965, 0.9]], fee: 100, Self.credit(["one"], .table(table), nil))
    #expect(settled.amounts(of: "points") == [0, -2, -2, -10])
  }

  @Test func points_may_be_measured_by_the_next_months_charge() throws {
    let settled = try Self.settle(
      ["a": [0.985, 1, 0.9]], fee: 100,
      Self.credit(["one"], .perPoint(0.01), base: CreditBase(amount: .nextMonth)))
    #expect(settled.amounts(of: "points") == [0, -1, 0])
  }

  /// Every series of four months against points counted month by month.
  @Test func all_outcomes_of_four_months_give_the_points_counted() throws {
    let outcomes = [(0.995, 0.0), (0.985, 1), (0.955, 4)]
    let series = (0..<4).reduce([[(Double, Double)]]([[]])) { series, _ in
      series.flatMap { s in outcomes.map { s + [$0] } }
    }
    for months in series {
      let settled = try Self.settle(
        ["a": months.map(\.0)], fee: 1, Self.credit(["one"], .perPoint(1)))
      let points = months.indices.map { month in
        let isRepeated = month > 0 && months[month - 1].1 > 0
        return months[month].1 * (isRepeated ? 2 : 1)
      }
      #expect(settled.amounts(of: "points") == points.map { -$0 })
    }
  }
}
