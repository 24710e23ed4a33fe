import Calibration
import Futures
import Glibc
import Quantities
import TestKit
import Testing

@Test(arguments: [0.0, 0.5, 0.8])
func demand_comes_back_on_average(persistence: Double) throws {
  let fits = try ofSeeds(100) { seed in
    let volumes = simulatedDemand(
      seed: seed, months: 96, persistence: persistence, spread: 0.05
    )
    return try fitDemand(serviceLine: "voice", observed(volumes))
  }
  expectMean(fits.map(\.persistence.estimate), persistence)
  expectMean(fits.map { log($0.spread.estimate) }, log(0.05))
  expectMean(fits.map(\.trend), 0.04)
  expectMean(fits.map { log($0.level) }, 6 + log(meanOfTrueSeason))
  for index in 0..<12 {
    expectMean(fits.map { log($0.season[index] * meanOfTrueSeason) }, trueSeason(index))
  }
}

@Test func demand_of_four_years_is_not_biased_towards_forgetting() throws {
  let estimates = try ofSeeds(200) { seed in
    let volumes = simulatedDemand(seed: seed, months: 48, persistence: 0.5, spread: 0.05)
    return try fitDemand(serviceLine: "voice", observed(volumes)).persistence.estimate
  }
  // Uncorrected, the mean is about 0.5 − (1 + 3·0.5)/47 and lower still for trend and season.
  expectMean(estimates, 0.5)
}

@Test func intervals_of_demand_cover_the_truth_about_as_often_as_they_say() throws {
  let fits = try ofSeeds(300) { seed in
    try fitDemand(
      serviceLine: "voice",
      observed(simulatedDemand(seed: seed, months: 96, persistence: 0.5, spread: 0.05))
    )
  }
  let level = 6 + log(meanOfTrueSeason)
  let scores = [
    fits.map { score($0.persistence, 0.5) },
    fits.map { score($0.spread, 0.05) },
    fits.map { ($0.trend - 0.04) / $0.trendError },
    fits.map { (log($0.level) - level) / $0.levelError },
  ]
  for score in scores { #expect((0.83...0.96).contains(coverage(score))) }
}

@Test func without_noise_the_season_and_the_level_are_exact() throws {
  let volumes = simulatedDemand(seed: 1, months: 36, persistence: 0, spread: 0)
  let fit = try fitDemand(serviceLine: "voice", observed(volumes))
  #expect(fit.warnings == [.constantSeries])
  #expect(fit.spread == Parameter(0, scale: .log))
  #expect(abs(fit.trend - 0.04) < 1e-12)
  #expect(abs(fit.level / exp(6) / meanOfTrueSeason - 1) < 1e-12)
  for index in 0..<12 {
    #expect(abs(fit.season[index] * meanOfTrueSeason / exp(trueSeason(index)) - 1) < 1e-12)
  }
}

@Test func a_constant_volume_has_no_spread() throws {
  let fit = try fitDemand(
    serviceLine: "voice", observed(Array(repeating: 1_234.5, count: 30))
  )
  #expect(fit.warnings.contains(.constantSeries))
  #expect(fit.spread.estimate == 0)
  #expect(fit.persistence.estimate == 0)
  #expect(fit.lastState == 0)
  #expect(abs(fit.level - 1_234.5) < 1e-9)
}

@Test func the_order_of_observations_does_not_matter() throws {
  try fitsAreEqualInAnyOrder { try fitDemand(serviceLine: "voice", $0) }
}

private func fitsAreEqualInAnyOrder(
  _ fit: ([History.Observation]) throws -> DemandFit
) throws {
  let volumes = simulatedDemand(seed: 7, months: 40, persistence: 0.5, spread: 0.05)
  var generator = SplitMix64(seed: 7)
  let straight = observed(volumes)
  let mixed = straight.shuffled(using: &generator)
  #expect(try fit(straight) == fit(mixed))
}

@Test func several_values_of_a_month_count_as_their_mean_log() throws {
  var observations = observed(simulatedDemand(seed: 3, months: 24, persistence: 0.5, spread: 0.05))
  let single = try fitDemand(serviceLine: "voice", observations)
  observations.append(observations[4])
  let double = try fitDemand(serviceLine: "voice", observations)
  #expect(double.warnings == [.repeated(months: 1)] + single.warnings)
  #expect(abs(double.level / single.level - 1) < 1e-12)
}

@Test func gaps_leave_the_estimates_unbiased() throws {
  let fits = try ofSeeds(100) { seed in
    let all = observed(simulatedDemand(seed: seed, months: 96, persistence: 0.5, spread: 0.05))
    let some = all.enumerated().filter { $0.offset % 7 != 3 }.map(\.element)
    return try fitDemand(serviceLine: "voice", some)
  }
  #expect(fits[0].warnings == [.gap(months: 14)])
  #expect(fits[0].months == 82)
  expectMean(fits.map(\.persistence.estimate), 0.5)
  expectMean(fits.map { log($0.spread.estimate) }, log(0.05))
}

@Test func only_consecutive_months_tell_of_persistence() throws {
  let all = observed(simulatedDemand(seed: 1, months: 60, persistence: 0.5, spread: 0.05))
  let every = all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  let fit = try fitDemand(serviceLine: "voice", every)
  #expect(fit.warnings.contains(.persistenceUnknown(pairs: 0)))
  #expect(fit.warnings.contains(.seasonIncomplete(monthsOfYear: [2, 4, 6, 8, 10, 12])))
  #expect(fit.persistence.estimate == 0)
  #expect(fit.persistence.error == 1)
  #expect(fit.spread.estimate > 0)
}

@Test func a_random_walk_is_capped_and_says_so() throws {
  var normals = Normals(seed: 11)
  var level = 6.0
  let volumes = (0..<120).map { _ in
    level += 0.05 * normals.next()
    return exp(level)
  }
  let fit = try fitDemand(serviceLine: "voice", observed(volumes))
  #expect(fit.warnings == [.persistenceCapped(at: 0.98)])
  #expect(abs(fit.persistence.estimate - 0.98) < 1e-12)
}

@Test(arguments: [6, 12, 23])
func short_history_has_a_flat_season(months: Int) throws {
  let volumes = simulatedDemand(seed: 5, months: months, persistence: 0.3, spread: 0.05)
  let fit = try fitDemand(serviceLine: "voice", observed(volumes))
  #expect(fit.season == Array(repeating: 1, count: 12))
  #expect(fit.warnings.contains(.shortHistory(months: months)))
  #expect(fit.warnings.contains(.tooShortForSeason(months: months)))
  #expect(fit.spread.error > 1 / (2 * Double(months)).squareRoot())
}

@Test func less_history_gives_a_wider_fan() throws {
  let pairs = try ofSeeds(50) { seed in
    let volumes = simulatedDemand(seed: seed, months: 96, persistence: 0.5, spread: 0.05)
    return (
      long: try fitDemand(serviceLine: "voice", observed(volumes)),
      short: try fitDemand(serviceLine: "voice", observed(Array(volumes.prefix(36))))
    )
  }
  #expect(pairs.allSatisfy { $0.short.spread.error > $0.long.spread.error })
  let persistence = pairs.map { $0.short.persistence.error / $0.long.persistence.error }
  let level = pairs.map { $0.short.levelError / $0.long.levelError }
  #expect(meanWithError(persistence).mean > 1.5)
  #expect(meanWithError(level).mean > 1.2)
}

@Test func five_months_are_too_few() {
  #expect(throws: FitFailure.tooFewMonths(5)) {
    try fitDemand(serviceLine: "voice", observed([1, 2, 3, 4, 5]))
  }
  #expect(throws: FitFailure.tooFewMonths(0)) { try fitDemand(serviceLine: "voice", []) }
}

