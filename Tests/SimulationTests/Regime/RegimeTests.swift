import Contracts
import Futures
import Quantities
import Settlement
import Simulation
import TestKit
import Testing

/// A fee of 1,000 a month for a year, of which a default is credited 5 %; nothing is discounted.
@Suite struct RegimeTests {
  private static let market = Market(metrics: [.score("a")])
  private static let target = -0.3
  private static let p = Normal.below(target)

  private static func clauses(_ limits: [Contract.Named]) -> [Contract.Named] {
    [
      .init("fee", .fixedFee(FixedFee(amount: 1000))),
      .init(
        "level", .serviceLevel(ServiceLevel(metric: "a", target: target, comparison: .atLeast))),
      .init("credit", .fixedCredit(FixedCredit(level: "level", share: 0.05))),
      .init("loss", .poorServiceLoss(PoorServiceLoss(metric: "a", need: 0, lossPerPoint: 7))),
    ] + limits
  }

  static func experiment(
    _ limits: [Contract.Named] = [], futures: Int = 20_480, seed: UInt64
  ) throws -> Experiment {
    let contract = Contract(id: "north", clauses: clauses(limits))
    let option = try Option(
      Bid(id: "north", name: "North", contract: contract), in: market.event(),
      performance: Performance(metrics: [.score("a")]))
    return market.experiment([option], futures: futures, seed: seed)
  }

  @Test func what_is_paid_is_what_simulation_credits_to_the_bit() async throws {
    let cap = [Contract.Named("cap", .creditCap(CreditCap(share: 0.03)))]
    let experiment = try Self.experiment(cap, futures: 2_000, seed: 7)
    let tally = await experiment.run(threads: 1).options[0]
    let regime = await experiment.regime(of: 0, threads: 1)
    #expect(regime.paid.mean == tally.credits.mean)
    #expect(regime.nominalPaid.mean == tally.nominalCredits.mean)
    #expect(regime.loss.mean == tally.loss.mean)
    #expect(regime.futures == 2_000 && regime.paidShares.count == 2_000)
  }

  @Test func a_regime_does_not_hang_on_threads() async throws {
    let experiment = try Self.experiment(futures: 2_000, seed: 3)
    let (one, many) = (
      await experiment.regime(of: 0, threads: 1), await experiment.regime(of: 0, threads: 3)
    )
    #expect(one.paid == many.paid && one.steps == many.steps)
    #expect(one.shifts.map(\.credits) == many.shifts.map(\.credits))
    #expect(one.paidShares == many.paidShares)
    let (alone, together) = (
      await experiment.furtherDefaults(of: 0, threads: 1),
      await experiment.furtherDefaults(of: 0, threads: 3)
    )
    #expect(alone.levels.map(\.freeByMonth) == together.levels.map(\.freeByMonth))
    #expect(alone.levels.map(\.open) == together.levels.map(\.open))
  }

  @Test func steps_from_stated_to_paid_have_closed_forms_under_a_cap() async throws {
    let cap = [Contract.Named("cap", .creditCap(CreditCap(share: 0.03)))]
    await forEverySeed(seedCount) { seed in
      let regime = try await Self.experiment(cap, seed: seed).regime(of: 0, threads: 1)
      let p = Self.p
      expect(regime[.stated].estimate, 12 * 50 * p, seed: seed)
      expect(regime[.monthCap].estimate, -12 * 20 * p, seed: seed)
      expect(regime.paid.estimate, 12 * 30 * p, seed: seed)
      #expect(regime.charge.mean == 12_000 && regime.charge.standardError == 0)
      expect(regime.paidShare, 0.03 * p, seed: seed)
      expect(regime.levels[0].defaults.estimate, 12 * p, seed: seed)
      #expect(regime.levels[0].judged.mean == 12)
      expect(regime.levels[0].afterCaps.estimate, 12 * 30 * p, seed: seed)
      expectShare(of: regime.credited, regime.futures, 1 - Binomial.chance(0, of: 12, p), seed)
      let sum = regime.steps.reduce(0) { $0 + $1.mean }
      #expect(abs(sum - regime.paid.mean) < 1e-9)
    }
  }

  @Test func a_yearly_cap_binds_by_the_binomial_law() async throws {
    let cap = [
      Contract.Named("long", .longCreditCap(LongCreditCap(.amount(100), window: .year)))
    ]
    let truth = Binomial.mean(of: 12, Self.p) { Double(min(50 * $0, 100)) }
    await forEverySeed(seedCount) { seed in
      let regime = try await Self.experiment(cap, seed: seed).regime(of: 0, threads: 1)
      expect(regime.paid.estimate, truth, seed: seed)
      expect(regime[.longCap].estimate, truth - 600 * Self.p, seed: seed)
      // At most two twelfths of 5 % are paid, and in more than a twentieth of futures they are.
      #expect(regime.paidShare(at: 0.95).value == 100.0 / 12_000)
    }
  }

  // Φ(target + 1) where the score runs one lower: dE ÷ dp = 12 · 50.
  @Test func a_point_of_attainment_moves_credits_by_the_normal_law() async throws {
    await forEverySeed(seedCount) { seed in
      let regime = try await Self.experiment(seed: seed).regime(of: 0, threads: 1)
      #expect(regime.shifts.map(\.change) == [-1, 1])
      for shift in regime.shifts {
        let moved = Normal.below(Self.target - shift.change)
        expect(shift.credits.estimate, 600 * (moved - Self.p), seed: seed)
        // E max(−m − Z, 0) = φ(m) − m·Φ(−m), times 7 a point and 12 months.
        let loss = { (m: Double) in 84 * (Normal.density(m) - m * Normal.below(-m)) }
        expect(shift.loss.estimate, loss(shift.change) - loss(0), seed: seed)
        #expect(shift.credits.standardError < 600 * 0.01)
      }
    }
  }
}

/// Expects `count` of `n` futures to be a share within four binomial errors of `truth`.
private func expectShare(of count: Int, _ n: Int, _ truth: Double, _ seed: UInt64) {
  expectClose(
    Double(count) / Double(n), truth, standardError: (truth * (1 - truth) / Double(n)).squareRoot(),
    seed: seed)
}
