import Futures
import Glibc
import Quantities
import Rows
import TestKit
import Testing

private let attainment = 0.8
private let level = log(attainment / (1 - attainment))

private func assumptions(_ sample: PerformanceDriver.Sample?) -> Assumptions {
  let driver = PerformanceDriver(
    metric: "right", link: .logit, level: Parameter(level), spread: Parameter(0), sample: sample)
  return Assumptions(
    horizon: 6,
    demand: [DemandDriver(serviceLine: "voice", forecast: [100, 200, 0, 400, 500, 600])],
    performance: ["a": Performance(metrics: [driver])])
}

/// What is measured in `month` over and above the true attainment, on the link scale.
private func noise(
  _ sample: PerformanceDriver.Sample?, in month: Int, seed: UInt64, futures: Int
) -> [Double] {
  let assumptions = assumptions(sample)
  let arena = Arena()
  defer { withExtendedLifetime(arena) {} }
  let world = World(for: assumptions, in: arena)
  let sampler = WorldSampler(assumptions, filling: world, in: arena)
  let path = ProviderPath(
    sampling: assumptions.performance["a"] ?? Performance(metrics: []), of: "a", in: world,
    assumptions: assumptions, uniforms: [], arena: arena)
  return stride(from: 0, to: futures, by: Lanes.count).flatMap { first in
    let draws = Draws(seed: seed, firstFuture: UInt32(first))
    sampler.fill(at: draws)
    path.begin(at: draws)
    for month in 1...month { path.advance(to: month) }
    guard case .scaled(let measured) = path.measurement(0),
      case .scaled(let truth) = path.attainment(0)
    else { return [Double]() }
    return (0..<Lanes.count).map { Double(measured[$0] - truth[$0]) }
  }
}

@Test func measurement_adds_the_noise_of_a_binomial_sample() async {
  await forEverySeed(20) { seed in
    for (sample, cases) in [
      (PerformanceDriver.Sample.cases(400), 400.0), (.share(0.5, of: "voice"), 250),
    ] {
      let n = 25_600
      let noise = noise(sample, in: 5, seed: seed, futures: n)
      let variance = 1 / (cases * attainment * (1 - attainment))
      let mean = noise.reduce(0, +) / Double(n)
      let spread = noise.reduce(0) { $0 + $1 * $1 } / Double(n)
      expectClose(
        mean, 0, standardError: (variance / Double(n)).squareRoot(), within: 4, seed: seed)
      expectClose(
        spread, variance, standardError: variance * (2 / Double(n)).squareRoot(), within: 4,
        seed: seed)
    }
  }
}

@Test func without_cases_the_noise_is_that_of_one() {
  let noise = noise(.share(0.5, of: "voice"), in: 3, seed: 1, futures: 25_600)
  let spread = noise.reduce(0) { $0 + $1 * $1 } / 25_600
  #expect(abs(spread - 4) < 4 * 4 * (2 / 25_600.0).squareRoot())
}

@Test func a_metric_that_is_not_sampled_is_measured_exactly() {
  #expect(noise(nil, in: 5, seed: 1, futures: 512).allSatisfy { $0 == 0 })
}

@Test func measurement_leaves_the_true_attainment_as_it_was() {
  let arena = Arena()
  defer { withExtendedLifetime(arena) {} }
  let truths = [nil, PerformanceDriver.Sample.cases(50)].map { sample in
    let assumptions = assumptions(sample)
    let world = World(for: assumptions, in: arena)
    WorldSampler(assumptions, filling: world, in: arena).fill(at: Draws(seed: 3))
    let path = ProviderPath(
      sampling: assumptions.performance["a"] ?? Performance(metrics: []), of: "a", in: world,
      assumptions: assumptions, uniforms: [], arena: arena)
    path.begin(at: Draws(seed: 3))
    path.advance(to: 1)
    guard case .scaled(let row) = path.attainment(0) else { return [Float]() }
    return (0..<Lanes.count).map { row[$0] }
  }
  #expect(truths[0] == truths[1] && !truths[0].isEmpty)
}
