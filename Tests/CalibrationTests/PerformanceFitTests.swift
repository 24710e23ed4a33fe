import Calibration
import Futures
import Glibc
import Quantities
import TestKit
import Testing

/// Two scores whose innovations are correlated, and a third without history.
private func fit(
  seed: UInt64, months: Int, correlation: Double, provider: String = "A"
) -> PerformanceFit {
  var normals = Normals(seed: seed)
  let rest = (1 - correlation * correlation).squareRoot()
  var (one, other) = (0.0, 0.0)
  var scores: [[Double]] = [[], []]
  for _ in 0..<months {
    let common = normals.next()
    one = 0.6 * one + common
    other = 0.3 * other + correlation * common + rest * normals.next()
    scores[0].append(10 + one)
    scores[1].append(20 + other)
  }
  return fitPerformance(
    provider: provider, metrics: [("one", .identity), ("other", .identity), ("none", .logit)],
    observations: ["one": observed(scores[0]), "other": observed(scores[1])],
    firstMonth: month(months)
  )
}

@Test func the_correlation_of_innovations_comes_back() {
  let fits = ofSeeds(100) { fit(seed: $0, months: 96, correlation: -0.6) }
  // The mean of a sample correlation is below the truth by about ρ(1 − ρ²)/2n.
  expectMean(fits.map { $0.performance.correlation.matrix[0][1] }, -0.6 * (1 - 0.32 / 96))
  #expect(fits.allSatisfy { $0.performance.correlation.repair == 0 })
}

@Test func a_metric_without_history_is_a_warning() {
  let fit = fit(seed: 1, months: 48, correlation: 0.5)
  #expect(fit.rows.map(\.metric) == ["one", "other"])
  #expect(fit.performance.metrics.map(\.metric) == ["one", "other"])
  #expect(fit.warnings == [.tooShortForMetric(metric: "none", months: 0)])
}

@Test func short_series_are_taken_as_uncorrelated() {
  let fit = fit(seed: 1, months: 12, correlation: 0.9)
  #expect(fit.performance.correlation == .identity(2))
  #expect(fit.warnings.contains(.correlationUnknown(metric: "one", other: "other", months: 11)))
}

@Test func a_provider_without_any_history_has_no_drivers() {
  let fit = fitPerformance(
    provider: "A", metrics: [("one", .log)], observations: [:], firstMonth: month(0)
  )
  #expect(fit.rows.isEmpty)
  #expect(fit.performance.metrics.isEmpty)
  #expect(peers(of: [fit]).metrics.isEmpty)
  #expect(commonShares(of: [fit]).isEmpty)
}

@Test func a_fit_does_not_depend_on_the_order_of_observations() {
  var generator = SplitMix64(seed: 3)
  var normals = Normals(seed: 3)
  let straight = observed(normals.autoregression(0.5, months: 40).map(exp))
  let mixed = straight.shuffled(using: &generator)
  let fits = [straight, mixed].map { observations in
    fitPerformance(
      provider: "A", metrics: [("time", .log)], observations: ["time": observations],
      firstMonth: month(40)
    )
  }
  #expect(fits[0] == fits[1])
}

@Test func innovations_have_unit_variance_and_skip_gaps() throws {
  let fit = fit(seed: 5, months: 96, correlation: 0)
  let innovations = fit.rows[0].innovations
  #expect(innovations.count == 95)
  let variance = innovations.values.reduce(0) { $0 + $1 * $1 } / 95
  expectClose(variance, 1, standardError: (2.0 / 95).squareRoot(), seed: 5)
}
