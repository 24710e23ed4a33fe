import Contracts
import Futures
import Quantities
import Settlement
import Simulation
import TestKit
import Testing

/// Where one default more is free, enumerated by hand.
@Suite struct FurtherDefaultTests {
  private static let (p, q) = (Normal.below(-0.3), Normal.below(0.4))

  /// Two independent levels, credited 5 % each of 1,000 a month for a year.
  private static func found(
    _ limits: [Contract.Named], seed: UInt64, only: Bool = false
  ) async throws -> FurtherDefaults {
    let market = Market(metrics: [.score("a"), .score("b")])
    var clauses: [Contract.Named] = [
      .init("fee", .fixedFee(FixedFee(amount: 1000))),
      .init("first", .serviceLevel(ServiceLevel(metric: "a", target: -0.3, comparison: .atLeast))),
      .init("first_credit", .fixedCredit(FixedCredit(level: "first", share: 0.05))),
    ]
    if !only {
      clauses += [
        .init(
          "second", .serviceLevel(ServiceLevel(metric: "b", target: 0.4, comparison: .atLeast))),
        .init("second_credit", .fixedCredit(FixedCredit(level: "second", share: 0.05))),
      ]
    }
    let option = try Option(
      Bid(id: "north", name: "North", contract: Contract(id: "north", clauses: clauses + limits)),
      in: market.event(), performance: Performance(metrics: [.score("a"), .score("b")]))
    return await market.experiment([option], futures: 512, seed: seed)
      .furtherDefaults(of: 0, threads: 1)
  }

  @Test func without_a_limit_no_default_is_free() async throws {
    let found = try await Self.found([], seed: 5)
    #expect(found.levels.count == 2 && found.futures == 512)
    for level in found.levels {
      #expect(level.share?.value == 0 && level.firstMonth == nil && level.mainStep == nil)
    }
  }

  // The cap is one credit: a default more is free where the other level is in default.
  @Test func under_a_cap_of_one_credit_a_default_is_free_beside_the_others() async throws {
    let cap = [Contract.Named("cap", .creditCap(CreditCap(share: 0.05)))]
    await forEverySeed(seedCount) { seed in
      let found = try await Self.found(cap, seed: seed)
      let share = try #require(found.levels[0].share)
      expect(share, Self.q, seed: seed)
      expect(found.levels[0].months, 12 * (1 - Self.p) * Self.q, seed: seed)
      expect(found.levels[0].openMonths, 12 * (1 - Self.p), seed: seed)
      expect(try #require(found.levels[1].share), Self.p, seed: seed)
      #expect(found.levels[0].mainStep == .monthCap)
      #expect(found.levels[0].firstMonth == 1)
      #expect(found.levels[0].share(inYear: 1) == share.value)
      #expect(found.levels[0].share(inYear: 2) == nil)
    }
  }

  // Above one credit and below two a default more costs what is left.
  @Test func a_cap_that_leaves_a_cent_is_not_free() async throws {
    let cap = [Contract.Named("cap", .creditCap(CreditCap(share: 0.05002)))]
    let found = try await Self.found(cap, seed: 5)
    #expect(found.levels.allSatisfy { $0.share?.value == 0 })
  }

  // Σ_k C(12, k) p^k (1 − p)^(12 − k) (12 − k) [k ≥ 2]: with two defaults in the year all is paid,
  // whether they come before or after the month in question.
  @Test func under_a_yearly_cap_later_months_count_too() async throws {
    let cap = [
      Contract.Named("long", .longCreditCap(LongCreditCap(.amount(100), window: .year)))
    ]
    let (open, free) = (
      Binomial.mean(of: 12, Self.p) { Double(12 - $0) },
      Binomial.mean(of: 12, Self.p) { $0 >= 2 ? Double(12 - $0) : 0 }
    )
    await forEverySeed(seedCount) { seed in
      let level = try await Self.found(cap, seed: seed, only: true).levels[0]
      expect(level.openMonths, open, seed: seed)
      expect(level.months, free, seed: seed)
      expect(try #require(level.share), free / open, seed: seed)
      expectClose(
        level.chance.value, Binomial.atLeast(2, of: 12, Self.p),
        standardError: level.chance.standardError, seed: seed)
      #expect(level.mainStep == .longCap)
    }
  }

  // The buyer leaves upon one default: a default costs nothing in credits, and the contract.
  @Test func a_default_that_ends_the_contract_is_not_free() async throws {
    let right: [Contract.Named] = [
      .init("cap", .creditCap(CreditCap(share: 0))),
      .init(
        "right",
        .chronicFailure(
          ChronicFailure(level: "first", defaults: 1, window: 1, exercise: .always))),
      .init("replacement", .replacement(Replacement(multiple: 1, base: .stated(1000)))),
    ]
    let capped = try await Self.found(Array(right.prefix(1)), seed: 5, only: true)
    #expect(capped.levels[0].share?.value == 1)
    let leaving = try await Self.found(right, seed: 5, only: true)
    #expect(leaving.levels[0].share?.value == 0)
    #expect(leaving.levels[0].openByMonth[0] > 0)
  }
}
