import Futures
import Glibc
import Rows
import Testing

@Suite struct InputSamplerTests {
  /// The values of every figure of the inputs called `names` in the first block, by input and figure.
  private static func values(
    _ names: [String], seed: UInt64 = 3
  ) -> [[(figure: InputQuantity, values: [Double])]] {
    let inputs = names.compactMap(UncertainMarket.input)
    let sampler = InputSampler(
      inputs, of: UncertainMarket.parties, in: UncertainMarket.assumptions)
    sampler.fill(at: Draws(seed: seed))
    return zip(sampler.quantities, sampler.rows).map { figures, rows in
      zip(figures, rows).map { ($0, $1.values) }
    }
  }

  private static let sampled = Sampled(
    UncertainMarket.assumptions, options: ["north", "south"], seed: 3, futures: Lanes.count)

  /// The means over months of what was sampled.
  private static func mean(_ months: ArraySlice<[Double]>, over expected: [Double]) -> [Double] {
    (0..<Lanes.count).map { lane in
      months.reduce(0) { $0 + $1[lane] }
        / expected[months.startIndex..<months.endIndex].reduce(0, +)
    }
  }

  private static func areClose(_ one: [Double], _ other: [Double], _ tolerance: Double) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) <= tolerance }
  }

  @Test func volumes_and_indices_are_those_of_the_futures_over_what_is_expected() {
    let found = Self.values(["demand/voice", "indices/wages"])
    let volumes = Self.sampled.volumes[0]
    #expect(Self.areClose(found[0][0].values, Self.mean(volumes[...], over: level(9)), 1e-12))
    #expect(Self.areClose(found[0][1].values, Self.mean(volumes[4...], over: level(9)), 1e-12))
    let path = UncertainMarket.assumptions.expectedIndices[0]
    let levels = Self.sampled.indices[0]
    #expect(Self.areClose(found[1][0].values, Self.mean(levels[...], over: path), 1e-12))
  }

  @Test func growth_alone_gives_the_powers_of_what_was_drawn() {
    let growth = Self.values(["demand/voice/growth"])[0][0].values
    // Its mean over nine months is a mean of eˠᵐ: of one γ in each future, found by bisection.
    for value in growth.prefix(64) {
      var (low, high) = (-1.0, 1.0)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        let mean = (0..<9).reduce(0.0) { $0 + exp(middle * Double($1) / 12) } / 9
        (low, high) = mean < value ? (middle, high) : (low, middle)
      }
      #expect(abs(low - log(1.02)) < 6 * 0.01)
    }
    let spread = growth.map { $0 - growth[0] }.map(abs).max() ?? 0
    #expect(spread > 0.001)
  }

  @Test func the_parts_of_demand_make_up_the_whole() {
    // Where a future has no shock and no step, events leave the forecast as it is.
    let found = Self.values(["demand/voice/events", "demand/voice/movement", "demand/voice"])
    let calm = (0..<Lanes.count).filter { abs(found[0][0].values[$0] - 1) < 1e-6 }
    let share = Double(calm.count) / Double(Lanes.count)
    #expect(0.04 < share && share < 0.78)
    let (movement, whole) = (found[1][0].values, found[2][0].values)
    // There the whole differs from its movement by growth alone, some per cent at most.
    #expect(calm.allSatisfy { abs(whole[$0] / movement[$0] - 1) < 0.06 })
    #expect((0..<Lanes.count).contains { abs(whole[$0] / movement[$0] - 1) > 0.1 })
  }

  @Test func service_is_told_by_its_mean_and_swing_without_demand_surprises() {
    let found = Self.values(["service/south"])[0]
    #expect(
      found.map(\.figure) == [
        .attainment(option: "south", metric: "speed"), .swing(option: "south", metric: "speed"),
      ])
    let months = Self.sampled.attainments[1][0]
    for lane in 0..<Lanes.count {
      let scaled = months.map { $0[lane] }
      let mean = scaled.reduce(0) { $0 + 1 / (1 + exp(-$1)) } / 9
      #expect(abs(found[0].values[lane] - mean) < 1e-9)
      let centre = scaled.reduce(0, +) / 9
      let swing = scaled.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / 9
      #expect(abs(found[1].values[lane] - swing) < 1e-9)
    }
  }

  @Test func coefficients_and_uniforms_are_drawn_as_they_are_in_the_futures() {
    let found = Self.values(["service/north/coefficients", "hidden/north"])
    #expect(
      found[0].map(\.figure) == [
        .coefficient("performance/north/speed/level"),
        .coefficient("performance/north/speed/demand/voice"),
      ])
    let levels = found[0][0].values
    let n = Double(levels.count)
    let mean = levels.reduce(0, +) / n
    let squares = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (n - 1)).squareRoot()
    // Four standard errors of a mean and a standard deviation of n normals of 0.2 around 1.
    #expect(abs(mean - 1) < 4 * 0.2 / n.squareRoot())
    #expect(abs(deviation - 0.2) < 4 * 0.2 / (2 * n).squareRoot())
    #expect(found[1].map(\.figure) == [.uniform("hidden/north/site")])
    #expect(found[1][0].figure.isUniform)
    #expect(found[1][0].values.allSatisfy { 0 < $0 && $0 < 1 })
  }

  @Test func what_is_common_is_the_mean_of_its_normals() {
    let found = Self.values(["common"])[0]
    #expect(found.map(\.figure) == [.common("common/speed")])
    let values = found[0].values
    let variance = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
    // A mean of nine standard normals has the variance 1/9.
    #expect(abs(variance - 1.0 / 9) < 4.0 / 9 * (2 / Double(values.count)).squareRoot())
  }
}
