import Contracts
import Futures
import Quantities
import Settlement
import TestKit
import Testing

@testable import Simulation

/// The simulated mean of every control lies where its exact mean says.
@Suite struct ControlMeanTests {
  private static func demand(
    _ line: String, _ reading: DemandDriver.Reading, start: Start
  ) -> DemandDriver {
    DemandDriver(
      serviceLine: line, forecast: (1...26).map { 900 + 10 * Double($0) }, reading: reading,
      persistence: Parameter(0.7, scale: .atanh), spread: Parameter(0.1, scale: .log),
      growth: Parameter(0.03, error: 0.05), start: start)
  }

  private static let shaken = DemandDriver(
    serviceLine: "cases", forecast: Array(repeating: 400, count: 26),
    persistence: Parameter(0.6, error: 0.3, scale: .atanh),
    spread: Parameter(0.1, error: 0.3, scale: .log),
    steps: [.init(month: 5, size: -0.3, probability: 0.5), .init(month: 9, size: 0.1)],
    shocks: .init(perYear: 2, mean: 0.1, spread: 0.2, persistence: 0.7),
    start: .observed(value: 0.2, months: 1))

  private static let market = Market(
    horizon: 26,
    demand: [
      demand("voice", .mean, start: .observed(value: 0.1, months: 3)),
      demand("chat", .median, start: .stationary), shaken,
    ],
    indices: [
      IndexDriver(
        id: "cpi",
        law: .geometric(drift: 0.03, spread: Parameter(0.05, error: 0.3, scale: .log))),
      IndexDriver(
        id: "wages",
        law: .meanReverting(
          drift: 0.02, persistence: Parameter(0.9, error: 0.2, scale: .atanh),
          spread: Parameter(0.01, error: 0.2, scale: .log))),
    ],
    correlation: Correlation([
      [1, 0.6, 0.2, 0.3, 0], [0.6, 1, 0, 0, 0], [0.2, 0, 1, 0, 0], [0.3, 0, 0, 1, 0.2],
      [0, 0, 0, 0.2, 1],
    ]),
    metrics: ["a", "b", "c", "d"].map { Metric(id: $0, name: $0, link: .logit, decimals: 3) },
    discounting: Discounting(rate: 0.08), goLive: 3)

  private static func driver(
    _ metric: String, level: Parameter = Parameter(1.3), links: [String: Parameter] = [:],
    spread: Parameter = Parameter(0.6, scale: .log),
    persistence: Parameter = Parameter(0.5, scale: .atanh), start: Start = .stationary
  ) -> PerformanceDriver {
    PerformanceDriver(
      metric: metric, link: .logit, level: level, spread: spread, persistence: persistence,
      demandLinks: links, learning: -0.4, trend: 0.1, commonShare: 0.3, start: start)
  }

  private static let metrics = [
    driver("a", links: ["voice": Parameter(-2), "chat": Parameter(-1)]),
    driver(
      "b", level: Parameter(1.3, error: 0.3), spread: Parameter(0.6, error: 0.3, scale: .log)),
    driver(
      "c", persistence: Parameter(0.8, error: 0.3, scale: .atanh),
      start: .observed(value: -1.5, months: 2)),
    driver("d", links: ["voice": Parameter(-2, error: 1)], start: .zero),
  ]

  /// A bid with four levels, credited each, and a right on one of them.
  private static func option(
    rightOn watched: String = "la", defaults: Int = 2, window: Int = 4
  ) throws -> Option {
    let levels: [(String, ServiceLevel)] = [
      ("la", ServiceLevel(metric: "a", target: 0.75, comparison: .atLeast, firstMonth: 4)),
      ("lb", ServiceLevel(metric: "b", target: 0.7, comparison: .moreThan)),
      ("lc", ServiceLevel(metric: "c", target: 0.85, comparison: .atMost)),
      ("ld", ServiceLevel(metric: "d", target: 0.9, comparison: .lessThan, firstMonth: 14)),
    ]
    let credits = levels.enumerated().map { place, level in
      (
        "credit-\(level.0)",
        Clause.fixedCredit(FixedCredit(level: level.0, share: 0.02 + 0.01 * Double(place)))
      )
    }
    let rest: [(String, Clause)] = [
      ("cola", .indexation(Indexation(index: "wages", share: 0.8))),
      ("fee", .fixedFee(FixedFee(amount: 1000, indexation: "cola"))),
      (
        "right",
        .chronicFailure(
          ChronicFailure(level: watched, defaults: defaults, window: window, exercise: .always))
      ),
      ("next", .replacement(Replacement(multiple: 1.1, base: .stated(900)))),
    ]
    let clauses = levels.map { ($0.0, Clause.serviceLevel($0.1)) } + credits + rest
    let contract = Contract(id: "north", clauses: clauses.map { .init($0.0, $0.1) })
    return try Option(
      Bid(id: "north", name: "north", contract: contract), in: market.event(),
      performance: Performance(
        metrics: metrics,
        correlation: Correlation([
          [1, 0.5, 0, 0], [0.5, 1, 0.2, 0], [0, 0.2, 1, 0], [0, 0, 0, 1],
        ])))
  }

