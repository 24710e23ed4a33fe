import Contracts
import Simulation
import TestKit
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: [1, 7, 255, 256, 257, 1000, 4096])
  func the_outcome_is_the_same_for_any_number_of_threads(futures: Int) async throws {
    let options = try RichMarket.options()
    let experiment = RichMarket.experiment(options, futures: futures)
    let alone = await experiment.run(threads: 1)
    #expect(alone.futures == futures)
    #expect(alone.sample.futures == futures)
    for threads in [2, 3, 1, 16] { #expect(await experiment.run(threads: threads) == alone) }
    #expect(await RichMarket.experiment(options, futures: futures).run(threads: 2) == alone)
  }

  @Test func fewer_futures_are_the_first_of_more() async throws {
    let options = try RichMarket.options()
    let all = await RichMarket.experiment(options, futures: 1500).run(threads: 2).sample
    for futures in [1, 7, 255, 256, 257, 1000] {
      let few = await RichMarket.experiment(options, futures: futures).run(threads: 2).sample
      for option in options.indices {
        #expect(few.before[option] == Array(all.before[option][..<futures]))
        #expect(few.after[option] == Array(all.after[option][..<futures]))
      }
    }
  }

  @Test func tallies_count_the_futures_of_a_broken_block_only() async throws {
    for futures in [1, 255, 257] {
      let outcome = await RichMarket.experiment(try RichMarket.options(), futures: futures)
        .run(threads: 1)
      for (position, tally) in outcome.options.enumerated() {
        let costs = outcome.sample.before[position]
        let mean = costs.reduce(0, +) / Double(futures)
        #expect(tally.before.count == futures)
        #expect(abs(tally.before.mean / mean - 1) < 1e-11)
        let byMonth = tally.costByMonth(.afterCredits).reduce(0, +) / Double(futures)
        #expect(abs(byMonth / tally.after.mean - 1) < 1e-9)
      }
      #expect(outcome.pairs.allSatisfy { $0.difference.count == futures })
    }
  }

  @Test func other_seeds_are_other_futures() async throws {
    let options = try RichMarket.options()
    let one = await RichMarket.experiment(options, futures: 256, seed: 1).run(threads: 1).sample
    let two = await RichMarket.experiment(options, futures: 256, seed: 2).run(threads: 1).sample
    for (a, b) in zip(one.before[0], two.before[0]) { #expect(a != b) }
  }

  @Test func progress_is_told_up_to_the_last_future() async throws {
    let reached = Highest()
    let experiment = RichMarket.experiment(try RichMarket.options(), futures: 1000)
    _ = await experiment.run(threads: 2) { reached.note($0) }
    #expect(reached.value == 1000)
  }

  @Test func pairs_and_wins_are_those_of_the_sample() async throws {
    let outcome = await RichMarket.experiment(try RichMarket.options(), futures: 1000)
      .run(threads: 2)
    let costs = outcome.sample.cost(outcome.basis)
    for first in 0..<3 {
      for second in 0..<3 where first != second {
        let wins = zip(costs[first], costs[second]).reduce(0.0) { sum, pair in
          sum + (pair.0 < pair.1 ? 1 : pair.0 == pair.1 ? 0.5 : 0)
        }
        #expect(abs(outcome.winShare(of: first, over: second) - wins / 1000) < 1e-15)
        let (tally, isReversed) = outcome.pair(first, second)
        let mean = zip(costs[first], costs[second]).reduce(0) { $0 + $1.0 - $1.1 } / 1000
        #expect(abs(tally.difference.mean - (isReversed ? -mean : mean)) < 1e-6)
      }
    }
    // Today's operation is not among the bids of which one is the cheapest.
    let cheapest = zip(costs[0], costs[1]).reduce(into: [0, 0]) { count, pair in
      if pair.0 <= pair.1 { count[0] += 1 }
      if pair.1 <= pair.0 { count[1] += 1 }
    }
    #expect(outcome.options.map(\.cheapest) == cheapest + [0])
  }
}
