import Contracts
import Simulation
import TestKit
import Testing

@testable import Decision

/// Simulated bids under each of the formulas.
@Suite struct MethodRankingTests {
  private static func comparison(
    _ event: Event, _ bids: [Bid], levels: [String: Double] = [:], futures: Int = 1_024,
    demandSpread: Double = 0.2, seed: UInt64 = 1
  ) async throws -> Comparison {
    let experiment = try Small.experiment(
      event, bids, levels: levels, demandSpread: demandSpread, futures: futures, seed: seed)
    return await Comparison(event, experiment, experiment.run(threads: 1))
  }

  private static func event(
    _ criteria: [Criterion], _ method: RankingMethod = .weightedValue
  ) -> Event {
    var event = Small.event(
      requirements: [Requirement(id: "r", framework: "F", text: "")], criteria: criteria)
    event.method = method
    return event
  }

  private static let met = ["r": Answer(status: .comply, evidence: .independentAudit)]
  private static let partly = ["r": Answer(status: .partial, evidence: .independentAudit)]

  private static func compliance(_ weight: Double, minimum: Double? = nil) -> Criterion {
    Criterion(
      measure: .compliance, weight: weight, scale: .linear(best: 1, worst: 0), minimum: minimum)
  }

  // A fee of 500 is dearer than 4 a call of 100 calls in the mean, and cheaper than the worst of it.
  @Test(
    arguments: [
      (.mean, ["b", "a"]), (.p80, ["b", "a"]), (.p90, ["a", "b"]), (.cvar95, ["a", "b"]),
    ] as [(Criterion.Statistic, [String])])
  func the_figure_of_the_cost_that_is_compared_decides(
    _ statistic: Criterion.Statistic, _ order: [String]
  ) async throws {
    let criteria = [
      Criterion(
        measure: .cost, weight: 1, scale: .lowestOverOwn, statistic: statistic)
    ]
    var event = Self.event(criteria)
    event.horizon = 1
    event.serviceLines[0].baseline = [100]
    // Lognormal with σ = 0.2: P80 = 400 · exp(0.2 · 0.8416 − 0.02) = 464, P90 = 507, CVaR95 = 594.
    let bids = [Small.bid("a", [Small.fee(500)]), Small.bid("b", [Small.price(4)])]
    let comparison = try await Self.comparison(event, bids, futures: 16_384)
    #expect(comparison.ranking.rows.map { bids[$0.option].id } == order)
    let summary = comparison.summaries[1, .beforeCredits]
    let row = try #require(comparison.ranking.rows.first { $0.option == 1 })
    #expect(row.measures == [summary[statistic].value])
    // The error of the score comes of batches: near that of the figure, times 100 · 500 / cost² or so.
    #expect(row.overall.standardError > 0 || row.overall.value == 100)
  }

  @Test func the_error_of_a_tail_mean_is_that_of_its_batches() async throws {
    let criteria = [
      Criterion(
        measure: .cost, weight: 1, scale: .linearToCeiling(10_000, best: .zero),
        statistic: .cvar95)
    ]
    let event = Self.event(criteria)
    let comparison = try await Self.comparison(
      event, [Small.bid("a", [Small.price(4)])], futures: 32_768)
    let tail = comparison.summaries[0, .beforeCredits].cvar95
    let score = comparison.ranking.rows[0].overall
    #expect(abs(score.value - (100 - tail.value / 100)) < 1e-9)
    // 32 batches: the error is itself uncertain by 1 / √62.
    expectClose(
      score.standardError, tail.standardError / 100,
      standardError: tail.standardError / 100 / 62.0.squareRoot(), seed: 1)
  }

