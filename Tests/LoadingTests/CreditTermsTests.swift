import Contracts
import Loading
import Quantities
import Testing

/// The clause that one more term makes.
private func clause(
  _ old: String, _ new: String, _ name: String, where belongs: (Clause) -> Bool = { _ in true }
) throws -> Clause? {
  let bid = try EventFixture().replacing(old, with: new).load().bids.first
  return bid?.contract.clauses.last { $0.name == name && belongs($0.clause) }?.clause
}

private func credit(_ keys: String, _ name: String) throws -> Clause? {
  try clause("    cap: 12%", "    \(keys)\n    cap: 12%", name) { clause in
    switch clause {
    case .serviceLevel, .fixedCredit: false
    default: true
    }
  }
}

@Suite struct CreditTermsTests {
  @Test func a_level_is_read_with_all_its_switches() throws {
    let level = try clause(
      "from: 4}",
      """
      from: 4, class: critical, trigger: {misses: 3, window: 6 months, reset: true},
            expected: {target: 90%, defaults: 4, window: 12}, measured: {rolling: 3 months},
            tail: {metric: wait, target: 90, compare: at_most}, excluded: [9, 7], unreported: default}
      """, "answer")
    #expect(
      level
        == .serviceLevel(
          ServiceLevel(
            metric: "speed", target: 0.8, comparison: .atLeast, firstMonth: 4,
            trigger: .init(misses: 3, window: 6, resets: true),
            expected: .init(target: 0.9, defaults: 4, window: 12),
            tail: .init(metric: "wait", target: 90, comparison: .atMost),
            measurement: .rolling(months: 3), excluded: [7, 9], missesUnreported: true)))
    let quarter = try clause("from: 4}", "measured: quarter}", "answer")
    #expect(
      quarter
        == .serviceLevel(
          ServiceLevel(
            metric: "speed", target: 0.8, comparison: .atLeast, measurement: .quarter)))
  }

  @Test func a_tier_credit_is_read_with_all_its_switches() throws {
    let tiers = try credit(
      """
      tiers: {queue: {rows: [{above: 60, share: 2%}, {above: 90, share: 5%}], between: linear,
                boundary: inclusive, of: [fee], base: next_month, users: {affected: chat, total: voice}}}
      """, "queue")
    #expect(
      tiers
        == .tierCredit(
          TierCredit(
            level: "queue",
            table: AttainmentTable(
              [.init(60, 0.02), .init(90, 0.05)], reading: .linear, boundary: .inclusive),
            users: .init(affected: "chat", total: "voice"),
            base: CreditBase(prices: ["fee"], amount: .nextMonth))))
    #expect(
      try credit("tiers: {answer: {rows: [{below: 80%, share: 2%}]}}", "answer")
        == .tierCredit(TierCredit(level: "answer", table: AttainmentTable([.init(0.8, 0.02)]))))
  }

  @Test func a_linear_credit_begins_at_the_target_where_nothing_else_is_stated() throws {
    #expect(
      try credit("linear: {answer: {per_point: 0.5%}}", "answer")
        == .linearCredit(LinearCredit(level: "answer", from: 0.8, perPoint: 0.005)))
    #expect(
      try credit(
        """
        linear: {answer: {from: 98%, per_point: 2%, step: 0.5, part_steps: ceiling, cap: 10%,
                  base: {stated: 100}}}
        """, "answer")
        == .linearCredit(
          LinearCredit(
            level: "answer", from: 0.98, perPoint: 0.02, step: 0.5, partSteps: .ceiling, cap: 0.1,
            base: CreditBase(amount: .stated(100)))))
  }

  @Test func points_are_read_with_either_rate() throws {
    let levels = "levels: {answer: {rows: [{below: 80%, points: 1}, {below: 70%, points: 3}]}}"
    let kpi = PointsCredit.Kpi(
      level: "answer", table: AttainmentTable([.init(0.8, 1), .init(0.7, 3)]))
    #expect(
      try credit("points: {\(levels), per_point: 0.5%}", "points")
        == .pointsCredit(PointsCredit(kpis: [kpi], rate: .perPoint(0.005))))
    let table = "table: [{from: 5, share: 0%}, {from: 10, share: 2%}]"
    #expect(
      try credit("points: {\(levels), repeat: {from: 2, multiplier: 2}, \(table)}", "points")
        == .pointsCredit(
          PointsCredit(
            kpis: [kpi],
            rate: .table(AttainmentTable([.init(5, 0), .init(10, 0.02)], boundary: .inclusive)),
            repeats: RepeatMultiplier(run: 2, multiplier: 2))))
  }

  @Test func an_amount_is_read_by_the_point_or_by_the_default() throws {
    #expect(
      try credit("unit: {answer: {amount: 5, times: [voice, chat]}}", "answer")
        == .unitCredit(
          UnitCredit(level: "answer", amount: 5, pointsFrom: 0.8, volumes: ["voice", "chat"])))
    #expect(
      try credit("unit: {answer: {amount: 250, per_point: false}}", "answer")
        == .unitCredit(UnitCredit(level: "answer", amount: 250)))
  }

  @Test func rules_and_caps_are_read_in_each_of_their_forms() throws {
    #expect(
      try credit("simultaneous: highest", "simultaneous") == .simultaneity(Simultaneity(.highest)))
    #expect(
      try credit("simultaneous: {flat: 5%}", "simultaneous")
        == .simultaneity(Simultaneity(.flat(0.05))))
    #expect(try credit("simultaneous: additive", "simultaneous") == nil)
    #expect(
      try clause("    cap: 12%", "    cap: {amount: 5000}", "cap")
        == .creditCap(CreditCap(amount: 5_000)))
    #expect(
      try credit("annual_cap: {share: 100%, of: previous_year_month}", "annual_cap")
        == .longCreditCap(
          LongCreditCap(.previousYear(months: 1, firstYear: nil), window: .year)))
    #expect(
      try credit("annual_cap: {share: 10%}", "annual_cap")
        == .longCreditCap(LongCreditCap(.charges(share: 0.1), window: .year)))
    #expect(
      try credit("annual_cap: {amount: 9, year: calendar}", "annual_cap")
        == .longCreditCap(LongCreditCap(.amount(9), window: .calendarYear)))
    #expect(
      try credit(
        "rolling_cap: {share: 10%, opening: {charges: 110, credits: 11.01}}", "rolling_cap")
        == .longCreditCap(
          LongCreditCap(
            .charges(share: 0.1), window: .rolling(months: 12),
            opening: .init(charges: 110, credits: 11.01))))
  }

  @Test func earn_backs_and_the_terms_of_credits_are_read() throws {
    #expect(
      try credit("earn_back: {clean: 2, levels: [answer]}", "earn_back")
        == .earnBack(EarnBack(.clean(periods: 2, of: .quarter, levels: ["answer"]))))
    #expect(
      try credit("earn_back: {clean: 3, period: month, share: 50%}", "earn_back")
        == .earnBack(EarnBack(.clean(periods: 3, of: .month, levels: nil), share: 0.5)))
    #expect(
      try credit("earn_back: {above: {level: queue, attainment: 30}}", "earn_back")
        == .earnBack(EarnBack(.above(level: "queue", attainment: 30))))
    #expect(
      try credit("sole_remedy: false", "credits")
        == .creditTerms(CreditTerms(isSoleRemedy: false)))
    #expect(
      try credit("settled: quarterly", "credits") == .creditTerms(CreditTerms(settled: .quarterly)))
    #expect(try clause("    cap: 12%", "    cap: 12%", "credits") == nil)
  }

  @Test func ratchets_and_bonuses_are_read() throws {
    #expect(
      try clause(
        "  rights:", "  ratchets: {answer: {after: 6 months, at_most: 10%}}\n  rights:", "answer"
      ) {
        if case .ratchet = $0 { true } else { false }
      } == .ratchet(Ratchet(level: "answer", months: 6, limit: 0.1)))
    let bonus = "{metric: wait, neutral: 60, best: 30, bonus: 100, worst: 90, deduction: 50}"
    #expect(
      try clause("  rights:", "  bonuses: {quick: \(bonus)}\n  rights:", "quick")
        == .bonus(
          Bonus(
            metric: "wait", neutral: 60, best: 30, bonus: 100, worst: 90, deduction: 50)))
  }

  static let faults = [
    FaultCase(
      "from: 4}", "from: 4, trigger: {misses: 4, window: 3}}",
      "event.yaml:25:88: terms/service_levels/answer/trigger/misses: expected no more defaults "
        + "than months in the window, found 4"),
    FaultCase(
      "from: 4}", "from: 4, expected: {target: 190%, defaults: 4, window: 12}}",
      "event.yaml:25:89: terms/service_levels/answer/expected/target: expected a value in the "
        + "range of a share, found 190%"),
    FaultCase(
      "from: 4}", "from: 4, class: key}",
      "event.yaml:31:7: terms/credits/allocation/answer: expected a service level whose class is "
        + "critical, found answer"),
    FaultCase(
      "from: 4}", "from: 4, excluded: [25]}",
      "event.yaml:25:81: terms/service_levels/answer/excluded/1: expected 1 to 24, found 25"),
    FaultCase(
      "    cap: 12%",
      "    tiers: {answer: {rows: [{below: 70%, share: 2%}, {below: 80%, share: 3%}]}}",
      "event.yaml:34:28: terms/credits/tiers/answer/rows: expected rows that fall from the first "
        + "to the last, found a list of 2"),
    FaultCase(
      "    cap: 12%", "    tiers: {answer: {rows: [{above: 70%, share: 2%}]}}",
      "event.yaml:34:29: terms/credits/tiers/answer/rows/1/below: missing\n"
        + "event.yaml:34:30: terms/credits/tiers/answer/rows/1/above: unknown key"),
    FaultCase(
      "    cap: 12%", "    linear: {answer: {per_point: 1%, of: [fees]}}",
      "event.yaml:34:43: terms/credits/linear/answer/of/1: expected a name declared under "
        + "prices.csv or terms/prices, found fees; did you mean fee?"),
    FaultCase(
      "    cap: 12%", "    points: {levels: {queue: {rows: []}}, per_point: 1%}",
      "event.yaml:34:37: terms/credits/points/levels/queue/rows: expected rows that rise from "
        + "the first to the last, found a list of 0"),
    FaultCase(
      "    cap: 12%", "    unit: {answer: {amount: 5, times: [voise]}}",
      "event.yaml:34:40: terms/credits/unit/answer/times/1: expected a name declared under "
        + "service_lines, found voise; did you mean voice?"),
    FaultCase(
      "    cap: 12%", "    earn_back: {clean: 0}",
      "event.yaml:34:24: terms/credits/earn_back/clean: expected 1 to 120, found 0"),
    FaultCase(
      "    cap: 12%", "    annual_cap: {share: 10%, amount: 5}",
      "event.yaml:34:5: terms/credits/annual_cap: expected exactly one of share, amount, found "
        + "share, amount"),
    FaultCase(
      "  rights:", "  ratchets: {queue: {at_most: 10%}}\n  rights:",
      "event.yaml:35:31: terms/ratchets/queue/at_most: expected nothing here, but for a metric "
        + "whose scale is share, found 10%"),
    FaultCase(
      "  rights:",
      "  bonuses: {quick: {metric: wait, neutral: 60, best: 90, bonus: 1}}\n  rights:",
      "event.yaml:35:54: terms/bonuses/quick/best: expected an attainment better than neutral, "
        + "found 90"),
  ]

  @Test(arguments: faults) func faults_of_credits_tell_their_place(_ fault: FaultCase) throws {
    try fault.check()
  }
}
