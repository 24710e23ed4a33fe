import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

@Suite struct PresentValueTests {
  @Test(arguments: Discounting.Timing.allCases, [0, 1.5])
  func fees_are_worth_an_annuity(timing: Discounting.Timing, lag: Double) async throws {
    let market = Market(horizon: 36, discounting: Discounting(rate: 0.08, timing: timing))
    let option = try market.option(clauses: [
      "fee": .fixedFee(FixedFee(amount: 250)), "terms": .paymentTerms(PaymentTerms(lag: lag)),
      "setup": .oneOffFee(OneOffFee(amount: 4000, month: 3)),
    ])
    let tally = await market.outcome(of: option, futures: 300, seed: 1)
    // A geometric series of the monthly factor v.
    let v = pow(1.08, -1.0 / 12)
    let late = pow(v, timing.delay + lag)
    let truth = late * (250 * (1 - pow(v, 36)) / (1 - v) + 4000 * v * v)
    #expect(abs(tally.before.mean / truth - 1) < 1e-12)
    #expect(tally.before.variance < 1e-6)
    #expect(abs(tally.nominal.mean - 13_000) < 1e-9)
    let byMonth = tally.costByMonth(.afterCredits).reduce(0, +)
    #expect(abs(byMonth / 300 / truth - 1) < 1e-12)
  }

  @Test func volumes_are_discounted_month_by_month_and_only_payments_wait() async throws {
    let market = Market(
      horizon: 12, demand: [.lognormal(spread: 0.2)], metrics: [.score("quality")],
      discounting: Discounting(rate: 0.1))
    let option = try market.option(
      metrics: [.score("quality")],
      clauses: [
        "price": .unitPrice(UnitPrice(serviceLine: "voice", price: 2)),
        "terms": .paymentTerms(PaymentTerms(lag: 2)),
        "level": .serviceLevel(
          ServiceLevel(metric: "quality", target: -1, comparison: .atLeast)),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.1)),
        "loss": .poorServiceLoss(PoorServiceLoss(metric: "quality", need: 0, lossPerPoint: 300)),
      ])
    let paid = (1...12).reduce(0.0) { $0 + 2000 * pow(1.1, -Double($1 + 2) / 12) }
    let own = (1...12).reduce(0.0) { $0 + pow(1.1, -Double($1) / 12) }
    // E max(−Z, 0) = φ(0).
    let loss = 300 * Normal.density(0) * own
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, paid + loss, seed: seed)
      expect(tally.loss.estimate, loss, seed: seed)
      expect(tally.credits.estimate, 0.1 * Normal.below(-1) * paid, seed: seed)
      expect(tally.nominalCredits.estimate, 0.1 * Normal.below(-1) * 24_000, seed: seed)
    }
  }
}
