import Glibc
import Quantities
import Testing

@testable import Futures

@Suite struct ExactMeanTests {
  private static func demand(
    _ line: String = "voice", reading: DemandDriver.Reading = .mean,
    persistence: Parameter = Parameter(0.6, scale: .atanh),
    spread: Parameter = Parameter(0.2, scale: .log), steps: [DemandDriver.Step] = [],
    shocks: DemandDriver.Shocks? = nil, start: Start = .zero
  ) -> DemandDriver {
    DemandDriver(
      serviceLine: line, forecast: [100, 200, 300], reading: reading, persistence: persistence,
      spread: spread, steps: steps, shocks: shocks, start: start)
  }

  private static func score(
    level: Parameter = Parameter(0.5), spread: Parameter = Parameter(2, scale: .log),
    persistence: Parameter = Parameter(0.5, scale: .atanh), links: [String: Parameter] = [:],
    sample: PerformanceDriver.Sample? = nil, link: Link = .identity, start: Start = .stationary
  ) -> PerformanceDriver {
    PerformanceDriver(
      metric: "a", link: link, level: level, spread: spread, persistence: persistence,
      demandLinks: links, sample: sample, start: start)
  }

  private static func law(
    _ driver: PerformanceDriver, _ demand: [DemandDriver] = [demand()], lags: Int = 0
  ) throws(NoClosedForm) -> AttainmentLaw {
    try AttainmentLaw(of: driver, in: Assumptions(horizon: 3, demand: demand), lags: lags)
  }

  @Test func a_forecast_read_as_a_mean_is_the_mean() throws {
    #expect(try Self.demand().meanVolumes() == [100, 200, 300])
    #expect(try Self.demand(start: .stationary).meanVolumes() == [100, 200, 300])
  }

  @Test func a_median_is_below_the_mean_by_half_the_variance() throws {
    let means = try Self.demand(reading: .median).meanVolumes()
    // Var x[2] = 0.04 · (1 + 0.36).
    #expect(abs(means[1] / (200 * exp(0.0272)) - 1) < 1e-14)
    let stationary = try Self.demand(reading: .median, start: .stationary).meanVolumes()
    #expect(abs(stationary[0] / (100 * exp(0.5 * 0.04 / 0.64)) - 1) < 1e-14)
  }

  @Test func what_was_observed_fades() throws {
    let means = try Self.demand(start: .observed(value: 0.3, months: 2)).meanVolumes()
    #expect(abs(means[0] / (100 * exp(0.3 * 0.216)) - 1) < 1e-14)
  }

