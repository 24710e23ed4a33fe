import Contracts
import Futures
import Glibc
import Simulation
import TestKit
import Testing

/// Standard errors are honest: over many small runs, the distances from the truth in standard
/// errors have variance 1.
@Suite struct StandardErrorsTests {
  private static let runs = 400
  private static let futures = 4096

  /// The quantiles of chi-squared with 399 degrees of freedom at 5e-7 and 1 − 5e-7, divided by 399.
  private static let bounds = 0.6911...1.3854

  private static let spread = 0.3
  private static let fee = 3150.0

  /// The distances of one run: a lognormal cost of mean 3000 beside a fixed fee.
  private static func distances(_ options: [Option], in market: Market, seed: UInt64) async
    -> [Double]
  {
    let outcome = await market.experiment(options, futures: futures, seed: seed).run(threads: 1)
    let summary = outcome.summary(of: 0, .afterCredits)
    let s = spread
    let quantile = { (z: Double) in 3000 * exp(s * z - s * s / 2) }
    let (z90, z95) = (1.281_551_565_544_600_4, 1.644_853_626_951_472_2)
    let tail = 3000 * Normal.below(s - z95) / 0.05
    let share = Normal.below((log(fee / 3000) + s * s / 2) / s)
    let win = outcome.winShare(of: 0, over: 1)
    let pairs = [
      (summary.mean, 3000), (summary[0.9], quantile(z90)), (summary[0.5], quantile(0)),
      (summary.cvar95, tail), (Estimate.share(win, of: futures), share),
    ]
    return pairs.map { ($0.0.value - $0.1) / $0.0.standardError }
  }

  @Test func distances_from_the_truth_in_standard_errors_have_variance_1() async throws {
    let market = Market(horizon: 1, demand: [.lognormal(spread: Self.spread, horizon: 1)])
    let options = [
      try market.option(clauses: ["price": .unitPrice(UnitPrice(serviceLine: "voice", price: 3))]),
      try market.option("south", clauses: ["fee": .fixedFee(FixedFee(amount: Self.fee))]),
    ]
    var all: [[Double]] = []
    for seed in 1...UInt64(Self.runs) {
      all.append(await Self.distances(options, in: market, seed: seed))
    }
    for (position, name) in ["mean", "P90", "P50", "CVaR95", "share"].enumerated() {
      let z = all.map { $0[position] }
      let n = Double(z.count)
      let mean = z.reduce(0, +) / n
      let variance = z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
      #expect(Self.bounds.contains(variance), "variance \(variance) of \(name)")
      // Five standard errors of a mean of 400 distances.
      #expect(abs(mean) < 5 / n.squareRoot(), "mean \(mean) of \(name)")
    }
  }
}
