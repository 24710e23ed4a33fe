import Contracts
import Futures
import Quantities
import Simulation
import TestKit
import Testing

/// At default settings, where rights are counted and not exercised, worse service is never cheaper.
@Suite struct ServiceOrderTests {
  private static func option(level shift: Double) throws -> Option {
    try RichMarket.option(
      "north", clauses: RichMarket.charges + RichMarket.service + RichMarket.exit(.never),
      metrics: [
        RichMarket.driver("answer", level: 1.6 - shift),
        RichMarket.driver("quality", level: 1.5 - shift),
      ])
  }

  @Test func lower_attainment_never_lowers_the_cost_before_credits_in_any_future() async throws {
    let options = try [0, 0.1, 0.25, 0.5, 1, 2, 5].map(Self.option)
    await forEverySeed(10) { seed in
      let outcome = await RichMarket.experiment(
        options, baseline: nil, futures: 2048, seed: seed
      ).run(threads: 1)
      for (better, worse) in zip(outcome.sample.before, outcome.sample.before.dropFirst()) {
        #expect(zip(better, worse).allSatisfy { $0 <= $1 })
      }
      for (better, worse) in zip(outcome.options, outcome.options.dropFirst()) {
        #expect(better.before.mean < worse.before.mean)
        #expect(better.loss.mean < worse.loss.mean)
        #expect(better.allDefaults.mean < worse.allDefaults.mean)
        #expect(better.credits.mean < worse.credits.mean)
      }
    }
  }

  @Test func without_a_loss_cost_before_credits_does_not_see_service_at_all() async throws {
    let clauses = (RichMarket.charges + RichMarket.service).filter { $0.0 != "loss" }
    let options = try [0.0, 0.5, 2].map { shift in
      try RichMarket.option(
        "north", clauses: clauses,
        metrics: ["answer", "quality"].map { RichMarket.driver($0, level: 1.6 - shift) })
    }
    let sample = await RichMarket.experiment(options, baseline: nil, futures: 1024)
      .run(threads: 2).sample
    #expect(sample.before[0] == sample.before[1])
    #expect(sample.before[0] == sample.before[2])
    // Which is why options are not compared after credits there: the worst would look cheapest.
    let means = sample.after.map { $0.reduce(0, +) }
    #expect(means[0] > means[1])
    #expect(means[1] > means[2])
  }
}
