import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct LinearCreditTests {
  private static func level(
    _ target: Double, _ comparison: ServiceLevel.Comparison = .moreThan,
    missesUnreported: Bool = false
  ) -> Clause {
    .serviceLevel(
      ServiceLevel(
        metric: "answered", target: target, comparison: comparison,
        missesUnreported: missesUnreported))
  }

  @Test func the_page_says_what_points_below_are_credited() throws {
    for row in try ClausePage("LinearCredit").rows {
      let credit = LinearCredit(
        level: "answer", from: try row.number("from"), perPoint: try row.number("per point"),
        step: try row.number("step"),
        partSteps: try #require(.init(rawValue: try row.text("part steps"))))
      let settled = try Bench(attainments: ["answered": [try row.number("attainment")]]).settle([
        "fee": .fixedFee(FixedFee(amount: try row.number("charge"))),
        "answer": Self.level(try row.number("target")), "credit": .linearCredit(credit),
      ])
      row.expect(settled.amount(of: "credit"), in: "credit")
    }
  }

  @Test(arguments: 0...40)
  func whole_steps_are_whole_whatever_their_binary_fractions(_ points: Int) throws {
    let attainment = Double(100 - points) / 100
    func credit(_ parts: LinearCredit.PartSteps) -> Clause {
      .linearCredit(
        LinearCredit(level: "answer", from: 1, perPoint: 0.01, partSteps: parts))
    }
    let settled = try Bench(attainments: ["answered": [attainment]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level(1),
      "floor": credit(.floor), "ceiling": credit(.ceiling),
    ])
    #expect(abs(settled.amount(of: "floor") + Double(points)) < 1e-9)
    #expect(abs(settled.amount(of: "ceiling") + Double(points)) < 1e-9)
  }

  @Test func points_are_seconds_above_where_lower_is_better() throws {
    let settled = try Bench(
      months: 3, metrics: [Metric(id: "time", name: "", link: .log, better: .lower)],
      attainments: ["time": [20, 23.5, 90]]
    ).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "answer": .serviceLevel(ServiceLevel(metric: "time", target: 20, comparison: .atMost)),
      "credit": .linearCredit(
        LinearCredit(level: "answer", from: 20, perPoint: 0.0625, cap: 0.25)),
    ])
    #expect(settled.amounts(of: "credit") == [0, -21.875, -25])
  }

  @Test func a_default_without_a_report_costs_the_cap() throws {
    let settled = try Bench(attainments: ["answered": [.nan]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level(0.9, missesUnreported: true),
      "credit": .linearCredit(
        LinearCredit(level: "answer", from: 0.9, perPoint: 0.01, cap: 0.125)),
    ])
    #expect(settled.amount(of: "credit") == -12.5)
  }
}