  @Test func steps_and_shocks_count_with_their_chances() throws {
    let steps = try Self.demand(steps: [.init(month: 2, size: -0.2, probability: 0.4)])
      .meanVolumes()
    for (mean, truth) in zip(steps, [100.0, 184, 276]) { #expect(abs(mean - truth) < 1e-12) }
    let shocks = DemandDriver.Shocks(perYear: 1, mean: 0.1, spread: 0.2, persistence: 0.5)
    let q = 1 - exp(-1.0 / 12)
    let first = 1 - q + q * exp(0.1 + 0.02)
    let second = 1 - q + q * exp(0.05 + 0.005)
    let means = try Self.demand(shocks: shocks).meanVolumes()
    #expect(abs(means[0] / (100 * first) - 1) < 1e-14)
    #expect(abs(means[1] / (200 * first * second) - 1) < 1e-14)
  }

  @Test func a_median_with_uncertain_coefficients_has_no_closed_mean() {
    for (phi, sigma) in [(0.1, 0.0), (0, 0.1)] {
      let driver = Self.demand(
        reading: .median, persistence: Parameter(0.6, error: phi, scale: .atanh),
        spread: Parameter(0.2, error: sigma, scale: .log))
      #expect(throws: NoClosedForm.uncertainMedian) { try driver.meanVolumes() }
    }
  }

  @Test func attainment_is_normal_around_its_level() throws {
    let chances = try Self.law(Self.score()).chances(below: 2.5)
    for chance in chances { #expect(abs(chance - 0.841_344_746_068_542_9) < 1e-14) }
  }

  @Test func an_uncertain_level_adds_its_variance() throws {
    let chances = try Self.law(Self.score(level: Parameter(0.5, error: 1.5))).chances(below: 3)
    #expect(abs(chances[0] - 0.841_344_746_068_542_9) < 1e-14)
  }

  @Test(arguments: [0.1, 0.5])
  func an_uncertain_spread_is_integrated_over(error: Double) throws {
    let driver = Self.score(spread: Parameter(2, error: error, scale: .log))
    let chance = try Self.law(driver).chances(below: 2)[0]
    // Simpson's rule with 4,000 pieces on ±9.
    let width = 18.0 / 4_000
    let integral = (0...4_000).reduce(0.0) { sum, i in
      let e = -9 + Double(i) * width
      let weight = i == 0 || i == 4_000 ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      let density = exp(-e * e / 2) / (2 * Double.pi).squareRoot()
      let below = erfc(-0.75 * exp(-error * e) / 2.0.squareRoot()) / 2
      return sum + weight * density * below
    }
    #expect(abs(chance - integral * width / 3) < 1e-6)
  }

  @Test func demand_moves_the_mean_and_widens_the_spread() throws {
    let driver = Self.score(links: ["voice": Parameter(-3)])
    let chances = try Self.law(driver).chances(below: 0)
    for (month, variance) in [0.04, 0.04 * 1.36].enumerated() {
      let mean = 0.5 + 3 * variance / 2
      let truth = erfc(mean / (4 + 9 * variance).squareRoot() / 2.0.squareRoot()) / 2
      #expect(abs(chances[month] - truth) < 1e-14)
    }
  }

  /// Sheppard's formula: two normals lie below their means together in 1/4 + asin ρ / 2π.
  @Test(arguments: [0, 0.3, 0.69, 0.71, 0.9, 0.999, 0.999_999, 1, -0.5, -0.95, -1])
  func two_normals_lie_below_their_means_as_sheppard_says(correlation: Double) {
    let chance = NormalLaw.below(0, 0, correlation: correlation)
    #expect(abs(chance - (0.25 + asin(correlation) / (2 * .pi))) < 1e-8)
  }

  /// Against SciPy 1.17: the integral of `φ(x)·Φ((k − ρx)/√(1 − ρ²))` by `scipy.integrate.quad`.
  @Test(arguments: [
    (-1.55, -1.55, 0.6, 0.020_013_656_580_2), (1, -0.5, -0.8, 0.173_457_054_930_5),
    (-2, 0.3, 0.69, 0.022_638_093_627_4), (0.3, 0.7, 0.71, 0.565_425_632_844_1),
    (-1.2, -1.1, 0.95, 0.098_130_108_758_9), (-1, -1.001, 0.9999, 0.157_166_428_230_2),
    (2.5, -3, 0.2, 0.001_349_024_842_5), (0.5, -0.25, -0.97, 0.100_081_883_122_3),
  ])
  func two_normals_lie_below_bounds_as_scipy_says(
    h: Double, k: Double, correlation: Double, truth: Double
  ) {
    #expect(abs(NormalLaw.below(h, k, correlation: correlation) - truth) < 1e-8)
    #expect(abs(NormalLaw.below(k, h, correlation: correlation) - truth) < 1e-8)
  }

  @Test func where_one_of_two_is_certain_the_other_decides() {
    #expect(NormalLaw.below(.infinity, 1, correlation: .nan) == NormalLaw.below(1))
    #expect(NormalLaw.below(-.infinity, 1, correlation: .nan) == 0)
  }

  @Test func months_are_correlated_by_persistence_level_and_demand() throws {
    let driver = Self.score(
      level: Parameter(0.5, error: 1.5), links: ["voice": Parameter(-3)], start: .zero)
    let law = try Self.law(driver, lags: 2)
    // Variances of the state 0.75, 0.9375, 0.984375 of 4, of demand 0.04 and what is left of it.
    let demand = [0.04, 0.04 * 1.36, 0.04 * 1.4896]
    let own = [3, 3.75, 3.9375]
    for (lag, month) in [(1, 1), (1, 2), (2, 2)] {
      let deviations = zip(own, demand).map { ($0 + 2.25 + 9 * $1).squareRoot() }
      let (fade, linked) = (pow(0.5, Double(lag)), pow(0.6, Double(lag)))
      let covariance =
        fade * own[month - lag] + 2.25 + 9 * linked * demand[month - lag]
      let bound = { (month: Int) in (0.2 - 0.5 - 3 * demand[month] / 2) / deviations[month] }
      let truth = NormalLaw.below(
        bound(month), bound(month - lag),
        correlation: covariance / (deviations[month] * deviations[month - lag]))
      let below = law.chances(ofPairsBeyond: 0.2, isBelow: true, lag: lag)
      #expect(abs(below[month] - truth) < 1e-12)
      // Above in both: neither below, but for both.
      let single = try law.chances(below: 0.2)
      let above = law.chances(ofPairsBeyond: 0.2, isBelow: false, lag: lag)[month]
      #expect(abs(above - (1 - single[month] - single[month - lag] + truth)) < 1e-12)
      #expect(below[..<lag].allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: [0.4, 0.8], [1, 3, 8])
  func an_uncertain_persistence_matters_for_two_months_and_not_for_one(
    error: Double, lag: Int
  ) throws {
    let driver = Self.score(persistence: Parameter(0.5, error: error, scale: .atanh))
    let law = try AttainmentLaw(of: driver, in: Assumptions(horizon: 9, demand: []), lags: 8)
    #expect(abs(try law.chances(below: 2.5)[8] - 0.841_344_746_068_542_9) < 1e-8)
    // Simpson's rule with 400 pieces on ±8.
    let width = 16.0 / 400
    let integral = (0...400).reduce(0.0) { sum, i in
      let e = -8 + Double(i) * width
      let weight = i == 0 || i == 400 ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      let density = exp(-e * e / 2) / (2 * Double.pi).squareRoot()
      let persistence = tanh(atanh(0.5) + error * e)
      let both = NormalLaw.below(1, 1, correlation: pow(persistence, Double(lag)))
      return sum + weight * density * both
    }
    let both = law.chances(ofPairsBeyond: 2.5, isBelow: true, lag: lag)
    #expect(abs(both[8] - integral * width / 3) < 1e-6)
  }

  @Test func two_uncertain_coefficients_are_known_of_a_month_and_not_of_two() throws {
    let driver = Self.score(
      spread: Parameter(2, error: 0.1, scale: .log), links: ["voice": Parameter(-3, error: 1)])
    #expect(try Self.law(driver).chances(below: 2.5)[0] < 1)
    #expect(throws: NoClosedForm.severalUncertain) { try Self.law(driver, lags: 1) }
  }

  @Test func what_is_not_known_exactly_is_said() {
    let links = ["voice": Parameter(-3)]
    let open = Self.demand(spread: Parameter(0.2, error: 0.1, scale: .log))
    let shaken = Self.demand(
      shocks: .init(perYear: 1, mean: 0.1, spread: 0.2, persistence: 0.5))
    let stepped = Self.demand(steps: [.init(month: 2, size: -0.2, probability: 0.4)])
    let cases: [(NoClosedForm, PerformanceDriver, DemandDriver)] = [
      (.uncertainDemand, Self.score(links: links), open),
      (.shocksOfDemand, Self.score(links: links), shaken),
      (.stepOfDemand, Self.score(links: links), stepped),
      (.measuredOfSample, Self.score(sample: .cases(50), link: .logit), Self.demand()),
      (
        .manyUncertain,
        Self.score(
          spread: Parameter(2, error: 0.1, scale: .log),
          persistence: Parameter(0.5, error: 0.1, scale: .atanh),
          links: ["voice": Parameter(-3, error: 1)], start: .zero), Self.demand()
      ),
    ]
    for (reason, driver, demand) in cases {
      #expect(throws: reason) { try Self.law(driver, [demand]) }
    }
    #expect(throws: NoClosedForm.noChance) {
      try Self.law(Self.score(spread: Parameter(0))).chances(below: 0.5)
    }
  }

  @Test func metrics_that_ignore_demand_do_not_mind_its_shape() throws {
    let shaken = Self.demand(
      shocks: .init(perYear: 1, mean: 0.1, spread: 0.2, persistence: 0.5))
    #expect(try Self.law(Self.score(), [shaken]).chances(below: 0.5)[2] == 0.5)
  }
}