@Test func volumes_not_above_zero_have_no_logarithm() {
  #expect(throws: FitFailure.notAboveZero(count: 3)) {
    try fitDemand(serviceLine: "voice", observed([1, 0, -1, .nan, 5, 6, 7, 8]))
  }
}

@Test func the_forecast_is_the_last_level_times_the_season_without_growth() throws {
  let volumes = simulatedDemand(
    seed: 2, months: 60, persistence: 0.5, spread: 0.05, trend: 0.3
  )
  let fit = try fitDemand(serviceLine: "voice", observed(volumes))
  let driver = fit.driver(horizon: 24, firstMonth: month(63))
  #expect(driver.forecast.count == 24)
  #expect(driver.forecast[0] == fit.level * fit.season[3])
  #expect(driver.forecast[12] == driver.forecast[0])
  #expect(driver.growth == Parameter(0))
  #expect(driver.reading == .median)
  #expect(driver.start == .observed(value: fit.lastState, months: 3))
}

@Test func the_mean_forecast_is_above_the_median_by_half_the_variance() throws {
  let volumes = simulatedDemand(seed: 2, months: 60, persistence: 0.5, spread: 0.05)
  let fit = try fitDemand(serviceLine: "voice", observed(volumes))
  let driver = fit.driver(horizon: 1, firstMonth: month(60), reading: .mean)
  let phi = fit.persistence.estimate
  let variance = fit.spread.estimate * fit.spread.estimate / (1 - phi * phi)
  let median = fit.forecast(horizon: 1, firstMonth: month(60))
  #expect(driver.reading == .mean)
  #expect(abs(driver.forecast[0] / median[0] / exp(variance / 2) - 1) < 1e-12)
  #expect(driver.start == .observed(value: fit.lastState, months: 0))
}
