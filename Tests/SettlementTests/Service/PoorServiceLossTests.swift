import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct PoorServiceLossTests {
  @Test func the_page_says_what_poor_service_costs() throws {
    for row in try ClausePage("PoorServiceLoss").rows {
      let isPerUnit = row.says("volume")
      let metric = Metric(
        id: "m", name: "", link: try row.text("scale") == "share" ? .logit : .log,
        better: try #require(Metric.Direction(rawValue: try row.text("better"))))
      let settled = try Bench(
        volumes: ["calls": [isPerUnit ? try row.number("volume") : 77]], metrics: [metric],
        attainments: ["m": [row.says("attainment") ? try row.number("attainment") : .nan]]
      ).settle([
        "loss": .poorServiceLoss(
          PoorServiceLoss(
            metric: "m", need: try row.number("need"), lossPerPoint: try row.number("per point"),
            serviceLine: isPerUnit ? "calls" : nil))
      ])
      row.expect(settled.amount(of: "loss"), in: "loss")
      #expect(settled.loss == settled.cost)
    }
  }

  private static let loss = Clause.poorServiceLoss(
    PoorServiceLoss(metric: "answered", need: 0.75, lossPerPoint: 2))

  @Test func the_need_itself_costs_nothing() throws {
    let settled = try Bench(months: 3, attainments: ["answered": [0.75, 0.5, 1]])
      .settle(["loss": Self.loss])
    #expect(settled.amounts(of: "loss") == [0, 50, 0])
  }

  @Test func the_base_case_has_no_loss() throws {
    let settled = try Bench(months: 2).settle(["loss": Self.loss])
    #expect(settled.cost == 0)
    #expect(settled.ledger.entries.isEmpty)
  }

  @Test func a_month_without_a_value_costs_nothing_and_the_next_one_counts() throws {
    let settled = try Bench(months: 3, attainments: ["answered": [.nan, 0.5, .nan]])
      .settle(["loss": Self.loss])
    #expect(settled.amounts(of: "loss") == [0, 50, 0])
    #expect(settled.cost == 50)
  }

  @Test func zero_volume_loses_nothing() throws {
    let settled = try Bench(volumes: ["calls": [0]], attainments: ["answered": [0.1]]).settle([
      "loss": .poorServiceLoss(
        PoorServiceLoss(metric: "answered", need: 0.8, lossPerPoint: 1, serviceLine: "calls"))
    ])
    #expect(settled.cost == 0)
  }

  @Test func the_measured_attainment_is_not_rounded_as_reports_are() throws {
    let settled = try Bench(
      metrics: [Metric(id: "m", name: "", link: .identity, decimals: 0)],
      attainments: ["m": [4.75]]
    ).settle([
      "loss": .poorServiceLoss(PoorServiceLoss(metric: "m", need: 5, lossPerPoint: 8))
    ])
    #expect(settled.amount(of: "loss") == 2)
  }

  @Test func after_the_exit_the_loss_runs_on_where_the_replacement_states_nothing() throws {
    var leaving = Leaving(in: 1, months: 3)
    leaving.bench.attainments = ["answered": [0.5]]
    leaving.clauses["loss"] = Self.loss
    #expect(try leaving.settle().amounts(of: "loss") == [50, 50, 50])
  }

  @Test func after_the_exit_the_replacements_attainment_counts() throws {
    var leaving = Leaving(in: 1, notice: 1, months: 4)
    leaving.bench.attainments = ["answered": [0.5, 0.5, 0.25]]
    leaving.clauses["loss"] = Self.loss
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 1, base: .stated(0), attainment: ["answered": 0.625]))
    let settled = try leaving.settle()
    #expect(settled.amounts(of: "loss") == [50, 50, 25, 25])
    #expect(settled.amounts(of: "loss: after the exit") == [0, 0, 25, 25])
  }

  @Test func a_replacement_that_meets_the_need_ends_the_loss() throws {
    var leaving = Leaving(in: 1, months: 2)
    leaving.bench.attainments = ["answered": [0.5]]
    leaving.clauses["loss"] = Self.loss
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 1, base: .stated(0), attainment: ["answered": 0.9]))
    #expect(try leaving.settle().amounts(of: "loss") == [50, 0])
  }
}
