import Calibration
import Futures
import Glibc
import Quantities
import TestKit
import Testing

/// Providers with levels 1, 2, 3 … and the share `common` of their innovations' variance in common.
private func providers(
  _ count: Int, seed: UInt64, months: Int = 96, common: Double, trend: Double = 0
) -> [PerformanceFit] {
  var normals = Normals(seed: seed)
  var states = Array(repeating: 0.0, count: count)
  var scores = Array(repeating: [Double](), count: count)
  for time in 0..<months {
    let shared = normals.next()
    for index in states.indices {
      let own = normals.next()
      states[index] =
        0.5 * states[index] + common.squareRoot() * shared + (1 - common).squareRoot() * own
      scores[index].append(Double(index + 1) + states[index] + trend * Double(time))
    }
  }
  return scores.enumerated().map { index, scores in
    fitPerformance(
      provider: "P\(index)", metrics: [("score", .identity)],
      observations: ["score": observed(scores)], firstMonth: month(months)
    )
  }
}

@Test(arguments: [0.0, 0.3])
func the_common_share_comes_back(share: Double) throws {
  let shares = try ofSeeds(60) { seed in
    try #require(commonShares(of: providers(6, seed: seed, common: share))["score"])
  }
  // At 0 the clipping leaves the positive half of a small deviation.
  if share == 0 {
    #expect(meanWithError(shares).mean < 0.03)
  } else {
    expectMean(shares, share)
  }
}

@Test func a_common_share_is_clipped_and_counts_each_provider_once() {
  let all = providers(3, seed: 1, common: 1)
  #expect(commonShares(of: all) == ["score": 0.6])
  #expect(commonShares(of: [all[0], all[0]]).isEmpty)
  let apart = providers(3, seed: 1, common: 0)
  #expect(commonShares(of: apart) == commonShares(of: apart + [apart[0]]))
}

@Test func a_common_share_is_applied_to_the_drivers() {
  let fit = providers(1, seed: 1, common: 0)[0].sharing(["score": 0.25, "other": 0.5])
  #expect(fit.performance.metrics[0].commonShare == 0.25)
}

@Test func peers_have_the_mean_level_and_the_deviation_between_providers() throws {
  let fits = providers(4, seed: 2, common: 0.2).map { $0.sharing(["score": 0.2]) }
  let peer = try #require(peers(of: fits).metrics.first)
  let levels = fits.map { $0.rows[0].level.estimate }
  let (mean, error) = meanWithError(levels)
  #expect(abs(peer.level.estimate - mean) < 1e-12)
  #expect(abs(peer.level.error - error * 2 * (1.25).squareRoot()) < 1e-12)
  let logs = fits.map { log($0.rows[0].spread.estimate) }
  #expect(abs(log(peer.spread.estimate) - meanWithError(logs).mean) < 1e-12)
  let rhos = fits.map { $0.rows[0].persistence.estimate }
  #expect((rhos.reduce(1, min)...rhos.reduce(-1, max)).contains(peer.persistence.estimate))
  #expect(peer.start == .stationary)
  #expect(peer.trend == 0)
  #expect(abs(peer.commonShare - 0.2) < 1e-12)
}

@Test func a_single_peer_leaves_the_level_as_uncertain_as_a_month() throws {
  let fit = providers(1, seed: 3, common: 0)[0]
  let peer = try #require(peers(of: [fit, fit]).metrics.first)
  #expect(peer.level.error == fit.rows[0].spread.estimate)
  #expect(peer.spread == fit.rows[0].spread)
  #expect(peer.persistence == fit.rows[0].persistence)
}

@Test func peers_go_on_without_the_trends_of_single_providers() throws {
  let fits = providers(3, seed: 4, common: 0, trend: 0.2)
  #expect(fits.allSatisfy { $0.rows[0].isTrendKept })
  #expect(peers(of: fits).metrics.allSatisfy { $0.trend == 0 })
}
