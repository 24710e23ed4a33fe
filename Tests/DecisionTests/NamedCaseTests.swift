import Contracts
import Futures
import Quantities
import Settlement
import Simulation
import Testing

/// What options cost in cases that are settled once, worked out by hand.
@Suite struct NamedCaseTests {
  /// The costs of `bids` in `named`; the index `wages` rises by a tenth a year.
  private static func costs(
    _ bids: [Bid], _ named: NamedCase, goLive: Int = 1, baseline: Int? = nil,
    basis: CostBasis = .beforeCredits
  ) throws -> [Double] {
    var event = Small.event(horizon: 24, goLive: goLive)
    (event.indices, event.startLevels) = (["wages"], [1])
    event.costBasis = basis
    let law = IndexDriver.Law.meanReverting(
      drift: 0.1, persistence: Parameter(0.5, scale: .atanh), spread: Parameter(0, scale: .log))
    let performance = Performance(metrics: [
      PerformanceDriver(
        metric: "quality", link: .identity, level: Parameter(4), spread: Parameter(1, scale: .log))
    ])
    let assumptions = Assumptions(
      horizon: 24,
      demand: event.serviceLines.map {
        DemandDriver(
          serviceLine: $0.id, forecast: $0.baseline, spread: Parameter(0, scale: .log))
      }, indices: [IndexDriver(id: "wages", law: law)], goLive: goLive)
    let options = try bids.map { try Option($0, in: event, performance: performance) }
    return NamedCaseCosts(named, options, baseline: baseline, of: event, assumptions).netPresent
  }

  @Test func a_case_that_changes_nothing_is_the_base_case() throws {
    #expect(try Self.costs([Small.bid("a", [Small.price(2)])], NamedCase(name: "x")) == [4_800])
  }

  @Test func volumes_are_multiples_of_the_baseline() throws {
    let low = NamedCase(name: "low", volumes: ["calls": 0.8])
    #expect(try Self.costs([Small.bid("a", [Small.price(2)])], low) == [3_840])
  }

  @Test func indices_are_multiples_from_month_2_on() throws {
    let clauses: [Contract.Named] = [
      .init("cola", .indexation(Indexation(index: "wages"))),
      .init("fee", .fixedFee(FixedFee(amount: 100, indexation: "cola"))),
    ]
    let base = try Self.costs([Small.bid("a", clauses)], NamedCase(name: "x"))
    let dear = try Self.costs(
      [Small.bid("a", clauses)], NamedCase(name: "dear", indices: ["wages": 1.05]))
    // The index moves from 1 to 1.1, and in the case to 1.155, by the adjustment of month 13.
    #expect(abs(base[0] - (1_200 + 1_320)) < 1e-9)
    #expect(abs(dear[0] - (1_200 + 1_386)) < 1e-9)
  }

  @Test(
    arguments: [
      (.level(-3), 24 * 30), (.change(-5), 24 * 10), (.change(-3), 0), (.level(0), 0),
    ] as [(NamedCase.Attainment, Double)])
  func attainment_is_a_level_or_a_change_of_what_is_known(
    _ attainment: NamedCase.Attainment, _ loss: Double
  ) throws {
    let named = NamedCase(name: "x", attainment: ["quality": attainment])
    #expect(try Self.costs([Small.bid("a", [Small.loss(10)])], named) == [loss])
  }

  @Test func credits_count_where_bids_are_compared_after_them() throws {
    let bad = NamedCase(name: "bad", attainment: ["quality": .level(-1)])
    let bid = Small.bid("a", [Small.fee(100)] + Small.credit(0.1))
    #expect(try Self.costs([bid], bad) == [2_400])
    #expect(try Self.costs([bid], bad, basis: .afterCredits) == [2_160])
  }

  @Test func before_a_late_go_live_bids_pay_for_today_as_it_is_in_the_case() throws {
    let bids = [
      Small.bid("a", [Small.fee(90), Small.once(7, in: 3)]),
      Small.bid("baseline", [Small.price(1)]),
    ]
    let late = NamedCase(name: "late", volumes: ["calls": 1.5], goLiveDelay: 2)
    // Months 3 and 4 cost 150 each instead of 90.
    let expected: [Double] = [22 * 90 + 7 + 2 * 150, 24 * 150]
    #expect(try Self.costs(bids, late, goLive: 3, baseline: 1) == expected)
  }

  @Test func a_late_bid_pays_for_today_from_go_live_on() throws {
    var event = Small.event(goLive: 3)
    event.horizon = 12
    let outcomes = [TransitionDelay.Outcome(months: 1, probability: 1)]
    let bid = Small.bid("a", [Small.fee(90)])
    let late = bid.goingLive(late: outcomes, in: event, [1, 2, 3, 4, 5])
    #expect(
      late.contract.clauses.last?.clause
        == .transitionDelay(TransitionDelay(outcomes, goLive: 3, todaysCost: [3, 4, 5])))
    #expect(late.goingLive(late: [], in: event, []) == bid)
  }
}
