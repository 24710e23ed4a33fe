import Simulation
import TestKit
import Testing

@testable import Decision

/// Scores of several alternatives by criterion, the same in every outcome.
private func certain(_ scores: [[Double]]) -> ScoredOutcomes {
  ScoredOutcomes(
    alternatives: scores.count, criteria: scores[0].count, scores: scores.flatMap(\.self),
    isSample: false)
}

@Suite struct AcceptabilityTests {
  // With the weight w of the first criterion the values are w, 1 − w and 0.6: the first wins for
  // w > 0.6, the second for w < 0.4.
  @Test func two_criteria_divide_the_weights_into_intervals() {
    let found = Acceptability(
      of: certain([[1, 0], [0, 1], [0.6, 0.6]]), weights: [1, 1], in: .free, draws: 20_000, seed: 3)
    for (bid, share) in [0.4, 0.4, 0.2].enumerated() {
      let first = found.ranks[bid][0]
      let error = (share * (1 - share) / 20_000).squareRoot()
      expectClose(first.value, share, standardError: error, seed: 3)
      let ratio = first.standardError / error
      #expect((0.6...1.4).contains(ratio))
    }
    // Where the first wins, w is uniform between 0.6 and 1.
    let central = found.centralWeights[0] ?? []
    expectClose(central[0].value, 0.8, standardError: 0.4 / (12 * 8_000.0).squareRoot(), seed: 3)
    #expect(abs(central[0].value + central[1].value - 1) < 1e-12)
    #expect(found.confidence.map { $0?.value } == [1, 1, 1])
    // The third beats the first for w < 0.6.
    expectClose(found.winning[2][0].value, 0.6, standardError: 0.0035, seed: 3)
    #expect(abs(found.winning[2][0].value + found.winning[0][2].value - 1) < 1e-12)
  }

  // Three criteria: a weight above ½ covers a quarter of the triangle, twice as far from each corner.
  @Test func three_criteria_divide_the_weights_into_areas() {
    let outcomes = certain([[1, 0, 0], [0.5, 0.5, 0.5], [0, 0, 0]])
    let free = Acceptability(of: outcomes, weights: [3, 2, 1], in: .free, draws: 20_000, seed: 5)
    expectClose(free.ranks[0][0].value, 0.25, standardError: 0.003_1, seed: 5)
    #expect(free.ranks[2].map(\.value) == [0, 0, 1])
    #expect(free.centralWeights[2] == nil && free.confidence[2] == nil)
    // Some weight is above ½ in 3/4 of the triangle, and in order it is the first.
    let ordinal = Acceptability(
      of: outcomes, weights: [3, 2, 1], in: .ordinal, draws: 20_000, seed: 5)
    expectClose(ordinal.ranks[0][0].value, 0.75, standardError: 0.003_1, seed: 5)
  }

  // w₁/w₂ within a factor of 3 of 1 leaves w₁ uniform between ¼ and ¾.
  @Test func a_ratio_bound_leaves_an_interval() {
    let outcomes = certain([[1, 0], [0.7, 0.7]])
    let found = Acceptability(of: outcomes, weights: [5, 5], in: .ratio(3), draws: 20_000, seed: 7)
    expectClose(found.ranks[0][0].value, 0.1, standardError: 0.002_1, seed: 7)
    let exact = Acceptability(of: outcomes, weights: [5, 5], in: .ratio(1), draws: 100, seed: 7)
    #expect(exact.ranks[1][0].value == 1)
    #expect(exact.centralWeights[1]?.map(\.value) == [0.5, 0.5])
  }

  // Equal chances of two outcomes in which another wins: the stated weights do not matter.
  @Test func outcomes_count_like_weights() {
    let outcomes = ScoredOutcomes(
      alternatives: 2, criteria: 1, scores: [1, 0, 0, 1, 0, 1, 1, 0], isSample: false)
    let found = Acceptability(of: outcomes, weights: [9], in: .free, draws: 20_000, seed: 9)
    expectClose(found.ranks[0][0].value, 0.5, standardError: 0.003_6, seed: 9)
    #expect(found.confidence.map { $0?.value } == [0.5, 0.5])
  }

