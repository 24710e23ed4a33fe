import Contracts
import Decision
import Quantities
import Simulation
import Testing

@Suite struct CriteriaOverlapTests {
  private func overlap(_ event: Event, _ clauses: [Contract.Named]) -> CriteriaOverlap {
    CriteriaOverlap(event, [Small.bid("one", clauses)])
  }

  private func effects(_ event: Event, _ clauses: [Contract.Named]) -> [String: [String]] {
    let rows = overlap(event, clauses).rows.map { ($0.effect.rawValue, $0.criteria.map(\.id)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test func credits_count_where_cost_is_taken_after_them_alone() {
    var event = Small.event(criteria: Criterion.standard)
    let clauses = Small.credit(0.1) + [Small.loss(1)]
    #expect(
      effects(event, clauses) == [
        "charges": ["cost"], "credits": [], "loss": ["cost", "risk"],
      ])
    #expect(overlap(event, clauses).uncounted == [.credits])
    event.costBasis = .afterCredits
    #expect(overlap(event, clauses).countedTwice == [.credits, .loss])
  }

  @Test func answers_enter_compliance_alone_and_criteria_without_weight_are_none() {
    var event = Small.event(
      requirements: [Requirement(id: "a", framework: "F", text: "A")],
      criteria: Criterion.standard)
    event.criteria[1].weight = 0
    #expect(overlap(event, []).criteria.map(\.id) == ["cost", "compliance"])
    #expect(effects(event, []) == ["charges": ["cost"], "answers": ["compliance"]])
    #expect(overlap(event, []).countedTwice == [])
  }

  @Test func a_right_that_is_never_used_moves_nothing() {
    let event = Small.event(criteria: Criterion.standard)
    func rows(_ exercise: Exercise) -> [CriteriaOverlap.Effect] {
      let right = ChronicFailure(level: "good", defaults: 1, window: 1, exercise: exercise)
      return overlap(event, [Contract.Named("leave", .chronicFailure(right))]).rows.map(\.effect)
    }
    #expect(rows(.never) == [.charges])
    #expect(rows(.always) == [.charges, .leaving])
  }

  @Test func what_differs_between_futures_is_cost_and_risk() {
    let event = Small.event(criteria: Criterion.standard)
    let hidden = HiddenCost(probability: 0.5, amount: 1)
    let clauses = [
      Small.price(1), Contract.Named("more", .escalator(Escalator(rate: 0.02))),
      Contract.Named("hidden", .hiddenCost(hidden)),
      Contract.Named(
        "delay",
        .transitionDelay(
          TransitionDelay([.init(months: 1, probability: 1)], goLive: 1, todaysCost: [1]))),
      Contract.Named(
        "level", .levellingAdjustment(LevellingAdjustment(.error, of: "all", .amount(5, nil)))),
    ]
    #expect(
      effects(event, clauses) == [
        "charges": ["cost"], "demand": ["cost", "risk"], "indexation": ["cost", "risk"],
        "late_go_live": ["cost", "risk"], "hidden_costs": ["cost", "risk"],
        "levelling": ["cost"],
      ])
  }

  @Test func an_adjustment_with_a_spread_is_a_risk_too() {
    var bid = Small.bid("one")
    bid.adjustments = [
      StatedAdjustment(
        line: "all", kind: .exclusion, basis: .judgement, amount: 5,
        spread: .init(low: 1, high: 9), author: "me")
    ]
    let rows = CriteriaOverlap(Small.event(criteria: Criterion.standard), [bid]).rows
    #expect(rows.first { $0.effect == .levelling }?.criteria.map(\.id) == ["cost", "risk"])
  }

  @Test func a_need_with_a_loss_counts_twice_and_one_without_does_not() {
    let service = Criterion(
      measure: .service, weight: 1, scale: .linear(best: 1, worst: 0),
      needs: [Criterion.Need(metric: "quality", level: 0)])
    let event = Small.event(criteria: Criterion.standard + [service])
    #expect(effects(event, [Small.loss(2)])["loss"] == ["cost", "risk", "service"])
    #expect(effects(event, [Small.loss(2)])["attainment"] == nil)
    #expect(effects(event, [])["attainment"] == ["service"])
  }

  @Test func a_percentile_of_cost_beside_risk_counts_the_spread_twice() {
    var event = Small.event(criteria: Criterion.standard)
    event.criteria[0].statistic = .p90
    event.criteria.append(
      Criterion(measure: .scored, weight: 1, scale: .linear(best: 5, worst: 0), id: "team"))
    #expect(effects(event, [])["spread"] == ["cost", "risk"])
    #expect(effects(event, [])["judgement"] == ["team"])
  }

  @Test func criteria_count_by_what_the_method_uses() {
    var event = Small.event(criteria: Criterion.standard)
    event.method = .lowestPriceAcceptable
    #expect(overlap(event, []).criteria.map(\.id) == ["cost"])
    event.criteria[2].minimum = 50
    #expect(overlap(event, []).criteria.map(\.id) == ["cost", "compliance"])
    event.method = .costPerQualityPoint
    event.criteria[0].weight = 0
    #expect(overlap(event, []).criteria.map(\.id) == ["cost", "risk", "compliance"])
  }
}
