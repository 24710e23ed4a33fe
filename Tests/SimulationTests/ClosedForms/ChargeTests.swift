import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

@Suite struct ChargeTests {
  private static let market = Market(
    demand: [.lognormal(spread: 0.15), .lognormal("chat", mean: 400, spread: 0.3)])

  private static func deviation(in month: Int, spread: Double) -> Double {
    varianceReached(in: month, persistence: 0.6, spread: spread).squareRoot()
  }

  @Test func the_expected_charge_of_marginal_tiers_is_a_sum_of_options_on_volume() async throws {
    let tiers = [
      TieredPrice.Tier(from: 0, to: 800, price: 5), .init(from: 800, to: 1050, price: 4),
      .init(from: 1050, to: 1300, price: 2.5), .init(from: 1300, price: 2),
    ]
    let option = try Self.market.option(clauses: [
      "voice": .tieredPrice(TieredPrice(serviceLine: "voice", tiers: tiers))
    ])
    let truth = (1...12).reduce(0.0) { sum, month in
      let deviation = Self.deviation(in: month, spread: 0.15)
      let excess = { Normal.excess(over: $0, mean: 1000, deviation: deviation) }
      return tiers.reduce(sum) { sum, tier in
        let beyond = tier.to.isFinite ? excess(tier.to) : 0
        return sum + (tier.price ?? .nan) * (excess(tier.from) - beyond)
      }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
      expect(tally.nominal.estimate, truth, seed: seed)
    }
  }

  @Test(arguments: VolumeBand.Reading.allCases)
  func the_expected_charge_of_a_band_is_a_call_less_a_put(reading: VolumeBand.Reading) async throws
  {
    let option = try Self.market.option(clauses: [
      "fee": .fixedFee(FixedFee(amount: 1000)),
      "band": .volumeBand(
        VolumeBand(
          serviceLine: "chat", baseline: [380], deadband: 0.1, arc: 9, rrc: 7, reading: reading)),
    ])
    let (upper, lower) = (418.0, 342.0)
    let truth = (1...12).reduce(0.0) { sum, month in
      let s = Self.deviation(in: month, spread: 0.3)
      let call = Normal.excess(over: upper, mean: 400, deviation: s)
      let put = Normal.excess(over: lower, mean: 400, deviation: s) - 400 + lower
      // The chances of lying above and below the edges, for the units between baseline and edge.
      let above = Normal.below((log(400 / upper) - s * s / 2) / s)
      let below = Normal.below((log(lower / 400) + s * s / 2) / s)
      let whole = reading == .deviation ? 38.0 : 0
      return sum + 1000 + 9 * (call + whole * above) - 7 * (put + whole * below)
    }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func the_spread_of_a_charge_is_that_of_correlated_lognormal_volumes() async throws {
    let correlation = Correlation([[1, 0.7], [0.7, 1]])
    let market = Market(
      horizon: 1, demand: [.lognormal(horizon: 1), .lognormal("chat", mean: 400, horizon: 1)],
      correlation: correlation)
    let option = try market.option(clauses: [
      "voice": .unitPrice(UnitPrice(serviceLine: "voice", price: 2)),
      "chat": .unitPrice(UnitPrice(serviceLine: "chat", price: 3)),
    ])
    let (a, b) = (2000.0, 1200.0)
    let own = exp(0.01) - 1
    let truth = (a * a + b * b) * own + 2 * a * b * (exp(0.007) - 1)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, a + b, seed: seed)
      // A nearly normal figure: the variance of the sample variance is 2σ⁴/n, with a margin for
      // the excess kurtosis of about 16σ².
      let standardError = truth * (2.2 / 20_480).squareRoot()
      expectClose(tally.before.variance, truth, standardError: standardError, seed: seed)
    }
  }
}
