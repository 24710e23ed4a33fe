import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

@Suite struct IndexationTests {
  private static let (drift, spread) = (0.03, 0.06)
  private static let (cap, floor) = (0.05, -0.01)

  private static func market(_ law: IndexDriver.Law) -> Market {
    Market(horizon: 36, indices: [IndexDriver(id: "wages", law: law)])
  }

  private static let geometric = market(
    .geometric(drift: drift, spread: Parameter(spread, scale: .log)))

  private static func option(
    in market: Market, share: Double, _ basis: Indexation.Basis, _ limited: Indexation.Limited
  ) throws -> Option {
    try market.option(clauses: [
      "cola": .indexation(
        Indexation(
          index: "wages", share: share, cap: cap, floor: floor, basis: basis, limited: limited)),
      "fee": .fixedFee(FixedFee(amount: 100, indexation: "cola")),
    ])
  }

  /// A year's charges at each of the factors of the three years.
  private static func charge(_ factors: [Double]) -> Double {
    factors.reduce(0) { $0 + 1200 * $1 }
  }

  /// The first adjustment compares month 13 with month 1, the second month 25 with month 13.
  private static func move(_ months: Double, _ z: Double) -> Double {
    let years = months / 12
    return exp((drift - spread * spread / 2) * years + spread * years.squareRoot() * z) - 1
  }

  /// Where the move is `value`.
  private static func place(of value: Double, _ months: Double) -> Double {
    let years = months / 12
    let centre = (drift - spread * spread / 2) * years
    return (log(1 + value) - centre) / (spread * years.squareRoot())
  }

  private static func clipped(_ move: Double) -> Double { min(max(move, floor), cap) }

  /// The mean of the move of the index within cap and floor: floor, a call bought at the floor and
  /// one sold at the cap.
  private static func expectedLimitedMove(_ months: Double) -> Double {
    let years = months / 12
    let call = { (strike: Double) in
      Normal.excess(
        over: 1 + strike, mean: exp(drift * years), deviation: spread * years.squareRoot())
    }
    return floor + call(floor) - call(cap)
  }

  @Test func a_limited_index_move_is_a_floor_with_two_calls() {
    let kinks = [Self.place(of: Self.cap, 12), Self.place(of: Self.floor, 12)]
    let integral = Normal.mean(kinks: kinks) { Self.clipped(Self.move(12, $0)) }
    #expect(abs(integral - Self.expectedLimitedMove(12)) < 1e-10)
  }

  @Test(arguments: [1, 0.7], [Indexation.Basis.cumulative, .eachStep])
  func a_charge_follows_an_index_with_cap_and_floor(
    share: Double, basis: Indexation.Basis
  ) async throws {
    let option = try Self.option(in: Self.geometric, share: share, basis, .index)
    let (first, second) = (Self.expectedLimitedMove(12), Self.expectedLimitedMove(12))
    let later =
      basis == .cumulative
      ? 1 + share * ((1 + first) * (1 + second) - 1)
      : (1 + share * first) * (1 + share * second)
    let truth = Self.charge([1, 1 + share * first, later])
    await forEverySeed(seedCount) { seed in
      let tally = await Self.geometric.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_limited_price_move_of_each_step_is_an_integral() async throws {
    let share = 0.6
    let option = try Self.option(in: Self.geometric, share: share, .eachStep, .price)
    let means = [12.0, 12].map { months in
      let kinks = [Self.cap, Self.floor].map { Self.place(of: $0 / share, months) }
      return Normal.mean(kinks: kinks) { Self.clipped(share * Self.move(months, $0)) }
    }
    let truth = Self.charge([1, 1 + means[0], (1 + means[0]) * (1 + means[1])])
    await forEverySeed(seedCount) { seed in
      let tally = await Self.geometric.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_limited_price_move_of_a_cumulative_index_is_a_double_integral() async throws {
    let share = 0.8
    let option = try Self.option(in: Self.geometric, share: share, .cumulative, .price)
    let kinks = [Self.cap, Self.floor].map { Self.place(of: $0 / share, 12) }
    let first = Normal.mean(kinks: kinks) { Self.clipped(share * Self.move(12, $0)) }
    let second = Normal.mean(kinks: kinks) { z in
      let index = 1 + Self.move(12, z)
      let factor = 1 + Self.clipped(share * (index - 1))
      // The price moves with the whole of the index, of which the limit has kept some back.
      let priceMove = { (move: Double) in (1 + share * (index * (1 + move) - 1)) / factor - 1 }
      let edges = [Self.cap, Self.floor].map { limit in
        Self.place(of: ((factor * (1 + limit) - 1) / share + 1) / index - 1, 12)
      }
      let mean = Normal.mean(kinks: edges) { Self.clipped(priceMove(Self.move(12, $0))) }
      return factor * (1 + mean)
    }
    let truth = Self.charge([1, 1 + first, second])
    await forEverySeed(seedCount) { seed in
      let tally = await Self.geometric.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func a_charge_follows_a_mean_reverting_index_with_cap_and_floor() async throws {
    let (phi, sigma) = (0.95, 0.012)
    let market = Self.market(
      .meanReverting(
        drift: Self.drift, persistence: Parameter(phi, scale: .atanh),
        spread: Parameter(sigma, scale: .log)))
    let option = try Self.option(in: market, share: 1, .eachStep, .index)
    let deviations = [13, 25].map {
      varianceReached(in: $0, persistence: phi, spread: sigma).squareRoot()
    }
    let kinks = [Self.cap, Self.floor].map { ($0 - Self.drift) / deviations[0] }
    let first = Normal.mean(kinks: kinks) { Self.clipped(Self.drift + deviations[0] * $0) }
    // The rate of the second year keeps φ¹² of the first year's, the rest is new.
    let fresh = varianceReached(in: 12, persistence: phi, spread: sigma).squareRoot()
    let second = Normal.mean(kinks: kinks) { z in
      let centre = Self.drift + pow(phi, 12) * deviations[0] * z
      let edges = [Self.cap, Self.floor].map { ($0 - centre) / fresh }
      let mean = Normal.mean(kinks: edges) { Self.clipped(centre + fresh * $0) }
      return (1 + Self.clipped(Self.drift + deviations[0] * z)) * (1 + mean)
    }
    let truth = Self.charge([1, 1 + first, second])
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }
}
