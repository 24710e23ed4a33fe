import Calibration
import Futures
import Glibc
import Quantities
import TestKit
import Testing

/// A metric on the logit scale, `2 − 1.5·d + trend·years + 0.4·z`, and the surprises d.
private func simulated(
  seed: UInt64, months: Int, persistence: Double, trend: Double = 0
) -> (observations: [History.Observation], surprises: [CalendarMonth: Double]) {
  var normals = Normals(seed: seed)
  let states = normals.autoregression(persistence, months: months)
  let surprises = normals.autoregression(0.6, months: months).map { 0.1 * $0 }
  let shares = zip(states, surprises).enumerated().map { index, pair in
    let years = Double(index - months + 1) / 12
    return Link.logit.natural(2 - 1.5 * pair.1 + trend * years + 0.4 * pair.0)
  }
  let byMonth = surprises.enumerated().map { (month($0.offset), $0.element) }
  return (observed(shares, sample: 1e9), Dictionary(uniqueKeysWithValues: byMonth))
}

private func fit(
  _ observations: [History.Observation], link: Link = .logit,
  surprises: [String: [CalendarMonth: Double]] = [:], firstMonth: CalendarMonth = month(240)
) throws -> MetricFit {
  let all = fitPerformance(
    provider: "A", metrics: [("answered", link)], observations: ["answered": observations],
    demandSurprises: surprises, firstMonth: firstMonth
  )
  return try #require(all.rows.first)
}

@Test(arguments: [0.0, 0.5, 0.8])
func a_metric_comes_back_on_average(persistence: Double) throws {
  let fits = try ofSeeds(100) { seed in
    let history = simulated(seed: seed, months: 96, persistence: persistence)
    return try fit(history.observations, surprises: ["voice": history.surprises])
  }
  expectMean(fits.map(\.level.estimate), 2)
  expectMean(fits.map { log($0.spread.estimate) }, log(0.4))
  expectMean(fits.map(\.persistence.estimate), persistence)
  expectMean(fits.compactMap { $0.demandLinks["voice"]?.estimate }, -1.5)
}

