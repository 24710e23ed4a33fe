import Contracts
import Simulation
import Synchronization
import TestKit
import Testing

@testable import Decision

@Suite struct StoppingRuleTests {
  private static let bids = [Small.bid("a", [Small.price(3)]), Small.bid("b", [Small.price(4)])]

  private static func stopped(
    _ rule: StoppingRule, _ bids: [Bid] = bids, event: Event = Small.event(horizon: 1),
    spread: Double = 0.2, seed: UInt64 = 1
  ) async throws -> StoppedRun {
    let experiment = try Small.experiment(
      event, bids, demandSpread: spread, futures: rule.looks.last ?? 1, seed: seed)
    return await rule.run(experiment, of: event, threads: 1)
  }

  @Test func looks_grow_by_the_root_of_two_in_whole_blocks_and_end_with_the_most() {
    let rule = StoppingRule(.precision(0.01), maxFutures: 20_000)
    #expect(rule.looks == [4_096, 5_888, 8_192, 11_776, 16_384, 20_000])
    #expect(StoppingRule(.precision(0.01), maxFutures: 4_096).looks == [4_096])
    #expect(StoppingRule(.precision(0.01), maxFutures: 100).looks == [100])
    let standard = StoppingRule(.precision(0.01)).looks
    #expect(standard.count == 24 && standard.last == 10_000_000)
    #expect(standard.dropLast().allSatisfy { $0.isMultiple(of: Experiment.blockSize) })
  }

  @Test func the_chance_of_error_is_shared_by_all_looks_and_figures() {
    let rule = StoppingRule(.precision(0.01), maxFutures: 20_000)
    #expect(abs(rule.tail(of: 10) * 2 * 6 * 10 - 0.05) < 1e-15)
  }

  @Test func figures_are_those_of_the_criteria() {
    #expect(StoppingRule.figures(of: Small.event()) == [.mean])
    #expect(StoppingRule.figures(of: Small.event(criteria: Criterion.standard)) == [.mean, .risk])
  }

  @Test func without_chance_all_is_settled_at_the_first_look() async throws {
    let figures: [StoppingRule.Figure] = [.mean, .risk, .p90]
    for goal in [StoppingRule.Goal.precision(1e-6), .order(indifference: 0)] {
      let run = try await Self.stopped(StoppingRule(goal, figures: figures), spread: 0)
      #expect(run.end == .settled && run.look == 1 && run.futures == 4_096)
    }
  }

