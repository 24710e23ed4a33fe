import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// Payments for shortfalls that are set off in later periods.
@Suite struct CarryForwardTests {
  private static let spread = 0.25
  private static let minimum = 1050.0
  private static let months = 12
  private static let market = Market(demand: [.lognormal(persistence: 0, spread: spread)])

  /// A monthly minimum of 1050 units at 2.00, of which payments are carried forward.
  private static func option(expires: Int?) throws -> Option {
    try market.option(clauses: [
      "minimum": .minimumCommitment(
        MinimumCommitment(
          measure: .volume(of: "voice"), minimum: [minimum], price: 2, carryForward: expires))
    ])
  }

  /// The chance of a volume below `q`, of mean 1000.
  private static func below(_ q: Double) -> Double {
    q > 0 ? Normal.below((log(q / 1000) + spread * spread / 2) / spread) : 0
  }

  private static func density(_ q: Double) -> Double {
    q > 0 ? Normal.density((log(q / 1000) + spread * spread / 2) / spread) / (q * spread) : 0
  }

  private static var shortfall: Double {
    Normal.excess(over: minimum, mean: 1000, deviation: spread) - 1000 + minimum
  }

  @Test func what_expires_after_a_month_is_set_off_by_the_next_month_alone() async throws {
    let option = try Self.option(expires: 1)
    // Shortfall S of one month and excess E of the next are independent:
    // E min(S, E) = ∫ P(S > x) P(E > x) dx over x from 0 to M, by the midpoint rule.
    let setOff = stride(from: 0.25, to: Self.minimum, by: 0.5).reduce(0.0) { sum, x in
      sum + 0.5 * Self.below(Self.minimum - x) * (1 - Self.below(Self.minimum + x))
    }
    let truth = 2 * (12 * Self.shortfall - 11 * setOff)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  /// `E max(k·M − Q_k, 0)` for k = 1… of sums Q_k of independent volumes, by convolving their
  /// density, which vanishes with all its derivatives at 0, on a grid of 5 units.
  private static func shortfallsOfSums(_ count: Int) -> [Double] {
    let width = 5.0
    let grid = Int(Double(count) * minimum / width)
    let single = (0...grid).map { density(Double($0) * width) }
    var sum = single
    var means: [Double] = []
    for k in 1...count {
      if k > 1 {
        sum = (0...grid).map { i in
          width * (0...i).reduce(0.0) { $0 + sum[$1] * single[i - $1] }
        }
      }
      let strike = Double(k) * minimum
      means.append(
        sum.enumerated().reduce(0) { total, point in
          total + width * max(strike - Double(point.offset) * width, 0) * point.element
        })
    }
    return means
  }

  @Test func a_balance_that_never_expires_is_the_waiting_time_of_a_queue() async throws {
    let option = try Self.option(expires: Self.months)
    // What has been paid and not set off is B[t] = max(B[t−1] + M − q[t], 0), Lindley's recursion.
    // Spitzer (1956): E B[n] = Σ_{k ≤ n} E max(k·M − Q_k, 0) / k.
    let truth = Self.shortfallsOfSums(Self.months).enumerated().reduce(0.0) {
      $0 + 2 * $1.element / Double($1.offset + 1)
    }
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  /// Volumes in steps of `width`, each with the chance that keeps the mean between two steps.
  private static func grid(_ width: Double) -> [(Int, Double)] {
    // The second difference of E max(strike − q, 0) is the chance of a hat around the strike.
    let put = { (strike: Double) in
      strike > 0 ? Normal.excess(over: strike, mean: 1000, deviation: spread) - 1000 + strike : 0
    }
    return (0...Int(3000 / width)).map { step in
      let q = Double(step) * width
      return (step, (put(q + width) - 2 * put(q) + put(q - width)) / width)
    }.filter { $0.1 > 1e-9 }
  }

  /// The expected payments of a minimum whose balances expire after two months, on a grid.
  private static func twoMonths(width: Double) -> Double {
    // What is left of the payment before last, and the last one.
    struct State: Hashable { var older = 0, newer = 0 }
    var chain = Chain(State())
    let (volumes, floor) = (grid(width), Int(minimum / width))
    return (1...months).reduce(0.0) { sum, _ in
      sum
        + chain.move(volumes) { state, volume in
          let paid = max(floor - volume, 0)
          let fromOlder = min(state.older, max(volume - floor, 0))
          let fromNewer = min(state.newer, max(volume - floor, 0) - fromOlder)
          state = State(older: state.newer - fromNewer, newer: paid)
          return 2 * width * Double(paid - fromOlder - fromNewer)
        }
    }
  }

  @Test func balances_of_two_months_are_used_oldest_first() async throws {
    let option = try Self.option(expires: 2)
    // The error of the grid falls with the square of its width, and is taken off.
    let (coarse, fine) = (Self.twoMonths(width: 50), Self.twoMonths(width: 25))
    let truth = fine + (fine - coarse) / 3
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }

  @Test func the_longer_a_balance_lives_the_less_is_paid_in_every_future() async throws {
    let options = try [nil, 1, 2, 3, 6, 11, 12].map { try Self.option(expires: $0) }
    await forEverySeed(seedCount) { seed in
      var lives: [[Double]] = []
      for option in options {
        let outcome = await Self.market.experiment([option], futures: 2048, seed: seed)
          .run(threads: 1)
        lives.append(outcome.sample.before[0])
      }
      for (shorter, longer) in zip(lives, lives.dropFirst()) {
        let rises = zip(shorter, longer).count { $1 > $0 + 1e-6 }
        #expect(rises == 0, "seed \(seed)")
      }
      // A payment of the first month can be set off for eleven months at most.
      #expect(lives[5] == lives[6], "seed \(seed)")
    }
  }

  /// Takes up to `amount` from `payments`, the oldest first, and says how much was there.
  private static func setOff(_ amount: Double, from payments: inout [Double]) -> Double {
    var left = amount
    for position in payments.indices {
      let used = min(payments[position], left)
      payments[position] -= used
      left -= used
    }
    return amount - left
  }

  @Test(arguments: [1, 2, 4, 8], [false, true])
  func payments_of_quarters_are_set_off_on_every_path(
    expires: Int, charges: Bool
  ) async throws {
    let horizon = charges ? 20 : 24
    let market = SteppedVolume.market(horizon: horizon)
    // Either 3000 units a quarter at 2.00 or a charge of 6000, which the price of 2.00 reaches too.
    let commitment = MinimumCommitment(
      measure: charges ? .charge(of: ["voice"]) : .volume(of: "voice"),
      minimum: [charges ? 6000 : 3000], price: charges ? 1 : 2,
      reckoning: Reckoning(every: .quarter, rest: .proRata), carryForward: expires)
    let option = try market.option(
      metrics: [.score("a")],
      clauses: [
        "voice": .unitPrice(UnitPrice(serviceLine: "voice", price: 2)),
        "minimum": .minimumCommitment(commitment),
      ])
    // The payments that may still be set off, oldest first.
    struct State: Hashable { var volume = SteppedVolume.start, payments: [Double] }
    var chain = Chain(State(payments: Array(repeating: 0, count: expires)))
    let truth = stride(from: 0, to: horizon, by: 3).reduce(0.0) { sum, first in
      let months = Double(min(3, horizon - first))
      return sum
        + chain.move(SteppedVolume.steps) { state, factor in
          state.volume *= factor
          let difference = 2 * months * (state.volume - 1000)
          let setOff = Self.setOff(max(difference, 0), from: &state.payments)
          state.payments = state.payments.dropFirst() + [max(-difference, 0)]
          return 2 * months * state.volume + max(-difference, 0) - setOff
        }
    }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, seed: seed)
      expect(tally.before.estimate, truth, seed: seed)
    }
  }
}
