import Futures
import Glibc
import TestKit
import Testing

@Suite struct DemandMomentsTests {
  static let starts: [Start] = [
    .zero, .stationary, .observed(value: 0.3, months: 3), .observed(value: -0.2, months: 0),
    .observed(value: 0.1, months: 14),
  ]

  private static func law(_ start: Start) -> Autoregression {
    Autoregression(persistence: 0.7, spread: 0.12, start: start)
  }

  private static func assumptions(_ start: Start, _ reading: DemandDriver.Reading) -> Assumptions {
    let forecast = (1...12).map { 900 + 20 * Double($0) }
    return demandOnly([
      DemandDriver(
        serviceLine: "voice", forecast: forecast, reading: reading, persistence: .persistence(0.7),
        spread: .spread(0.12), start: start)
    ])
  }

  @Test(arguments: starts, DemandDriver.Reading.allCases)
  func volumes_have_the_moments_of_a_lognormal_autoregression(
    start: Start, reading: DemandDriver.Reading
  ) async {
    await forEverySeed(seedCount) { seed in
      let assumptions = Self.assumptions(start, reading)
      let sampled = Sampled(assumptions, seed: seed)
      let law = Self.law(start)
      for month in [1, 2, 5, 12] {
        let v = law.variance(in: month)
        let read = reading == .mean ? 0 : v / 2
        let forecast = assumptions.demand[0].forecast[month - 1]
        let truth = forecast * exp(law.mean(in: month) + read)
        let volumes = sampled.volumes[0][month - 1]
        expectMean(of: volumes, truth, seed: seed)
        expectVariance(of: volumes, truth * truth * (exp(v) - 1), seed: seed)
        expectMean(
          of: sampled.surprises[0][month - 1], law.mean(in: month) + read - v / 2, seed: seed)
        expectVariance(of: sampled.surprises[0][month - 1], v, seed: seed)
      }
    }
  }

  @Test(arguments: starts)
  func states_of_two_months_covary_by_the_persistence(start: Start) async {
    await forEverySeed(seedCount) { seed in
      let surprises = Sampled(Self.assumptions(start, .mean), seed: seed).surprises[0]
      let law = Self.law(start)
      for (first, later) in [(1, 2), (2, 5), (4, 5), (8, 12)] {
        let truth = law.variance(in: first) * pow(0.7, Double(later - first))
        expectCovariance(of: surprises[first - 1], surprises[later - 1], truth, seed: seed)
      }
    }
  }

  @Test func volumes_are_the_forecast_times_the_surprise() {
    let assumptions = Self.assumptions(.stationary, .mean)
    let sampled = Sampled(assumptions, seed: 1, futures: 256)
    for month in 0..<12 {
      for (volume, surprise) in zip(sampled.volumes[0][month], sampled.surprises[0][month]) {
        let truth = assumptions.demand[0].forecast[month] * exp(surprise)
        #expect(abs(volume / truth - 1) < 1e-15)
      }
    }
  }

  @Test func demand_without_spread_is_the_forecast_to_the_bit() {
    let forecast = (1...12).map { 900.1 + 20.3 * Double($0) }
    let driver = DemandDriver(serviceLine: "voice", forecast: forecast)
    let sampled = Sampled(demandOnly([driver]), seed: 1, futures: 256)
    for month in 0..<12 { #expect(sampled.volumes[0][month].allSatisfy { $0 == forecast[month] }) }
  }
}
