import TestKit
import Testing

@testable import Decision

@Suite struct WeightSamplerTests {
  private func draws(_ count: Int, _ space: WeightSpace, _ stated: [Double], seed: UInt64 = 1)
    -> [[Double]]
  {
    let sampler = WeightSampler(space, around: stated)
    return (0..<count).map { number in
      var random = CounterRandom(seed: seed, .weights, number: number)
      var weights = stated
      sampler.draw(into: &weights, &random)
      return weights
    }
  }

  @Test(arguments: [
    WeightSpace.free, .ordinal, .ratio(1), .ratio(1.000_001), .ratio(2), .ratio(1_000),
  ])
  func weights_are_not_negative_and_add_up_to_1(_ space: WeightSpace) {
    for stated in [[60.0, 15, 25], [1], [0, 3, 3, 0], [1, 2, 3, 4, 5, 6, 7, 8]] {
      for weights in draws(300, space, stated) {
        #expect(weights.allSatisfy { $0 >= 0 })
        #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
        #expect(zip(weights, stated).allSatisfy { $0.1 > 0 || $0.0 == 0 })
      }
    }
  }

  @Test(arguments: [1.5, 2, 10])
  func ratios_stay_within_their_bound(_ bound: Double) {
    let stated = [60.0, 15, 25, 5]
    for weights in draws(2_000, .ratio(bound), stated) {
      let ratios = zip(weights, stated).map { $0 / $1 }
      #expect((ratios.max() ?? 0) / (ratios.min() ?? 1) <= bound * (1 + 1e-9))
    }
  }

  @Test func ordinal_weights_keep_the_stated_order() {
    for weights in draws(500, .ordinal, [10, 40, 20]) {
      #expect(weights[1] >= weights[2] && weights[2] >= weights[0])
    }
  }

  // The expected order statistics of the simplex of three: (1 + ½ + ⅓)/3, (½ + ⅓)/3 and ⅓/3.
  @Test func ordinal_weights_have_the_means_of_the_order_statistics() {
    let drawn = draws(20_000, .ordinal, [1, 2, 3])
    for (place, expected) in [(2, 11.0 / 18), (1, 5.0 / 18), (0, 1.0 / 9)] {
      let mean = drawn.reduce(0) { $0 + $1[place] } / 20_000
      expectClose(mean, expected, standardError: 0.15 / 20_000.0.squareRoot(), seed: 1)
    }
  }

  // The second and the third are stated as equal: either may be the lighter one.
  @Test func what_is_stated_as_equal_has_no_order() {
    let drawn = draws(20_000, .ordinal, [5, 2, 2])
    let above = drawn.count { $0[1] > $0[2] }
    expectClose(Double(above) / 20_000, 0.5, standardError: 0.003_6, seed: 1)
    #expect(drawn.allSatisfy { $0[0] >= max($0[1], $0[2]) })
  }

  // Against the law by rejection: free weights of which those outside the bounds are thrown away.
  @Test(
    arguments: [([60.0, 15, 25], 2.0), ([1, 1, 1, 1], 4), ([5, 1], 1.5), ([8, 4, 2, 1], 20)]
      as [([Double], Double)])
  func bounded_weights_have_the_moments_of_those_that_rejection_leaves(
    stated: [Double], bound: Double
  ) {
    let free = draws(100_000, .free, stated, seed: 2).filter { weights in
      let ratios = zip(weights, stated).map { $0 / $1 }
      return (ratios.max() ?? 0) <= bound * (ratios.min() ?? 0)
    }
    let own = draws(20_000, .ratio(bound), stated)
    for place in stated.indices {
      for power in [1, 2] {
        let (truth, slack) = Self.moment(free, place, power)
        let (found, error) = Self.moment(own, place, power)
        expectClose(
          found, truth, standardError: (error * error + slack * slack).squareRoot(), seed: 2)
      }
    }
  }

  /// The mean of a power of one weight, and its standard error.
  private static func moment(
    _ drawn: [[Double]], _ place: Int, _ power: Int
  ) -> (mean: Double, error: Double) {
    let values = drawn.map { power == 1 ? $0[place] : $0[place] * $0[place] }
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, standardError(of: values))
  }

  @Test func numbers_of_different_draws_seeds_and_purposes_differ() {
    var seen: Set<UInt64> = []
    for seed in 0..<10 as Range<UInt64> {
      for purpose in [CounterRandom.Purpose.weights, .batches] {
        for number in 0..<100 {
          var random = CounterRandom(seed: seed, purpose, number: number)
          for _ in 0..<5 { seen.insert(random.next()) }
        }
      }
    }
    #expect(seen.count == 10 * 2 * 100 * 5)
  }

  @Test func uniforms_are_spread_evenly() {
    var counts = Array(repeating: 0, count: 10)
    for number in 0..<20_000 {
      var random = CounterRandom(seed: 5, .weights, number: number)
      counts[random.below(10)] += 1
      #expect((0..<1).contains(random.uniform()))
    }
    // Chi-squared with 9 degrees of freedom exceeds 33.7 once in 10,000.
    let chi = counts.reduce(0.0) { $0 + (Double($1) - 2_000) * (Double($1) - 2_000) / 2_000 }
    #expect(chi < 33.7, "\(counts)")
  }
}
