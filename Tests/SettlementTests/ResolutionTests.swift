import Contracts
import TestKit
import Testing

@testable import Settlement

@Suite struct ResolutionTests {
  private static let level = Clause.serviceLevel(
    ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))

  static let unknown: [(clause: Clause, what: String)] = [
    (.indexation(Indexation(index: "nobody")), "index"),
    (.escalator(Escalator(rate: 0.1, on: "nobody")), "indexation"),
    (.currencyShare(CurrencyShare(index: "nobody", baseline: 1, share: 1)), "index"),
    (
      .includedVolume(IncludedVolume(serviceLine: "nobody", amount: 1, included: 1, price: 1)),
      "service line"
    ),
    (.staffCharge(StaffCharge(.volume(of: "nobody"), rate: 1)), "service line"),
    (.peakPrice(PeakPrice(serviceLine: "nobody", price: 1)), "service line"),
    (.costPlus(CostPlus(serviceLine: "nobody")), "service line"),
    (.minimumFee(MinimumFee(amount: 1, of: ["nobody"])), "price"),
    (.hiddenCost(HiddenCost(probability: 1, amount: 1, indexation: "nobody")), "indexation"),
    (.fixedFee(FixedFee(amount: 1, indexation: "nobody")), "indexation"),
    (.unitPrice(UnitPrice(serviceLine: "nobody", price: 1)), "service line"),
    (
      .unitPrice(UnitPrice(serviceLine: "calls", price: 1, indexation: "nobody")), "indexation"
    ),
    (
      .tieredPrice(TieredPrice(serviceLine: "nobody", tiers: [.init(from: 0, price: 1)])),
      "service line"
    ),
    (.oneOffFee(OneOffFee(amount: 1, month: 1, indexation: "nobody")), "indexation"),
    (
      .volumeBand(VolumeBand(serviceLine: "nobody", deadband: 0, arc: 1, rrc: 1)), "service line"
    ),
    (
      .serviceLevel(ServiceLevel(metric: "nobody", target: 1, comparison: .atLeast)),
      "metric with a performance"
    ),
    (
      .atRiskCredit(
        AtRiskCredit(atRisk: 0.1, allocations: [.init(level: "nobody", pool: 1, share: 1)])),
      "service level"
    ),
    (.fixedCredit(FixedCredit(level: "nobody", share: 0.1)), "service level"),
    (
      .poorServiceLoss(PoorServiceLoss(metric: "nobody", need: 1, lossPerPoint: 1)),
      "metric with a performance"
    ),
    (
      .poorServiceLoss(
        PoorServiceLoss(metric: "answered", need: 1, lossPerPoint: 1, serviceLine: "nobody")),
      "service line"
    ),
    (
      .chronicFailure(ChronicFailure(level: "nobody", defaults: 1, window: 1)), "service level"
    ),
    (
      .terminationFee(TerminationFee(multiple: 1, base: .lastInvoice, indexation: "nobody")),
      "indexation"
    ),
    (
      .replacement(Replacement(multiple: 1, base: .lastInvoice, indexation: "nobody")), "indexation"
    ),
  ]

  @Test(arguments: unknown)
  func a_name_that_nothing_bears_is_an_error(_ clause: Clause, _ what: String) {
    #expect(
      throws: ResolutionError(
        option: "bid", clause: "culprit", reason: .unknown(what: what, name: "nobody"))
    ) {
      try Bench().resolved([.init("fee", .fixedFee(FixedFee(amount: 1))), .init("culprit", clause)])
    }
  }

  @Test func a_name_is_sought_among_the_clauses_of_its_kind_alone() {
    #expect(throws: ResolutionError.self) {
      try Bench().resolved([
        .init("nobody", .fixedFee(FixedFee(amount: 1))),
        .init("credit", .fixedCredit(FixedCredit(level: "nobody", share: 0.1))),
      ])
    }
  }

  @Test func a_performance_of_a_metric_that_the_event_does_not_have_is_an_error() throws {
    let event = try Bench().event()
    #expect(
      throws: ResolutionError(
        option: "bid", clause: "performance", reason: .unknown(what: "metric", name: "nobody"))
    ) {
      try Contract(id: "bid", clauses: []).resolved(in: event, metrics: ["nobody", "answered"])
    }
  }

  @Test func a_right_that_may_be_exercised_needs_a_replacement() {
    for exercise in [
      Exercise.always, .withProbability(0.1), .whenCheaper(first: 1, interval: 1),
    ] {
      #expect(
        throws: ResolutionError(option: "bid", clause: "rights", reason: .noReplacement)
      ) {
        try Bench().resolved(Self.right(exercise))
      }
    }
  }

  @Test func a_right_that_is_never_exercised_needs_none() throws {
    let resolved = try Bench().resolved(Self.right(.never))
    #expect(!resolved.mayExit)
    #expect(resolved.rights == ["right"])
  }

  private static func right(_ exercise: Exercise) -> [Contract.Named] {
    [
      .init("answer", level),
      .init(
        "right",
        .chronicFailure(
          ChronicFailure(level: "answer", defaults: 1, window: 1, exercise: exercise))),
    ]
  }

  @Test func a_termination_fee_cannot_be_what_the_contract_would_have_charged() {
    #expect(
      throws: ResolutionError(option: "bid", clause: "exit", reason: .impossibleBase)
    ) {
      try Bench().resolved([
        .init("exit", .terminationFee(TerminationFee(multiple: 1, base: .contractCharge)))
      ])
    }
  }

  @Test func a_right_by_chance_asks_for_a_uniform_of_its_own() throws {
    let resolved = try Bench().resolved(
      Self.right(.withProbability(0.5)) + [
        .init("takeover", .replacement(Replacement(multiple: 1, base: .stated(1))))
      ])
    #expect(resolved.uniforms == ["right/bid/right"])
    #expect(resolved.mayExit)
    #expect(resolved.reviewMonths.isEmpty)
  }

  @Test func a_right_that_is_reviewed_says_its_months() throws {
    let resolved = try Bench(months: 6).resolved([
      .init("answer", Self.level),
      .init("first", .chronicFailure(ChronicFailure(level: "answer", defaults: 1, window: 1))),
      .init(
        "second",
        .chronicFailure(
          ChronicFailure(
            level: "answer", defaults: 1, window: 1, exercise: .whenCheaper(first: 2, interval: 3),
            notice: 3))),
      .init("takeover", .replacement(Replacement(multiple: 1, base: .stated(1)))),
    ])
    let months = Array(stride(from: 2, through: resolved.horizon, by: 3))
    #expect(resolved.reviewMonths == months && !months.isEmpty)
  }

  @Test func the_baseline_charge_is_the_mean_of_the_months_without_indexation() throws {
    let bench = Bench(
      months: 2, volumes: ["calls": [1, 1]], baseline: ["calls": [10, 30]],
      indices: ["cpi": [5, 5]])
    let resolved = try bench.resolved([
      .init("cola", .indexation(Indexation(index: "cpi", firstMonth: 2))),
      .init(
        "price", .unitPrice(UnitPrice(serviceLine: "calls", price: 2, indexation: "cola"))),
      .init("setup", .oneOffFee(OneOffFee(amount: 1_000, month: 1))),
    ])
    #expect(resolved.meanBaselineCharge == 40)
  }

  @Test func the_order_in_which_clauses_are_declared_does_not_matter() async throws {
    let bench = Bench(
      months: 24, volumes: ["calls": [900, 1_200, 700], "chats": [300, 410, 200]],
      metrics: Sampled.metrics,
      attainments: ["answered": [0.7, 0.9, 0.6], "time": [15, 25, 35], "score": [3, 4, 5]],
      indices: ["cpi": [1, 1.02, 1.07], "wages": [1, 1.01, 1.05]])
    let clauses = EveryClause.clauses(base: .trailingMean(months: 5), .always)
    let declared = try bench.settle(clauses)
    #expect(declared.isLeft)
    let cost = declared.cost
    let amounts = Dictionary(
      uniqueKeysWithValues: declared.contract.lines.map {
        ($0.title, declared.amounts(of: $0.title))
      })
    await forEverySeed(20) { seed in
      var generator = SplitMix64(seed: seed)
      let shuffled = try bench.settle(clauses.shuffled(using: &generator))
      for (title, amounts) in amounts {
        for (one, other) in zip(amounts, shuffled.amounts(of: title)) {
          #expect(abs(one - other) <= 1e-12 * abs(one), "\(title)")
        }
      }
      #expect(abs(cost - shuffled.cost) <= 1e-12 * cost)
    }
  }

  @Test func lines_are_in_order_of_calculation_and_say_whose_they_are() throws {
    let resolved = try Bench().resolved([
      .init("cap", .creditCap(CreditCap(share: 0.1))),
      .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.1))),
      .init("answer", Self.level), .init("fee", .fixedFee(FixedFee(amount: 1))),
    ])
    #expect(resolved.lines.map(\.title) == ["fee", "credit: answer", "cap: lost to the cap"])
    #expect(resolved.lines.map(\.kind) == [.charge, .credit, .credit])
    #expect(resolved.clauses.map(\.name) == ["fee", "answer", "credit", "cap"])
  }
}
