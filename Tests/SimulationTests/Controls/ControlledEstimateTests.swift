import Contracts
import Futures
import Quantities
import TestKit
import Testing

@testable import Simulation

@Suite struct ControlledEstimateTests {
  private static let market = Market(
    demand: [.lognormal()], metrics: [.score("a")], discounting: Discounting(rate: 0))

  /// An option whose cost is the volume itself, and one whose credits are ten for each default, with
  /// a right on some `defaults`.
  private static func options(rightOn defaults: Int = 4) throws -> [Option] {
    let level = Clause.serviceLevel(
      ServiceLevel(metric: "a", target: -0.5, comparison: .atLeast))
    return [
      try market.option(
        "volume", clauses: ["price": .unitPrice(UnitPrice(serviceLine: "voice", price: 1))]),
      try market.option(
        "service", metrics: [.score("a", persistence: 0.5)],
        clauses: [
          "fee": .fixedFee(FixedFee(amount: 100)), "level": level,
          "credit": .fixedCredit(FixedCredit(level: "level", share: 0.1)),
          "loss": .poorServiceLoss(
            PoorServiceLoss(
              metric: "a", need: 0, lossPerPoint: 0.03, serviceLine: "voice")),
          "right": .chronicFailure(ChronicFailure(level: "level", defaults: defaults, window: 12)),
        ]),
      try market.option(
        "tiers",
        clauses: [
          "price": .tieredPrice(
            TieredPrice(
              serviceLine: "voice",
              tiers: [.init(from: 0, to: 1000, price: 5), .init(from: 1000, price: 2)]))
        ]),
    ]
  }

  private static func experiment(
    _ options: [Option], basis: CostBasis, futures: Int = 4_000, seed: UInt64
  ) -> Experiment {
    market.experiment(options, basis: basis, futures: futures, seed: seed)
  }

  @Test(arguments: CostBasis.allCases)
  func estimates_are_those_of_a_regression_on_the_sample(basis: CostBasis) async throws {
    // Of a single default no pairs are counted, which a sample does not tell.
    let options = try Self.options(rightOn: 1)
    await forEverySeed(5) { seed in
      let outcome = await Self.experiment(options, basis: basis, seed: seed).run(threads: 2)
      let sample = outcome.sample
      let volume = sample.before[0].map { $0 - 12_000 }
      let credits = zip(sample.before[1], sample.after[1]).map { $0 - $1 }
      let mean = 12 * Normal.below(-0.5)
      let defaults = credits.map { $0 / 10 - mean }
      func check(_ estimate: ControlledEstimate, _ y: [Double], on x: [[Double]]) {
        let (value, variance) = LinearControlTests.intercept(y, on: x)
        #expect(estimate.isPlain == nil)
        // Sums of products are kept to 2⁻²¹ a block, controls and volumes to 24 bits.
        #expect(abs(estimate.estimate.value - value) < 1e-6 * abs(value) + 1e-6)
        #expect(abs(estimate.estimate.standardError / variance.squareRoot() - 1) < 1e-4)
      }
      for shown in CostBasis.allCases {
        let costs = sample.cost(shown)
        check(outcome.controlled(.cost(shown), of: 1), costs[1], on: [volume, defaults])
        check(outcome.controlled(.cost(shown), of: 2), costs[2], on: [volume])
      }
      let costs = sample.cost(basis)
      let difference = zip(costs[1], costs[2]).map { $0 - $1 }
      check(outcome.controlledDifference(1, 2), difference, on: [volume, defaults])
      check(
        outcome.controlledDifference(2, 1), difference.map { -$0 }, on: [volume, defaults])
    }
  }

  @Test func what_is_a_control_itself_is_known_but_for_rounding() async throws {
    let options = try Self.options()
    await forEverySeed(seedCount) { seed in
      let outcome = await Self.experiment(options, basis: .afterCredits, seed: seed)
        .run(threads: 1)
      let cost = outcome.controlled(.cost(.afterCredits), of: 0).estimate
      expect(cost, 12_000, seed: seed)
      #expect(cost.standardError < 0.002)
      let credits = outcome.controlled(.credits, of: 1)
      expect(credits.estimate, 120 * Normal.below(-0.5), seed: seed)
      #expect(credits.varianceReduction > 1e6)
    }
  }

  @Test func controls_of_a_right_lower_its_error_and_keep_its_mean() async throws {
    let option = try Self.options()[1]
    await forEverySeed(5) { seed in
      let few = await Self.experiment([option], basis: .afterCredits, seed: seed).run(threads: 1)
      let many = await Self.experiment(
        [option], basis: .afterCredits, futures: 512_000, seed: seed + 1_000
      ).run(threads: 2)
      let right = few.controlled(.rightArises, of: 0)
      let truth = many.options[0].rightArises.estimate
      let error =
        (right.estimate.standardError * right.estimate.standardError
        + truth.standardError * truth.standardError).squareRoot()
      expectClose(right.estimate.value, truth.value, standardError: error, seed: seed)
      #expect(right.varianceReduction > 2.5)
    }
  }

  @Test func with_few_futures_or_rare_rights_the_plain_mean_stands() async throws {
    let options = try Self.options()
    // Three controls: 20 × (3 + 2) futures.
    let short = await Self.experiment(options, basis: .afterCredits, futures: 99, seed: 1)
      .run(threads: 1)
    #expect(short.controlled(.cost(.afterCredits), of: 1).isPlain == .fewFutures)
    let enough = await Self.experiment(options, basis: .afterCredits, futures: 100, seed: 1)
      .run(threads: 1)
    #expect(enough.controlled(.cost(.afterCredits), of: 1).isPlain == nil)
    let rare = enough.controlled(.rightArises, of: 1)
    #expect(rare.isPlain == .rareEvent && rare.estimate == rare.plain)
    let never = enough.controlled(.rightArises, of: 0)
    #expect(never.isPlain == .noSpread && never.varianceReduction == 1)
  }

  @Test func a_market_without_chance_has_no_control() async throws {
    let market = Market()
    let option = try market.option(clauses: ["fee": .fixedFee(FixedFee(amount: 10))])
    let outcome = await market.experiment([option], futures: 512, seed: 1).run(threads: 1)
    let cost = outcome.controlled(.cost(.afterCredits), of: 0)
    #expect(cost.isPlain == .noControl && cost.estimate.value == 120)
    #expect(ControlReport(outcome).controls.isEmpty)
  }

  @Test func a_control_that_is_improbably_far_off_is_not_trusted() async throws {
    let options = try Self.options()
    var outcome = await Self.experiment(options, basis: .afterCredits, seed: 1).run(threads: 1)
    outcome.controls.sums[0] += 4_000 * 0.5
    let cost = outcome.controlled(.cost(.afterCredits), of: 1)
    #expect(cost.isPlain == .improbable && cost.estimate == cost.plain)
  }

  @Test func ranges_of_futures_add_up_to_one_run() async throws {
    let whole = RichMarket.experiment(try RichMarket.options(), futures: 2_000)
    let run = await whole.run(threads: 3)
    var parts = whole.emptyOutcome
    for range in [0..<512, 512..<1_536, 1_536..<2_000] {
      parts.append(await whole.run(range, threads: 1))
    }
    #expect(parts == run)
    #expect(run.controls.plan.controls.count >= 3)
  }
}
