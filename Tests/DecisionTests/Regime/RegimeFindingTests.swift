import Contracts
import Decision
import Futures
import Quantities
import Settlement
import Simulation
import Testing

/// Regimes of a score that runs normally about 0, of which everything is known.
@Suite struct RegimeFindingTests {
  private static func regime(
    target: Double, share: Double = 0.05, limits: [Contract.Named] = [], loss: Double? = nil,
    rank: ServiceLevel.Rank = .critical, isCredited: Bool = true
  ) async throws -> EffectiveRegime {
    let event = Small.event()
    var clauses: [Contract.Named] = [
      Small.fee(1000),
      .init(
        "level",
        .serviceLevel(ServiceLevel(metric: "quality", target: target, comparison: .atLeast))),
      .init(
        "other",
        .serviceLevel(
          ServiceLevel(metric: "quality", target: -0.5, comparison: .atLeast, rank: rank))),
      .init("credit", .fixedCredit(FixedCredit(level: "level", share: share))),
    ]
    if isCredited {
      clauses.append(.init("second", .fixedCredit(FixedCredit(level: "other", share: 0.01))))
    }
    if let loss {
      clauses.append(
        .init(
          "loss",
          .poorServiceLoss(PoorServiceLoss(metric: "quality", need: 0, lossPerPoint: loss))))
    }
    let driver = PerformanceDriver(
      metric: "quality", link: .identity, level: Parameter(0), spread: Parameter(1, scale: .log))
    let option = try Option(
      Small.bid("bid", clauses + limits), in: event, performance: Performance(metrics: [driver]))
    let experiment = Experiment(
      options: [option],
      assumptions: Assumptions(
        horizon: event.horizon,
        demand: [
          DemandDriver(serviceLine: "calls", forecast: Array(repeating: 100, count: event.horizon))
        ]), basis: .beforeCredits, futures: 1_024, seed: 2)
    return EffectiveRegime(
      option, await experiment.regime(of: 0, threads: 1),
      await experiment.furtherDefaults(of: 0, threads: 1))
  }

  private static func kinds(_ regime: EffectiveRegime) -> [String] {
    regime.findings.map { finding in
      switch finding {
      case .hardlyPaid: "hardly paid"
      case .hardlyEver: "hardly ever"
      case .neverMissed(let level, _): "never missed \(level)"
      case .neverMet(let level, _): "never met \(level)"
      case .notCredited(let level): "not credited \(level)"
      case .mostlyFree(let level, _): "mostly free \(level)"
      case .weak(let metric, _, _): "weak \(metric)"
      case .aboveLoss: "above loss"
      }
    }
  }

  @Test func a_regime_that_pays_and_hurts_is_not_cosmetic() async throws {
    #expect(try await Self.regime(target: 0).findings.isEmpty)
  }

  // Φ(−5) is one in three and a half million.
  @Test func a_target_far_below_the_record_is_never_missed() async throws {
    let regime = try await Self.regime(target: -5)
    #expect(regime.findings == [.neverMissed(level: "level", share: 0)])
    #expect(regime.findings.allSatisfy { $0.isCosmetic })
  }

  @Test func a_target_far_above_the_record_is_never_met() async throws {
    #expect(try await Self.regime(target: 5).findings == [.neverMet(level: "level", share: 1)])
  }

  @Test func next_to_nothing_is_hardly_paid() async throws {
    let regime = try await Self.regime(target: 0, share: 0.0001, isCredited: false)
    #expect(Self.kinds(regime) == ["hardly paid", "not credited other"])
    let never = try await Self.regime(target: -5, isCredited: false)
    #expect(
      Self.kinds(never) == [
        "hardly paid", "hardly ever", "never missed level", "not credited other",
      ])
  }

  @Test func a_level_that_is_only_reported_need_not_be_credited() async throws {
    let regime = try await Self.regime(target: 0, rank: .reportOnly, isCredited: false)
    #expect(regime.findings.isEmpty)
    #expect(regime.levels.map(\.isCredited) == [true, false])
    #expect(regime.levels[1].further == nil)
  }

  // Under a cap of nothing a default more costs nothing.
  @Test func a_cap_of_nothing_makes_failure_free() async throws {
    let cap = [Contract.Named("cap", .creditCap(CreditCap(share: 0)))]
    let regime = try await Self.regime(target: 0, limits: cap)
    #expect(
      Self.kinds(regime) == [
        "hardly paid", "hardly ever", "mostly free level", "mostly free other",
      ])
  }

  // A point worse moves credits by about 12 · (50 · 0.34 + 10 · 0.38) = 250.
  @Test func credits_are_held_beside_the_stated_loss() async throws {
    #expect(Self.kinds(try await Self.regime(target: 0, loss: 0.1)) == ["above loss"])
    #expect(Self.kinds(try await Self.regime(target: 0, loss: 1000)) == ["weak quality"])
    #expect(Self.kinds(try await Self.regime(target: 0, loss: 150)).isEmpty)
    let above = try await Self.regime(target: 0, loss: 0.1).findings
    #expect(above.allSatisfy { !$0.isCosmetic })
  }
}

@Suite struct CreditHeadlineTests {
  private static func headline(_ clauses: [Clause]) -> CreditHeadline {
    CreditHeadline(
      of: Contract(
        id: "bid", clauses: clauses.enumerated().map { .init("clause \($0)", $1) }))
  }

  private static func atRisk(_ share: Double, of prices: [String]? = nil) -> Clause {
    .atRiskCredit(
      AtRiskCredit(
        atRisk: share, of: prices, allocations: [.init(level: "a", pool: 1, share: 1)]))
  }

  @Test func the_share_at_risk_goes_before_caps_and_fixed_credits() {
    let fixed = Clause.fixedCredit(FixedCredit(level: "a", share: 0.05))
    let cap = Clause.creditCap(CreditCap(share: 0.10))
    let all = Self.headline([Self.atRisk(0.12), fixed, cap])
    #expect(all.share == 0.12 && all.source == .atRisk && all.monthCap == .share(0.10))
    #expect(Self.headline([fixed, cap]).share == 0.10)
    #expect(Self.headline([fixed, cap]).source == .monthCap)
    #expect(Self.headline([fixed, fixed]).share == 0.10)
    #expect(Self.headline([fixed]).source == .fixed)
  }

  @Test func amounts_are_no_share() {
    let none = Self.headline([.creditCap(CreditCap(amount: 500))])
    #expect(none.share == nil && none.source == nil && none.monthCap == .amount(500))
  }

  @Test func a_part_of_the_prices_is_noted() {
    #expect(Self.headline([Self.atRisk(0.12, of: ["fee"])]).isOfSomePrices)
    #expect(!Self.headline([Self.atRisk(0.12)]).isOfSomePrices)
  }
}
