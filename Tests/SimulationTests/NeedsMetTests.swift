import Contracts
import Futures
import Quantities
import TestKit
import Testing

@testable import Simulation

/// In how many months providers reach what the buyer needs, beside its closed form.
@Suite struct NeedsMetTests {
  private static let needs = [
    Criterion.Need(metric: "quality", level: 0.5), Criterion.Need(metric: "wait", level: 30),
  ]

  private static func market(goLive: Int = 1) -> Market {
    Market(
      horizon: 6,
      metrics: [
        Metric(id: "quality", name: "Quality", link: .identity),
        Metric(id: "wait", name: "Wait", link: .log, better: .lower),
      ], goLive: goLive)
  }

  private static func option(
    _ id: String, quality: Double, wait: Double, learning: Double = 0, market: Market = market()
  ) throws -> Option {
    try market.option(
      id,
      metrics: [
        PerformanceDriver(
          metric: "quality", link: .identity, level: Parameter(quality),
          spread: Parameter(1, scale: .log), learning: learning, learningMonths: 3),
        PerformanceDriver(
          metric: "wait", link: .log, level: Parameter(Link.log.scaled(wait)),
          spread: Parameter(0.4, scale: .log)),
      ], clauses: ["fee": .fixedFee(FixedFee(amount: 1))])
  }

  // Independent months: P(quality ≥ 0.5) = Φ(0.3) and P(wait ≤ 30) = Φ(ln(30 / 25) / 0.4), each the
  // mean over 6 months of a share of variance p(1 − p).
  @Test func the_mean_share_is_that_of_the_normal_law() async throws {
    let market = Self.market()
    let options = [try Self.option("a", quality: 0.8, wait: 25)]
    let futures = 8_192
    let met = market.experiment(options, futures: futures, seed: 3)
      .needsMet(Self.needs, futures: futures)
    let chances = [Normal.below(0.3), Normal.below(Link.log.scaled(30 / 25.0) / 0.4)]
    let variance = chances.reduce(0) { $0 + $1 * (1 - $1) } / 4 / 6 / Double(futures)
    expectClose(
      met.means[0], (chances[0] + chances[1]) / 2, standardError: variance.squareRoot(), seed: 3)
    let shares = Set(met.shares[0].map { ($0 * 12).rounded() })
    #expect(met.shares[0].allSatisfy { abs($0 * 12 - ($0 * 12).rounded()) < 1e-9 })
    #expect(shares.isSubset(of: Set((0...12).map(Double.init))))
  }

  // Sure to meet both needs from month 4 on, and neither before.
  @Test func only_months_from_go_live_on_count() throws {
    for (goLive, expected) in [(1, 0.5), (4, 0.5)] {
      let market = Self.market(goLive: goLive)
      let option = try market.option(
        "a",
        metrics: [
          PerformanceDriver(
            metric: "quality", link: .identity, level: Parameter(1),
            spread: Parameter(1e-6, scale: .log), learning: -2, learningMonths: 3),
          PerformanceDriver(
            metric: "wait", link: .log, level: Parameter(0), spread: Parameter(1e-6, scale: .log)),
        ], clauses: ["fee": .fixedFee(FixedFee(amount: 1))])
      // ramp = 1, 2/3, 1/3, 0: quality −1, −1/3, 1/3, 1, and the need is 0.5.
      let met = market.experiment([option], futures: 4, seed: 1)
        .needsMet([Self.needs[0]], futures: 4)
      let months = Double(6 - goLive + 1)
      let missed = 3.0
      #expect(abs(met.means[0] - (months - missed) / months) < 1e-12)
      #expect(goLive == 4 ? met.means[0] == 0 : met.means[0] == expected)
    }
  }

  @Test func what_is_found_look_by_look_is_what_is_found_at_once() throws {
    let market = Self.market()
    let options = [
      try Self.option("a", quality: 0.8, wait: 25), try Self.option("b", quality: 0.2, wait: 20),
    ]
    let experiment = market.experiment(options, futures: 3_000, seed: 5)
    let whole = experiment.needsMet(Self.needs, futures: 3_000)
    #expect(whole.shares.map(\.count) == [3_000, 3_000])
    var parts = experiment.needsMet(Self.needs, futures: 1_024)
    #expect(parts.futures == 1_024)
    parts = experiment.needsMet(Self.needs, futures: 2_000, beyond: parts)
    #expect(parts.shares[1] == Array(whole.shares[1][..<2_000]))
    // 2,000 futures end within a block, which is then found anew.
    #expect(experiment.needsMet(Self.needs, futures: 3_000, beyond: parts) == whole)
    #expect(experiment.needsMet(Self.needs, futures: 3_000, beyond: whole) == whole)
  }

  @Test func another_option_changes_nothing_of_the_first() throws {
    let market = Self.market()
    let first = try Self.option("a", quality: 0.8, wait: 25)
    let other = try Self.option("b", quality: 0.2, wait: 20)
    let alone = market.experiment([first], futures: 600, seed: 2)
      .needsMet(Self.needs, futures: 600)
    let beside = market.experiment([other, first], futures: 600, seed: 2)
      .needsMet(Self.needs, futures: 600)
    #expect(beside.shares[1] == alone.shares[0])
  }

  @Test func of_an_option_without_the_metric_nothing_is_known() throws {
    let market = Self.market()
    let known = try Self.option("a", quality: 0.8, wait: 25)
    let unknown = try market.option("b", clauses: ["fee": .fixedFee(FixedFee(amount: 1))])
    let met = market.experiment([known, unknown], futures: 10, seed: 1)
      .needsMet(Self.needs, futures: 10)
    #expect(met.shares[0].allSatisfy { (0...1).contains($0) })
    #expect(met.shares[1].allSatisfy { $0.isNaN })
  }
}
