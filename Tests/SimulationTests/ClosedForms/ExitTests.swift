import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

/// The chain of the last months' defaults of a level that is missed with chance `p` each month,
/// stopped when a window of `window` months holds `least` of them.
private struct WindowChain {
  /// The chance that the right arises in each month, from month 1.
  var arises: [Double] = []

  init(p: Double, least: Int, window: Int, firstMonth: Int, horizon: Int) {
    var states: [UInt32: Double] = [0: 1]
    let mask = UInt32.max >> UInt32(32 - window)
    for month in 1...horizon {
      var next: [UInt32: Double] = [:]
      var stopped = 0.0
      for (state, chance) in states {
        for (bit, q) in [(UInt32(1), p), (0, 1 - p)] where month >= firstMonth || bit == 0 {
          let moved = (state << 1 | bit) & mask
          let weight = chance * (month < firstMonth ? 1 : q)
          if moved.nonzeroBitCount >= least {
            stopped += weight
          } else {
            next[moved, default: 0] += weight
          }
        }
      }
      arises.append(stopped)
      states = next
    }
  }

  /// The chance that the right has arisen by the end of `month`.
  func hasArisen(by month: Int) -> Double {
    arises.prefix(max(month, 0)).reduce(0, +)
  }
}

@Suite struct ExitTests {
  private static let market = Market(
    horizon: 24, metrics: [.score("a")], discounting: Discounting(rate: 0.06))

  private static func option(
    _ right: ChronicFailure, bound: Double, firstMonth: Int = 1
  ) throws -> Option {
    try market.option(
      metrics: [.score("a")],
      clauses: [
        "fee": .fixedFee(FixedFee(amount: 1000)), "terms": .paymentTerms(PaymentTerms(lag: 1)),
        "level": .serviceLevel(
          ServiceLevel(
            metric: "a", target: bound, comparison: .atLeast, firstMonth: firstMonth)),
        "credit": .fixedCredit(FixedCredit(level: "level", share: 0.1)),
        "right": .chronicFailure(right),
        "leaving": .terminationFee(TerminationFee(multiple: 2, base: .lastInvoice)),
        "replacement": .replacement(
          Replacement(
            multiple: 1.3, base: .stated(900), procurement: 700, dualRunning: 1.5)),
      ])
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 6), (5, 8), (4, 12)])
  func a_right_arises_as_often_as_the_chain_of_windows_says(least: Int, window: Int) async throws {
    let right = ChronicFailure(level: "level", defaults: least, window: window)
    let option = try Self.option(right, bound: -0.5, firstMonth: 4)
    let chain = WindowChain(
      p: Normal.below(-0.5), least: least, window: window, firstMonth: 4, horizon: 24)
    await forEverySeed(seedCount) { seed in
      let tally = await Self.market.outcome(of: option, futures: 10_240, seed: seed)
      expect(tally.rightArises.estimate, chain.hasArisen(by: 24), seed: seed)
      #expect(tally.exits.mean == 0)
      expect(tally.defaults[0].estimate, 21 * Normal.below(-0.5), seed: seed)
    }
  }

  @Test func a_hand_counted_window_is_what_the_chain_gives() {
    // 2 of the last 3 months within 4 months: 1 less the chances of 0000, one default, and the two
    // at the ends, 1001.
    let p = 0.3
    let chain = WindowChain(p: p, least: 2, window: 3, firstMonth: 1, horizon: 4)
    let q = 1 - p
    let none = q * q * q * q + 4 * p * q * q * q + p * p * q * q
    #expect(abs(chain.hasArisen(by: 4) - (1 - none)) < 1e-15)
  }

  @Test(arguments: [0, 3], [1, 0.4])
  func an_exit_happens_and_costs_what_the_chain_says(notice: Int, share: Double) async throws {
    let exercise: Exercise = share == 1 ? .always : .withProbability(share)
    let right = ChronicFailure(
      level: "level", defaults: 3, window: 6, exercise: exercise, notice: notice)
    let option = try Self.option(right, bound: -0.6)
    let p = Normal.below(-0.6)
    let chain = WindowChain(p: p, least: 3, window: 6, firstMonth: 1, horizon: 24)
    var (cost, credits, defaults) = (0.0, 0.0, 0.0)
    for month in 1...24 {
      let paid = pow(1.06, -Double(month + 1) / 12)
      let own = pow(1.06, -Double(month) / 12)
      let gone = share * chain.hasArisen(by: month - 1 - notice)
      let leaves = share * chain.arises[month - 1]
      cost += (1 - gone) * 1000 * paid + gone * 1170 * own
      cost += leaves * (2000 * paid + (700 + 1.5 * 1170) * own)
      // Whether the contract still runs is settled by earlier months than the default itself.
      defaults += (1 - gone) * p
      credits += (1 - gone) * p * 100 * paid
    }
    let exits = share * chain.hasArisen(by: 24)
    await forEverySeed(seedCount) { [cost, credits, defaults] seed in
      let tally = await Self.market.outcome(of: option, seed: seed)
      expect(tally.exits.estimate, exits, seed: seed)
      expect(tally.before.estimate, cost, seed: seed)
      expect(tally.credits.estimate, credits, seed: seed)
      expect(tally.defaults[0].estimate, defaults, seed: seed)
    }
  }
}