  @Test func a_precision_out_of_reach_is_given_up_and_says_what_is_open() async throws {
    let rule = StoppingRule(.precision(1e-4), figures: [.mean, .p90], maxFutures: 6_500)
    let run = try await Self.stopped(rule)
    #expect(run.futures == 6_500 && run.look == 3)
    guard case .gaveUp(let open) = run.end else { return #expect(Bool(false), "settled") }
    // The mean is a control itself, and known; the quantile is not.
    #expect(open.map(\.option) == [0, 1])
    #expect(open.allSatisfy { $0.figure == .p90 && $0.halfWidth > $0.wanted && $0.below == nil })
  }

  @Test func a_tail_mean_is_not_trusted_before_its_least_number_of_futures() async throws {
    let rule = StoppingRule(.precision(10), figures: [.cvar95])
    let run = try await Self.stopped(rule)
    #expect(run.end == .settled && run.futures == 16_384)
  }

  @Test func what_is_settled_is_within_the_precision_of_the_truth() async throws {
    let precision = 0.015
    let rule = StoppingRule(
      .precision(precision), figures: [.mean, .p90, .risk], maxFutures: 65_536)
    // Lognormal: P90 = 100 · exp(0.2 · z − 0.02), as for P80 and P50.
    let (p90, p80, p50) = (126.663_9, 115.989_9, 98.019_9)
    await forEverySeed(20) { seed in
      let run = try await Self.stopped(rule, seed: seed)
      #expect(run.end == .settled && run.look > 1)
      for (bid, price) in [3.0, 4].enumerated() {
        let summary = run.outcome.summary(of: bid, .beforeCredits)
        let tolerance = precision * 100 * price
        #expect(abs(summary[0.9].value - price * p90) < tolerance)
        #expect(abs(summary.risk.value - price * (p80 - p50)) < tolerance)
      }
    }
  }

  @Test func an_order_is_settled_once_no_pair_can_be_wrong_by_the_zone() async throws {
    let bids = [
      Small.bid("a", [Small.fee(300)]), Small.bid("b", [Small.price(3)]),
      Small.bid("c", [Small.price(6)]),
    ]
    let exact = StoppingRule(.order(indifference: 0), maxFutures: 9_000)
    let run = try await Self.stopped(exact, bids)
    // The means of a and b are equal: their order cannot be settled.
    guard case .gaveUp(let open) = run.end else { return #expect(Bool(false), "settled") }
    #expect(open.map { Set([$0.option, $0.below]) } == [[0, 1]])
    let wide = try await Self.stopped(StoppingRule(.order(indifference: 0.05)), bids)
    #expect(wide.end == .settled && wide.look == 1)
  }

  @Test func the_outcome_is_that_of_one_run_of_as_many_futures() async throws {
    let rule = StoppingRule(.precision(0.01), figures: [.p90], maxFutures: 65_536)
    let run = try await Self.stopped(rule)
    let once = try Small.experiment(
      Small.event(horizon: 1), Self.bids, demandSpread: 0.2, futures: run.futures)
    #expect(run.look > 1)
    #expect(await once.run(threads: 2) == run.outcome)
  }

  @Test(arguments: [1, 2])
  func an_interrupted_run_is_that_of_its_first_futures(_ threads: Int) async throws {
    let rule = StoppingRule(.precision(1e-9), figures: [.p90], maxFutures: 50_000)
    let event = Small.event(horizon: 1)
    let experiment = try Small.experiment(
      event, Self.bids, demandSpread: 0.2, futures: 50_000)
    let interruption = Interruption()
    let run = await rule.run(experiment, of: event, threads: threads, interruption: interruption) {
      if $0 >= 5_120 { interruption.request() }
    }
    #expect(run.end == .interrupted && run.look == 1)
    // Every thread may finish the block that it had begun.
    #expect((5_120...(5_120 + threads * Experiment.blockSize)).contains(run.futures))
    #expect(await experiment.run(0..<run.futures, threads: 2) == run.outcome)
  }

  @Test func progress_is_told_from_the_first_future_on() async throws {
    let rule = StoppingRule(.precision(1e-9), figures: [.p90], maxFutures: 9_000)
    let event = Small.event(horizon: 1)
    let experiment = try Small.experiment(event, Self.bids, demandSpread: 0.2, futures: 9_000)
    let told = Mutex<[Int]>([])
    _ = await rule.run(experiment, of: event, threads: 1) { done in
      told.withLock { $0.append(done) }
    }
    let done = told.withLock { $0 }
    #expect(done == done.sorted() && Set(done).count == done.count && done.last == 9_000)
  }
}

@Suite struct StudentLawTests {
  @Test func quantiles_are_those_of_tables() {
    #expect(abs(StudentLaw.normalQuantile(upper: 0.025) - 1.959_963_984_540_054) < 1e-12)
    #expect(abs(StudentLaw.normalQuantile(upper: 1e-5) - 4.264_890_793_922_825) < 1e-11)
    // R 4.4, qt(p, df, lower.tail = FALSE).
    for (tail, freedom, truth) in [
      (0.025, 31, 2.039_513), (0.0005, 30, 3.645_959), (0.005, 120, 2.617_421),
    ] {
      #expect(abs(StudentLaw.quantile(upper: tail, freedom: freedom) / truth - 1) < 1e-3)
    }
  }
}