  @Test func a_bid_below_a_minimum_keeps_its_rank_and_is_named() async throws {
    let event = Self.event([
      Criterion(measure: .cost, weight: 3, scale: .lowestOverOwn), Self.compliance(1, minimum: 60),
    ])
    let bids = [
      Small.bid("cheap", [Small.fee(100)], answers: Self.partly),
      Small.bid("dear", [Small.fee(300)], answers: Self.met),
    ]
    let comparison = try await Self.comparison(event, bids)
    let rows = comparison.ranking.rows
    #expect(rows.map { bids[$0.option].id } == ["cheap", "dear"])
    #expect(rows[0].belowMinimum.map(\.criterion.id) == ["compliance"])
    #expect(rows[0].belowMinimum.map(\.score.value) == [50])
    #expect(rows[1].belowMinimum.isEmpty)
    let below = comparison.findings.compactMap { finding -> String? in
      if case .belowMinimum(let bid, let check) = finding, !check.isOpen { bid } else { nil }
    }
    #expect(below == ["cheap"])
  }

  @Test func the_lowest_acceptable_price_stands_before_cheaper_ones() async throws {
    let event = Self.event(
      [
        Criterion(measure: .cost, weight: 0, scale: .lowestOverOwn),
        Self.compliance(0, minimum: 60),
      ], .lowestPriceAcceptable)
    let bids = [
      Small.bid("cheap", [Small.fee(100)], answers: Self.partly),
      Small.bid("dear", [Small.fee(300)], answers: Self.met),
      Small.bid("fair", [Small.fee(200)], answers: Self.met),
      Small.bid("fine", [Small.fee(200)], answers: Self.met),
    ]
    let rows = try await Self.comparison(event, bids).ranking.rows
    #expect(rows.map { bids[$0.option].id } == ["fair", "fine", "dear", "cheap"])
    // Equal prices are tied; a bid behind a minimum never is with one before it.
    #expect(rows.map(\.rank) == [1, 1, 3, 4])
    #expect(rows.map(\.price) == [2_400, 2_400, 3_600, 1_200])
  }

  // Half of the months are below the need of the one, Φ(1) = 84 % above it of the other.
  @Test func service_is_the_share_of_months_that_meet_the_need() async throws {
    let service = Criterion(
      measure: .service, weight: 1, scale: .linear(best: 1, worst: 0), minimum: 84.2,
      needs: [Criterion.Need(metric: "quality", level: 0)])
    let bids = [
      Small.bid("a", [Small.fee(100), Small.loss(1)]),
      Small.bid("b", [Small.fee(100), Small.loss(1)]),
    ]
    let futures = 4_096
    let comparison = try await Self.comparison(
      Self.event([service]), bids, levels: ["a": 0, "b": 1], futures: futures)
    let rows = comparison.ranking.rows
    #expect(rows.map { bids[$0.option].id } == ["b", "a"])
    for (row, chance) in zip(rows, [0.841_344_746, 0.5]) {
      let error = 100 * (chance * (1 - chance) / 12 / Double(futures)).squareRoot()
      expectClose(row.overall.value, 100 * chance, standardError: error, seed: 1)
      expectClose(
        row.overall.standardError, error, standardError: error / 62.0.squareRoot(), seed: 1)
    }
    // 84.13 with an error of 0.16: more futures could change whether 84.2 is reached.
    #expect(rows[0].minimums.map(\.isOpen) == [true])
    #expect(rows[1].minimums.map(\.isOpen) == [false])
    #expect(rows.flatMap(\.minimums).map(\.score) == rows.map(\.overall))
    let named = comparison.findings.compactMap { finding -> String? in
      switch finding {
      case .nearMinimum(let bid, _): "near \(bid)"
      case .belowMinimum(let bid, _): "below \(bid)"
      default: nil
      }
    }
    #expect(named.last == "below a")
    #expect(named.count == 2)
  }

  @Test(arguments: [(79.5, true), (80.5, true), (79.4, false), (80.6, false)])
  func a_minimum_is_open_within_two_standard_errors(score: Double, isOpen: Bool) {
    let check = MinimumCheck(
      criterion: Criterion(measure: .service, weight: 1, scale: .linear(best: 100, worst: 0)),
      score: Estimate(score, standardError: 0.25), minimum: 80)
    #expect(check.isOpen == isOpen && check.isReached == (score > 80))
  }

