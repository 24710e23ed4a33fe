import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

@Suite struct LossTests {
  private static func driver(_ link: Link, beta: Double = 0) -> PerformanceDriver {
    PerformanceDriver(
      metric: "answer", link: link, level: Parameter(1.2), spread: Parameter(0.5, scale: .log),
      persistence: Parameter(0.7, scale: .atanh),
      demandLinks: beta == 0 ? [:] : ["voice": Parameter(beta)])
  }

  /// Attainment on the link scale is 1.2 + 0.5 z.
  private static func expectedShortfall(under need: Double) -> Double {
    let kink = (Link.logit.scaled(need) - 1.2) / 0.5
    return Normal.mean(kinks: [kink]) { max(need - Link.logit.natural(1.2 + 0.5 * $0), 0) }
  }

  @Test func a_monthly_loss_is_the_integral_of_the_shortfall() async throws {
    let market = Market(metrics: [Metric(id: "answer", name: "Answer", link: .logit)])
    let option = try market.option(
      metrics: [Self.driver(.logit)],
      clauses: [
        "loss": .poorServiceLoss(PoorServiceLoss(metric: "answer", need: 0.8, lossPerPoint: 250))
      ])
    // A point of a share is a hundredth.
    let truth = 12 * 250 * 100 * Self.expectedShortfall(under: 0.8)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.loss.estimate, truth, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_loss_per_unit_takes_the_volume_with_it() async throws {
    let market = Market(
      demand: [.lognormal(spread: 0.2)],
      metrics: [Metric(id: "answer", name: "Answer", link: .logit)])
    let option = try market.option(
      metrics: [Self.driver(.logit)],
      clauses: [
        "loss": .poorServiceLoss(
          PoorServiceLoss(metric: "answer", need: 0.8, lossPerPoint: 0.5, serviceLine: "voice"))
      ])
    let truth = 12 * 1000 * 0.5 * 100 * Self.expectedShortfall(under: 0.8)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.loss.estimate, truth, seed: seed)
    }
  }

  @Test func a_loss_from_service_that_suffers_under_demand_is_a_double_integral() async throws {
    let market = Market(
      horizon: 4, demand: [.lognormal(spread: 0.2, horizon: 4, reading: .median)],
      metrics: [Metric(id: "answer", name: "Answer", link: .logit)])
    let option = try market.option(
      metrics: [Self.driver(.logit, beta: -3)],
      clauses: [
        "loss": .poorServiceLoss(
          PoorServiceLoss(metric: "answer", need: 0.75, lossPerPoint: 0.5, serviceLine: "voice"))
      ])
    let truth = (1...4).reduce(0.0) { sum, month in
      let deviation = varianceReached(in: month, persistence: 0.6, spread: 0.2).squareRoot()
      return sum
        + Normal.mean { x in
          let surprise = deviation * x
          let centre = 1.2 - 3 * surprise
          let kink = (Link.logit.scaled(0.75) - centre) / 0.5
          let shortfall = Normal.mean(kinks: [kink]) {
            max(0.75 - Link.logit.natural(centre + 0.5 * $0), 0)
          }
          return 1000 * exp(surprise) * 50 * shortfall
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.loss.estimate, truth, seed: seed)
    }
  }

  @Test func a_loss_from_long_waits_is_an_option_on_a_lognormal() async throws {
    let market = Market(
      metrics: [Metric(id: "answer", name: "Wait", link: .log, better: .lower)])
    let option = try market.option(
      metrics: [Self.driver(.log)],
      clauses: [
        "loss": .poorServiceLoss(PoorServiceLoss(metric: "answer", need: 4, lossPerPoint: 30))
      ])
    // The mean of e^(1.2 + 0.5 z); a point is a unit.
    let excess = Normal.excess(over: 4, mean: exp(1.2 + 0.125), deviation: 0.5)
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.loss.estimate, 12 * 30 * excess, seed: seed)
    }
  }
}
