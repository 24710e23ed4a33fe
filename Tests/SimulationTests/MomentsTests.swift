import TestKit
import Testing

@testable import Simulation

@Suite struct MomentsTests {
  private static func values(_ count: Int, around centre: Double, seed: UInt64) -> [Double] {
    var dice = SplitMix64(seed: seed)
    return (0..<count).map { _ in centre + 200 * dice.uniform() - 100 }
  }

  private static func naive(_ values: [Double]) -> (mean: Double, variance: Double) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / (n - 1))
  }

  @Test(arguments: [0, -3000, 1e9], [2, 255, 256, 257, 1000])
  func moments_are_those_of_two_passes(centre: Double, count: Int) async {
    await forEverySeed(5) { seed in
      let values = Self.values(count, around: centre, seed: seed)
      let moments = Bench().moments(of: values, origin: centre + 7)
      let (mean, variance) = Self.naive(values)
      #expect(moments.count == count)
      // Sums and squares are kept to 2⁻²¹ a block; the naive sum of large numbers rounds more.
      #expect(abs(moments.mean - mean) <= 1e-6 + 1e-14 * abs(mean))
      #expect(abs(moments.variance - variance) <= 2e-4 + 1e-9 * variance)
      let error = (moments.variance / Double(count)).squareRoot()
      #expect(moments.standardError == error)
    }
  }

  @Test func a_sum_in_units_gives_the_nearest_number() {
    let edges: [Int128] = [0, 1, -1, .max, .min, 1 << 53, (1 << 53) + 1, (1 << 64) - 1, 1 << 64]
    for edge in edges { #expect(edge.nearest == Double(edge)) }
    var dice = SplitMix64(seed: 8)
    for round in 0..<20_000 {
      let wide = Int128(truncatingIfNeeded: dice.next()) << 64 | Int128(dice.next())
      let number = wide >> (round % 128)
      // Also numbers half-way between two others, and just beside.
      let half = number & ~((1 << (round % 90)) - 1)
      for sum in [number, half, half &+ 1, half &- 1] {
        #expect(sum.nearest == Double(sum), "\(sum)")
      }
    }
  }

  @Test func moments_merge_exactly_in_any_order() {
    let bench = Bench()
    let values = Self.values(1280, around: 500, seed: 3)
    let parts = stride(from: 0, to: 1280, by: 256).map {
      bench.moments(of: Array(values[$0..<($0 + 256)]), origin: 480)
    }
    let whole = bench.moments(of: values, origin: 480)
    for order in [[0, 1, 2, 3, 4], [4, 2, 0, 1, 3]] {
      var merged = Moments(origin: 480)
      for part in order { merged.merge(parts[part]) }
      #expect(merged == whole)
    }
  }

  @Test func a_single_future_has_no_variance() {
    let moments = Bench().moments(of: [42.5])
    #expect(moments.mean == 42.5)
    #expect(moments.variance.isNaN && moments.standardError.isNaN)
    #expect(Moments().mean.isNaN)
  }

  @Test func moments_of_two_origins_are_never_merged() async {
    await #expect(processExitsWith: .failure) {
      var moments = Moments(origin: 1)
      moments.merge(Moments(origin: 2))
    }
  }
}

@Suite struct ExactSumTests {
  @Test func a_sum_does_not_depend_on_the_order_of_its_terms() async {
    await forEverySeed(20) { seed in
      var dice = SplitMix64(seed: seed)
      var terms = (0..<1000).map { _ in (dice.uniform() - 0.5) * 1e15 * dice.uniform() }
      var (forward, shuffled, parts) = (ExactSum(), ExactSum(), [ExactSum(), ExactSum()])
      for term in terms { forward += term }
      terms.shuffle(using: &dice)
      for (place, term) in terms.enumerated() {
        shuffled += term
        parts[place % 2] += term
      }
      parts[0] += parts[1]
      #expect(forward == shuffled)
      #expect(forward == parts[0])
    }
  }

  @Test func terms_that_cancel_leave_nothing() {
    var sum = ExactSum()
    for term in [1e15, 0.1, -1e15, -0.1] { sum += term }
    #expect(sum.value == 0)
  }

  @Test func a_term_is_kept_to_half_a_millionth() {
    var sum = ExactSum()
    for _ in 0..<1000 { sum += 0.1 }
    #expect(abs(sum.value - 100) <= 1000 * 0x1p-21)
    var exact = ExactSum()
    for _ in 0..<1000 { exact += 0.25 }
    #expect(exact.value == 250)
  }

  @Test func a_hundred_million_large_terms_fit() {
    var sum = ExactSum()
    for _ in 0..<27 {
      let half = sum
      sum += half
      sum += 1e15
    }
    #expect(abs(sum.value / (0x1p27 * 1e15 - 1e15) - 1) < 1e-15)
  }
}