@Test func intervals_of_a_metric_cover_the_truth_about_as_often_as_they_say() throws {
  let fits = try ofSeeds(300) { seed in
    let history = simulated(seed: seed, months: 96, persistence: 0.5)
    return try fit(history.observations, surprises: ["voice": history.surprises])
  }
  let scores = [
    fits.map { score($0.persistence, 0.5) },
    fits.map { score($0.spread, 0.4) },
    fits.map { score($0.level, 2) },
    fits.compactMap { $0.demandLinks["voice"] }.map { score($0, -1.5) },
  ]
  for score in scores { #expect((0.8...0.96).contains(coverage(score))) }
}

@Test func the_error_of_a_level_allows_for_persistence() throws {
  let history = simulated(seed: 4, months: 240, persistence: 0.6)
  let fit = try fit(history.observations)
  let rho = fit.persistence.estimate
  let expected = fit.spread.estimate * ((1 + rho) / (1 - rho) / 240).squareRoot()
  // The exact sum over 240 months is below the limit by less than 2ρ/((1 − ρ²)·240).
  #expect(!fit.isTrendKept)
  #expect(fit.level.error < expected)
  #expect(fit.level.error > 0.98 * expected)
}

@Test func a_clear_trend_is_kept_and_the_level_is_that_of_the_end() throws {
  let fits = try ofSeeds(50) { seed in
    let history = simulated(seed: seed, months: 96, persistence: 0.5, trend: 0.3)
    return try fit(history.observations, surprises: ["voice": history.surprises])
  }
  #expect(fits.allSatisfy { $0.isTrendKept })
  expectMean(fits.map(\.trend), 0.3)
  expectMean(fits.map(\.level.estimate), 2)
  let driver = fits[0].driver(firstMonth: month(96))
  #expect(driver.trend == fits[0].trend)
}

@Test func a_trend_within_two_standard_errors_is_not_kept() throws {
  let fits = try ofSeeds(200) { seed in
    try fit(simulated(seed: seed, months: 96, persistence: 0.5).observations)
  }
  #expect(fits.filter(\.isTrendKept).count <= 30)
  let flat = try #require(fits.first { !$0.isTrendKept })
  #expect(abs(flat.trend) <= 2 * flat.trendError)
  #expect(flat.driver(firstMonth: month(96)).trend == 0)
}

@Test func shares_of_nothing_and_all_are_clipped_by_their_sample() throws {
  let known = try fit(observed(Array(repeating: 1, count: 24), sample: 50))
  #expect(abs(known.naturalLevel - 0.99) < 1e-12)
  #expect(known.warnings == [.clipped(count: 24), .constantSeries])
  let unknown = try fit(observed(Array(repeating: 0, count: 24)))
  #expect(abs(unknown.naturalLevel - 0.0005) < 1e-12)
  #expect(unknown.spread == Parameter(0, scale: .log))
  #expect(unknown.level.error == 0)
  #expect(unknown.lastState == 0)
}

@Test func some_full_months_leave_a_finite_fit() throws {
  let shares = (0..<36).map { $0 % 5 == 0 ? 1.0 : 0.9 }
  let fit = try fit(observed(shares, sample: 200))
  #expect(fit.warnings.contains(.clipped(count: 8)))
  #expect(fit.level.estimate.isFinite)
  #expect(fit.naturalLevel > 0.9 && fit.naturalLevel < 1 - 1 / 400)
}

@Test func values_out_of_range_are_left_out() throws {
  var shares = observed(Array(repeating: 0.9, count: 20) + [97, -1, .nan])
  shares.append(History.Observation(month: month(30), value: 0.9, sample: 0))
  let fit = try fit(shares)
  #expect(fit.months == 20)
  #expect(fit.warnings.contains(.leftOut(count: 4)))
  let times = try fitOfTimes([3, 4, 0, 5, 4, 3, 5, 4, 6, 4])
  #expect(times.months == 9)
  #expect(times.warnings.contains(.gap(months: 1)))
}

private func fitOfTimes(_ values: [Double]) throws -> MetricFit {
  try fit(observed(values), link: .log)
}

@Test func a_score_is_fitted_as_it_is() throws {
  let fit = try fit(observed([-1, 0, 1, 2, 1, 0, -1, 0, 1, 0, -1]), link: .identity)
  #expect(!fit.isTrendKept)
  #expect(abs(fit.naturalLevel(standardErrors: 1) - fit.level.estimate - fit.level.error) < 1e-12)
  #expect(fit.trend == fit.driver(firstMonth: month(11)).trend)
}

@Test func a_link_to_demand_needs_eighteen_months() throws {
  let history = simulated(seed: 9, months: 48, persistence: 0.5)
  let few = history.surprises.filter { $0.key < month(17) }
  let without = try fit(history.observations, surprises: ["voice": few])
  #expect(without.demandLinks.isEmpty)
  #expect(without.warnings == [.tooShortForDemandLink(serviceLine: "voice", months: 17)])
  let enough = history.surprises.filter { $0.key < month(18) }
  let with = try fit(history.observations, surprises: ["voice": enough])
  let link = try #require(with.demandLinks["voice"])
  #expect(abs(link.estimate + 1.5) < 4 * link.error)
}

@Test func two_lines_with_the_same_surprises_cannot_be_told_apart() throws {
  let history = simulated(seed: 9, months: 48, persistence: 0.5)
  let both = try fit(
    history.observations, surprises: ["chat": history.surprises, "voice": history.surprises]
  )
  let one = try fit(history.observations, surprises: ["chat": history.surprises])
  #expect(both.warnings.contains(.demandLinkUndetermined(serviceLine: "voice")))
  #expect(both.demandLinks == one.demandLinks)
}

@Test func the_state_starts_where_the_history_ends() throws {
  let history = simulated(seed: 12, months: 48, persistence: 0.5)
  let fit = try fit(history.observations, firstMonth: month(51))
  let last = Link.logit.scaled(history.observations[47].value)
  let state = (last - fit.level.estimate) / fit.spread.estimate
  #expect(abs(fit.lastState - state) < 1e-9)
  let driver = fit.driver(firstMonth: month(51))
  #expect(driver.start == .observed(value: fit.lastState, months: 3))
}

@Test func history_beyond_the_start_is_said() throws {
  let history = simulated(seed: 12, months: 48, persistence: 0.5)
  let fit = try fit(history.observations, firstMonth: month(45))
  #expect(fit.warnings.contains(.historyAfterStart(months: 3)))
  #expect(
    fit.driver(firstMonth: month(45)).start == .observed(value: fit.lastState, months: 0)
  )
}
