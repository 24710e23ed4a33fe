import Contracts
import Simulation
import Testing

@testable import Decision

private func outcome(futures: Int) async throws -> Outcome {
  let bids = [Small.bid("a", [Small.price(3)]), Small.bid("b", [Small.price(4)])]
  let experiment = try Small.experiment(
    Small.event(horizon: 1), bids, demandSpread: 0.1, futures: futures)
  return await experiment.run(threads: 1)
}

@Test(
  arguments: [
    (1, 1), (31, 1), (63, 1), (64, 2), (95, 2), (96, 3), (1_023, 31), (1_024, 32),
    (5_000, 32),
  ]
)
func there_are_32_batches_or_as_many_as_hold_32_futures(futures: Int, count: Int) async throws {
  let batches = try await Batches(outcome(futures: futures), compared: [0])
  #expect(batches.map { _ in 0 }.count == count)
}

@Test func a_batch_measures_its_own_futures_of_the_options_compared() async throws {
  let outcome = try await outcome(futures: 100)
  let batches = await Batches(outcome, compared: [1]).map { $0 }
  #expect(batches.map(\.count) == [1, 1, 1])
  for (number, batch) in batches.enumerated() {
    let costs = outcome.sample.before[1][(number * 33)..<(number * 33 + 33)].sorted()
    #expect(abs(batch[0].mean - costs.reduce(0, +) / 33) < 1e-9)
    // Of 33 values P80 lies at rank 25.6 and P50 at rank 16, counted from 0.
    let high = costs[25] + 0.6 * (costs[26] - costs[25])
    #expect(abs(batch[0].risk - (high - costs[16])) < 1e-9)
  }
}

@Test func the_risk_of_a_summary_is_p80_less_p50() async throws {
  let summary = try await outcome(futures: 500).summary(of: 0, .beforeCredits)
  #expect(summary.risk.value == summary[0.80].value - summary[0.50].value)
  #expect(summary.risk.standardError > summary[0.80].standardError)
}
