import Futures
import Quantities
import Testing

private func metric(_ error: Double, link: Double? = nil) -> PerformanceDriver {
  PerformanceDriver(
    metric: "speed", link: .logit, level: Parameter(1, error: error),
    spread: Parameter(0.5, error: error / 2, scale: .log),
    persistence: Parameter(0.4, error: error / 4, scale: .atanh),
    demandLinks: link.map { ["voice": Parameter(-1, error: $0)] } ?? [:])
}

private let unequal = Assumptions(
  horizon: 2, demand: [DemandDriver(serviceLine: "voice", forecast: [10, 10])],
  performance: [
    "incumbent": Performance(metrics: [metric(0.3, link: 0.6)]),
    "challenger": Performance(metrics: [metric(0.4, link: 0.8)]),
    "newcomer": Performance(metrics: [metric(0)]),
  ])

@Test func equal_information_gives_every_provider_the_root_mean_square_error() throws {
  let shared = unequal.equallyInformed
  for option in ["incumbent", "challenger", "newcomer"] {
    let driver = try #require(shared.performance[option]?.metrics.first)
    let error = ((0.09 + 0.16) / 3).squareRoot()
    #expect(abs(driver.level.error - error) < 1e-12)
    #expect(abs(driver.spread.error - error / 2) < 1e-12)
    #expect(abs(driver.persistence.error - error / 4) < 1e-12)
    #expect(driver.level.estimate == 1)
  }
}

@Test func equal_information_shares_the_error_of_a_demand_link_among_those_that_have_one() throws {
  let shared = unequal.equallyInformed
  for option in ["incumbent", "challenger"] {
    let link = try #require(shared.performance[option]?.metrics.first?.demandLinks["voice"])
    #expect(abs(link.error - (0.5).squareRoot()) < 1e-12)
  }
  #expect(shared.performance["newcomer"]?.metrics.first?.demandLinks.isEmpty == true)
}

@Test func known_coefficients_have_no_error_and_nothing_else_changes() throws {
  let known = try #require(unequal.known.performance["challenger"]?.metrics.first)
  #expect(known.level == Parameter(1))
  #expect(known.spread == Parameter(0.5, scale: .log))
  #expect(known.demandLinks["voice"] == Parameter(-1))
  #expect(unequal.known.known == unequal.known)
}