  @Test func hand_scores_count_on_the_scale_that_is_stated() async throws {
    let team = Criterion(
      measure: .scored, weight: 1, scale: .linear(best: 10, worst: 0), id: "team")
    var event = Self.event([team])
    event.scoreSheet = ScoreSheet([
      .init(criterion: "team", bid: "a", evaluator: "x", score: 4),
      .init(criterion: "team", bid: "a", evaluator: "y", score: 7),
      .init(criterion: "team", bid: "b", evaluator: "x", score: 9),
      .init(criterion: "team", bid: "b", evaluator: "y", score: 8),
      .init(criterion: "team", bid: "b", evaluator: ScoreSheet.moderated, score: 5),
    ])
    let bids = ["a", "b"].map { Small.bid($0, [Small.fee(1)]) }
    let rows = try await Self.comparison(event, bids).ranking.rows
    #expect(rows.map { bids[$0.option].id } == ["a", "b"])
    #expect(zip(rows, [55.0, 50]).allSatisfy { abs($0.overall.value - $1) < 1e-9 })
    let results = ["a", "b"].map { event.scoreSheet.result(of: $0, by: "team") }
    #expect(results.map { $0?.isModerated } == [false, true])
    #expect(results.map { $0?.mean } == [5.5, 8.5])
    // (4, 7): √((1.5² + 1.5²) / 1).
    #expect(abs((results[0]?.standardDeviation ?? 0) - 4.5.squareRoot()) < 1e-12)
    #expect(event.scoreSheet.result(of: "c", by: "team") == nil)
  }

  // Both bids are alike, so that no number of futures settles which costs less for a point.
  @Test func an_order_by_a_price_formula_is_open_where_it_is_even() async throws {
    let event = Self.event(
      [
        Criterion(measure: .cost, weight: 0, scale: .lowestOverOwn), Self.compliance(1),
      ], .costPerQualityPoint)
    let bids = [
      Small.bid("a", [Small.price(4)], answers: Self.met),
      Small.bid("b", [Small.fee(400)], answers: Self.met),
      Small.bid("c", [Small.fee(400)], answers: Self.partly),
    ]
    let experiment = try Small.experiment(event, bids, demandSpread: 0.2, futures: 6_144)
    let run = await StoppingRule(.order(indifference: 0), maxFutures: 6_144)
      .run(experiment, of: event, threads: 1)
    guard case .gaveUp(let open) = run.end else { return #expect(Bool(false), "settled") }
    #expect(open.map { Set([$0.option, $0.below]) } == [[0, 1]])
  }

  // The score for service is 84.1 ± 0.2 against a minimum of 84: who is acceptable is not settled.
  @Test func an_order_is_open_while_a_minimum_is() async throws {
    let service = Criterion(
      measure: .service, weight: 0, scale: .linear(best: 1, worst: 0), minimum: 84,
      needs: [Criterion.Need(metric: "quality", level: 0)])
    let cost = Criterion(measure: .cost, weight: 0, scale: .lowestOverOwn)
    var event = Self.event([cost, service], .lowestPriceAcceptable)
    let bids = [
      Small.bid("a", [Small.fee(100), Small.loss(0.01)]),
      Small.bid("b", [Small.fee(200), Small.loss(0.01)]),
    ]
    for (minimum, isOpen) in [(84.1, true), (60.0, false)] {
      event.criteria[1].minimum = minimum
      let experiment = try Small.experiment(event, bids, levels: ["a": 1, "b": 2], futures: 4_096)
      let run = await StoppingRule(.order(indifference: 0), maxFutures: 4_096)
        .run(experiment, of: event, threads: 1)
      guard case .gaveUp(let open) = run.end else {
        #expect(run.end == .settled && !isOpen)
        continue
      }
      #expect(isOpen && open.count == 1 && open[0].halfWidth > open[0].wanted)
    }
  }

  @Test func figures_are_those_that_the_method_compares() {
    var event = Small.event(criteria: Criterion.standard)
    event.criteria[0].statistic = .cvar95
    #expect(StoppingRule.figures(of: event) == [.cvar95, .risk])
    event.method = .lowestPriceAcceptable
    #expect(StoppingRule.figures(of: event) == [.cvar95])
  }
}