  @Test func every_control_has_its_exact_mean() async throws {
    let option = try Self.option()
    let plan = ControlPlan([option], Self.market.assumptions)
    #expect(plan.missing.isEmpty)
    #expect(
      plan.controls.map(\.subject) == [
        .volume(line: "voice"), .volume(line: "chat"), .volume(line: "cases"),
        .index(id: "cpi"), .index(id: "wages"), .creditedDefaults(option: "north"),
        .rightDefaults(option: "north"), .rightPairs(option: "north"),
      ])
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.experiment([option], futures: 25_600, seed: seed)
        .run(threads: 2).controls
      for (place, control) in plan.controls.enumerated() {
        let n = 25_600.0
        let mean = tally.sums[place].value / n
        let variance = tally.product(place, place) / n - mean * mean
        #expect(variance > 1e-3, "\(control.subject) does not vary")
        expectClose(mean, 0, standardError: (variance / n).squareRoot(), seed: seed)
      }
    }
  }

  /// Bounds above and below, uncertain coefficients, remembered starts, months without a level, a
  /// window at whose end a pair reaches back, and one that no word can remember in full.
  @Test(arguments: [("la", 3, 9), ("lb", 2, 3), ("lc", 3, 5), ("ld", 2, 12)])
  func pairs_of_defaults_have_their_exact_mean(
    level: String, defaults: Int, window: Int
  ) async throws {
    let option = try Self.option(rightOn: level, defaults: defaults, window: window)
    let plan = ControlPlan([option], Self.market.assumptions)
    #expect(plan.missing.isEmpty)
    let place = try #require(
      plan.controls.firstIndex { $0.subject == .rightPairs(option: "north") })
    await forEverySeed(seedCount) { seed in
      let n = 25_600.0
      let tally = await Self.market.experiment([option], futures: Int(n), seed: seed)
        .run(threads: 2).controls
      let mean = tally.sums[place].value / n
      let variance = tally.product(place, place) / n - mean * mean
      #expect(variance > 1e-3)
      expectClose(mean, 0, standardError: (variance / n).squareRoot(), seed: seed)
    }
  }

  @Test func a_right_on_a_single_default_has_no_pairs() throws {
    let plan = try ControlPlan([Self.option(defaults: 1, window: 6)], Self.market.assumptions)
    #expect(plan.controls.last?.subject == .rightDefaults(option: "north"))
    #expect(plan.missing.isEmpty)
  }

  /// Two uncertain coefficients are integrated over for a month, and not for two.
  @Test func where_only_pairs_are_not_known_that_is_said() throws {
    var metrics = Self.metrics
    metrics[0] = Self.driver(
      "a", spread: Parameter(0.6, error: 0.3, scale: .log),
      persistence: Parameter(0.5, error: 0.2, scale: .atanh))
    let option = try Self.option().performing(
      as: Performance(metrics: metrics, correlation: .identity(4)))
    let plan = ControlPlan([option], Self.market.assumptions)
    #expect(
      plan.missing == [
        .init(subject: .pairs(option: "north", level: "la"), reason: .severalUncertain)
      ])
    #expect(plan.controls.last?.subject == .rightDefaults(option: "north"))
  }

  @Test func an_option_whose_laws_are_not_known_has_no_count_and_says_why() throws {
    var metrics = Self.metrics
    metrics[1].sample = .cases(40)
    metrics[0].demandLinks["cases"] = Parameter(-1)
    let option = try Self.option().performing(
      as: Performance(metrics: metrics, correlation: .identity(4)))
    let plan = ControlPlan([option], Self.market.assumptions)
    #expect(
      plan.missing == [
        .init(subject: .defaults(option: "north", level: "la"), reason: .uncertainDemand),
        .init(subject: .defaults(option: "north", level: "lb"), reason: .measuredOfSample),
      ])
    // The levels that are left are counted; none of them gives a right.
    #expect(plan.controls.last?.subject == .creditedDefaults(option: "north"))
    for (weight, truth) in zip(plan.counts[0][0].weights, [0.0, 0, 0.8, 1]) {
      #expect(abs(weight - truth) < 1e-12)
    }
  }
}
