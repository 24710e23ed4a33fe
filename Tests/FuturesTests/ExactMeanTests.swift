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
    _ driver: PerformanceDriver, _ demand: [DemandDriver] = [demand()]
  ) throws(NoClosedForm) -> AttainmentLaw {
    try AttainmentLaw(of: driver, in: Assumptions(horizon: 3, demand: demand))
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
