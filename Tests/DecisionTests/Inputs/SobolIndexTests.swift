import Decision
import Glibc
import Simulation
import TestKit
import Testing

@Suite struct SobolIndexTests {
  /// The indices of all inputs of `function`, whose inputs are drawn by `draw`.
  private static func indices(
    inputs: Int, futures: Int, seed: UInt64, draw: (inout Chance, Int) -> [Double],
    of function: ([Double]) -> Double
  ) throws -> [SobolIndex] {
    var chance = Chance(seed: seed)
    let a = (0..<inputs).map { _ in draw(&chance, futures) }
    let b = (0..<inputs).map { _ in draw(&chance, futures) }
    func values(_ columns: [[Double]]) -> [Double] {
      (0..<futures).map { future in function(columns.map { $0[future] }) }
    }
    return try (0..<inputs).map { input in
      var mixed = a
      mixed[input] = b[input]
      return try #require(SobolIndex(values(a), values(b), redrawn: values(mixed)))
    }
  }

  /// Uniforms in −π…π.
  private static func angles(_ chance: inout Chance, _ count: Int) -> [Double] {
    chance.uniforms(count).map { (2 * $0 - 1) * Double.pi }
  }

  /// Ishigami and Homma's function with a = 7 and b = 0.1 has known indices: `V = a²/8 + bπ⁴/5 +
  /// b²π⁸/18 + ½`, `V₁ = ½(1 + bπ⁴/5)²`, `V₂ = a²/8`, `V₁₃ = 8b²π⁸/225`.
  @Test func ishigamis_function_has_its_indices() async {
    await forEverySeed(10) { seed in
      let found = try Self.indices(
        inputs: 3, futures: 4_096, seed: seed, draw: Self.angles,
        of: { sin($0[0]) + 7 * pow(sin($0[1]), 2) + 0.1 * pow($0[2], 4) * sin($0[0]) })
      let truths = [(0.313905, 0.557589), (0.442411, 0.442411), (0, 0.243684)]
      for (index, truth) in zip(found, truths) {
        expectClose(
          index.first.value, truth.0, standardError: index.first.standardError, seed: seed)
        expectClose(
          index.total.value, truth.1, standardError: index.total.standardError, seed: seed)
        #expect(index.first.standardError < 0.04 && index.total.standardError < 0.03)
      }
    }
  }

  @Test func a_linear_function_has_shares_of_squares_in_either_order() async {
    await forEverySeed(10) { seed in
      let weights = [1.0, 2, 3, 0]
      let found = try Self.indices(
        inputs: 4, futures: 2_048, seed: seed, draw: { $0.normals($1) },
        of: { 500 + zip(weights, $0).reduce(0) { $0 + $1.0 * $1.1 } })
      for (index, weight) in zip(found, weights) {
        let truth = weight * weight / 14
        expectClose(
          index.first.value, truth, standardError: index.first.standardError, seed: seed)
        expectClose(
          index.total.value, truth, standardError: index.total.standardError, seed: seed)
      }
      #expect(found[3].first == Estimate(0, standardError: 0))
    }
  }

  @Test func intervals_hold_the_truth_as_often_as_they_say() throws {
    var held = (first: 0, total: 0)
    for seed in 1...400 as ClosedRange<UInt64> {
      let found = try Self.indices(
        inputs: 2, futures: 1_024, seed: seed, draw: { $0.normals($1) },
        of: { $0[0] + 2 * $0[1] })[0]
      held.first += abs(found.first.value - 0.2) < 1.96 * found.first.standardError ? 1 : 0
      held.total += abs(found.total.value - 0.2) < 1.96 * found.total.standardError ? 1 : 0
    }
    // 95 % of 400 are 380; four standard errors are 17.
    #expect(held.first >= 363 && held.total >= 363)
    #expect(held.first < 400 && held.total < 400)
  }

  @Test func what_is_not_touched_is_0_and_what_does_not_vary_has_no_index() throws {
    let untouched = try #require(SobolIndex([1, 2, 3], [2, 1, 5], redrawn: nil))
    #expect(untouched.first == Estimate(0, standardError: 0))
    #expect(untouched.total == untouched.first)
    #expect(SobolIndex([4, 4, 4], [4, 4, 4], redrawn: [4, 4, 4]) == nil)
    #expect(SobolIndex([], [], redrawn: []) == nil)
  }

  @Test func few_futures_have_no_standard_error() throws {
    let index = try #require(SobolIndex([1, 2, 3], [2, 1, 5], redrawn: [2, 1, 5]))
    #expect(index.total.standardError.isNaN)
  }
}
