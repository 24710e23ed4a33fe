import Futures
import Glibc
import Quantities
import TestKit
import Testing

@Suite struct ParameterUncertaintyTests {
  private static func attainments(_ metric: PerformanceDriver, seed: UInt64) -> [[Double]] {
    let assumptions = Assumptions(
      horizon: 6, demand: [], performance: ["north": Performance(metrics: [metric])])
    return Sampled(assumptions, options: ["north"], seed: seed).attainments[0][0]
  }

  @Test func an_uncertain_level_widens_the_fan_by_its_variance() async {
    await forEverySeed(seedCount) { seed in
      let metric = PerformanceDriver(
        metric: "answer", link: .logit, level: Parameter(1, error: 0.3), spread: .spread(0.4),
        persistence: .persistence(0.5))
      let values = Self.attainments(metric, seed: seed)
      for month in [1, 6] {
        expectMean(of: values[month - 1], 1, seed: seed)
        expectVariance(of: values[month - 1], 0.16 + 0.09, seed: seed)
      }
      // The draw belongs to the future, so it does not fade from month to month.
      expectCovariance(of: values[0], values[5], 0.09 + 0.16 * pow(0.5, 5), seed: seed)
    }
  }

  @Test func an_uncertain_spread_is_lognormal() async {
    await forEverySeed(seedCount) { seed in
      let metric = PerformanceDriver(
        metric: "answer", link: .identity, level: Parameter(0), spread: .spread(0.4, error: 0.25))
      let values = Self.attainments(metric, seed: seed)
      expectVariance(of: values[2], 0.16 * exp(2 * 0.0625), seed: seed)
      let squares = zip(values[0], values[5]).map { $0 * $0 * $1 * $1 }
      expectMean(of: squares, pow(0.4, 4) * exp(8 * 0.0625), seed: seed)
    }
  }

  @Test(arguments: [0, 0.3])
  func an_uncertain_persistence_keeps_the_stationary_variance(errorOfSpread: Double) async {
    // The mean square of a lognormal spread.
    let variance = 0.16 * exp(2 * errorOfSpread * errorOfSpread)
    await forEverySeed(seedCount) { seed in
      let metric = PerformanceDriver(
        metric: "answer", link: .identity, level: Parameter(0),
        spread: .spread(0.4, error: errorOfSpread), persistence: .persistence(0.5, error: 0.4))
      let values = Self.attainments(metric, seed: seed)
      for month in [0, 5] { expectVariance(of: values[month], variance, seed: seed) }
      for lag in [1, 3] {
        let truth = normalMean { pow(tanh(atanh(0.5) + 0.4 * $0), Double(lag)) }
        expectCovariance(of: values[1], values[1 + lag], variance * truth, seed: seed)
      }
    }
  }

  @Test func an_uncertain_link_to_demand_is_drawn_once_for_each_future() async {
    await forEverySeed(seedCount) { seed in
      let driver = DemandDriver(serviceLine: "voice", forecast: level(), growth: Parameter(0.2))
      let metric = PerformanceDriver(
        metric: "answer", link: .identity, level: Parameter(0), spread: .spread(0),
        demandLinks: ["voice": Parameter(-2, error: 0.5)])
      let assumptions = Assumptions(
        horizon: 12, demand: [driver], performance: ["north": Performance(metrics: [metric])])
      let values = Sampled(assumptions, options: ["north"], seed: seed).attainments[0][0]
      let surprise = log(1.2) * 11 / 12
      expectMean(of: values[11], -2 * surprise, seed: seed)
      expectVariance(of: values[11], pow(0.5 * surprise, 2), seed: seed)
    }
  }

  @Test(arguments: [Start.zero, .stationary, .observed(value: 0, months: 4)])
  func uncertain_demand_keeps_the_forecast_as_its_mean(start: Start) async {
    await forEverySeed(seedCount) { seed in
      let driver = DemandDriver(
        serviceLine: "voice", forecast: level(), persistence: .persistence(0.5, error: 0.2),
        spread: .spread(0.1, error: 0.3), start: start)
      let sampled = Sampled(demandOnly([driver]), seed: seed)
      for month in [1, 6, 12] {
        expectMean(of: sampled.volumes[0][month - 1], 1000, seed: seed)
      }
    }
  }

  @Test func an_uncertain_spread_of_demand_widens_it_by_the_right_amount() async {
    await forEverySeed(seedCount) { seed in
      let driver = DemandDriver(
        serviceLine: "voice", forecast: level(), persistence: .persistence(0.5),
        spread: .spread(0.1, error: 0.3))
      let surprises = Sampled(demandOnly([driver]), seed: seed).surprises[0]
      let law = Autoregression(persistence: 0.5, spread: 0.1, start: .zero)
      for month in [1, 6] {
        // V = v·e^(2·0.3ε) is the state's variance in a future, and d = x − V/2.
        let v = law.variance(in: month)
        let mean = v * exp(0.18)
        let spread = v * v * (exp(0.72) - exp(0.36))
        expectMean(of: surprises[month - 1], -mean / 2, seed: seed)
        expectVariance(of: surprises[month - 1], mean + spread / 4, seed: seed)
      }
    }
  }

  @Test func an_uncertain_spread_of_an_index_keeps_its_drift_as_mean() async {
    await forEverySeed(seedCount) { seed in
      let index = IndexDriver(
        id: "fx", law: .geometric(drift: 0.02, spread: .spread(0.1, error: 0.4)))
      let assumptions = Assumptions(horizon: 24, demand: [], indices: [index])
      let levels = Sampled(assumptions, seed: seed).indices[0]
      expectMean(of: levels[23], exp(0.04), seed: seed)
      let truth = normalMean { exp(0.08 + 0.02 * exp(0.8 * $0)) } - exp(0.08)
      expectVariance(of: levels[23], truth, seed: seed)
    }
  }

  @Test func known_assumptions_draw_no_coefficients() {
    let (uncertain, certain) = (Self.everything(error: 0.2), Self.everything(error: 0))
    #expect(uncertain.known == certain)
    let sampled = [uncertain, uncertain.known, certain].map {
      Sampled($0, options: ["north"], seed: 3, futures: 256)
    }
    #expect(sampled[1].volumes == sampled[2].volumes)
    #expect(sampled[1].indices == sampled[2].indices)
    #expect(sampled[1].attainments == sampled[2].attainments)
    #expect(sampled[0].volumes != sampled[2].volumes)
    #expect(sampled[0].indices != sampled[2].indices)
    #expect(sampled[0].attainments != sampled[2].attainments)
  }

  private static func everything(error: Double) -> Assumptions {
    let demand = DemandDriver(
      serviceLine: "voice", forecast: level(), persistence: .persistence(0.5, error: error),
      spread: .spread(0.1, error: error))
    let laws: [IndexDriver.Law] = [
      .geometric(drift: 0.02, spread: .spread(0.1, error: error)),
      .meanReverting(
        drift: 0.02, persistence: .persistence(0.9, error: error),
        spread: .spread(0.01, error: error)),
    ]
    let metric = PerformanceDriver(
      metric: "answer", link: .logit, level: Parameter(1, error: error),
      spread: .spread(0.3, error: error), persistence: .persistence(0.4, error: error),
      demandLinks: ["voice": Parameter(-1, error: error)])
    return Assumptions(
      horizon: 12, demand: [demand],
      indices: zip(["fx", "cpi"], laws).map { IndexDriver(id: $0, law: $1) },
      performance: ["north": Performance(metrics: [metric])])
  }
}