  @Test func ties_share_their_ranks_and_ranks_add_up_to_the_draws() async {
    await forEverySeed(20) { seed in
      var random = SplitMix64(seed: seed)
      let bids = 1 + Int(random.next() % 5)
      var count = RankCount(alternatives: bids, criteria: 1)
      for _ in 0..<500 {
        count.add((0..<bids).map { _ in (random.uniform() * 3).rounded() }, [1])
      }
      // In whole numbers: a bid that shares k ranks is counted once for all of them.
      for bid in 0..<bids {
        let alone = (0..<bids).reduce(0) { $0 + count.alone[bid * bids + $1] }
        let shared = count.shared.filter { $0.key.alternative == bid }.map(\.value).reduce(0, +)
        #expect(alone + shared == 500)
      }
      for rank in 0..<bids {
        let sum = (0..<bids).reduce(0.0) { $0 + count.count($1, rank) }
        #expect(abs(sum - 500) < 1e-9)
      }
    }
  }

  @Test func equal_bids_have_equal_chances() {
    let found = Acceptability(
      of: certain([[1, 2], [1, 2], [0, 9]]), weights: [1, 1], in: .free, draws: 4_000, seed: 11)
    #expect(found.ranks[0] == found.ranks[1])
    #expect(found.winning[0][1].value == 0.5 && found.winning[0][1].standardError == 0)
    #expect(found.confidence[0]?.value == 0.5)
    for bid in 0..<3 {
      #expect(abs(found.ranks[bid].reduce(0) { $0 + $1.value } - 1) < 1e-12)
    }
  }

  @Test func a_single_bid_is_always_first() {
    let found = Acceptability(
      of: certain([[0.3, 0.2]]), weights: [2, 1], in: .free, draws: 64, seed: 1)
    #expect(found.ranks.map { $0.map(\.value) } == [[1]])
    #expect(found.confidence.first??.value == 1)
  }

  @Test func the_same_seed_gives_the_same_bits() {
    var random = SplitMix64(seed: 4)
    let outcomes = ScoredOutcomes(
      alternatives: 3, criteria: 2, scores: (0..<600).map { _ in random.uniform() }, isSample: true)
    let found = (0..<3).map { _ in
      Acceptability(of: outcomes, weights: [2, 1], in: .ratio(2), draws: 5_000, seed: 8)
    }
    #expect(found[0] == found[1] && found[1] == found[2])
    let other = Acceptability(of: outcomes, weights: [2, 1], in: .ratio(2), draws: 5_000, seed: 9)
    #expect(other != found[0])
  }

  @Test func a_single_outcome_of_a_sample_has_no_error() {
    let outcomes = ScoredOutcomes(alternatives: 2, criteria: 1, scores: [1, 0], isSample: true)
    let found = Acceptability(of: outcomes, weights: [1], in: .free, draws: 100, seed: 1)
    #expect(found.ranks[0][0].standardError == .infinity)
  }

  // What the standard error promises: over many samples of outcomes, estimates scatter by as much.
  @Test func standard_errors_hold_over_outcomes_that_are_drawn_anew() {
    let found = (UInt64(1)...60).map { seed in
      var random = SplitMix64(seed: seed &* 7_919)
      let scores = (0..<200).flatMap { _ in [random.uniform(), 0.3] }
      return Acceptability(
        of: ScoredOutcomes(alternatives: 2, criteria: 1, scores: scores, isSample: true),
        weights: [1], in: .free, draws: 2_000, seed: seed
      ).ranks[0][0]
    }
    let mean = found.reduce(0) { $0 + $1.value } / 60
    let spread = (found.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / 59).squareRoot()
    let said = found.reduce(0) { $0 + $1.standardError } / 60
    // A standard deviation of 60 values is known to 9 %.
    let ratio = spread / said
    #expect((0.63...1.37).contains(ratio), "\(spread) against \(said)")
    expectClose(mean, 0.7, standardError: said / 60.0.squareRoot(), seed: 1)
  }
}
