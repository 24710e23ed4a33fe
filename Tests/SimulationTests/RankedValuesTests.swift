import Contracts
import Futures
import TestKit
import Testing

@testable import Simulation

@Suite struct RankedValuesTests {
  private struct Reference {
    let values: [Double]
    let quantiles: [Double]
  }

  /// numpy 2.4.6, `numpy.quantile(values, levels, method="linear")`.
  private static let references: [Reference] = [
    Reference(
      values: [3.5, -1.25, 0, 8, 2.75, 100, -7, 4.5, 4.5, 1, 12.5],
      quantiles: [-4.125, -1.25, 0.5, 3.5, 6.25, 8.0, 12.5, 56.25]),
    Reference(
      values: (0..<40).map { 0.1 * Double($0 * $0) - 3 * Double($0) },
      quantiles: [-22.4, -22.1, -20.0, -12.5, 0.0, 3.76, 17.91, 26.125]),
    Reference(values: [5], quantiles: Array(repeating: 5, count: 8)),
  ]

  @Test func quantiles_are_those_of_numpy() {
    for reference in Self.references {
      let ranked = SortedValues(reference.values)
      for (level, truth) in zip(Summary.levels, reference.quantiles) {
        #expect(abs(ranked.quantileEstimate(level).value - truth) < 1e-12)
      }
    }
  }

  @Test func the_tail_mean_is_the_mean_of_the_worst_share() {
    let squares: [Double] = (1...40).reversed().map { Double($0 * $0) }
    let ranked = SortedValues(squares)
    let half: Double = squares.prefix(20).reduce(0, +) / 20
    #expect(ranked.tailMean(0.95).value == 1560.5)
    #expect(ranked.tailMean(0.5).value == half)
    #expect(SortedValues([7]).tailMean(0.95).value == 7)
    #expect(SortedValues([-3, -5]).tailMean(0.95).value == -3)
  }

  @Test func the_tail_mean_lies_above_its_quantile_and_below_the_worst() async {
    await forEverySeed(20) { seed in
      var dice = SplitMix64(seed: seed)
      let values = (0..<(1 + Int(500 * dice.uniform()))).map { _ in dice.uniform() - 0.5 }
      let ranked = SortedValues(values)
      let tail = ranked.tailMean(0.95).value
      let worst = values.max() ?? .nan
      #expect(tail <= worst + 1e-12)
      #expect(tail >= ranked.value(atRank: Double(values.count - 1) * 0.95) - 1e-12)
    }
  }

  @Test func equal_values_have_no_error() {
    let ranked = SortedValues(Array(repeating: 12.25, count: 1000))
    for level in Summary.levels {
      #expect(ranked.quantileEstimate(level) == Estimate(12.25, standardError: 0))
    }
    #expect(ranked.tailMean(0.95) == Estimate(12.25, standardError: 0))
  }

  @Test func a_summary_says_where_its_quantiles_come_from() async throws {
    let outcome = await RichMarket.experiment(try RichMarket.options(), futures: 500)
      .run(threads: 2)
    for basis in CostBasis.allCases {
      let summary = outcome.summary(of: 1, basis)
      let costs = outcome.sample.cost(basis)[1]
      #expect(summary.method == .orderStatistics)
      #expect(summary[0.5] == SortedValues(costs).quantileEstimate(0.5))
      #expect(summary.cvar95 == SortedValues(costs).tailMean(0.95))
      #expect(abs(summary.mean.value / (costs.reduce(0, +) / 500) - 1) < 1e-12)
      #expect(summary[0.123].value.isNaN)
    }
  }

  @Test func beyond_the_sample_quantiles_come_from_all_futures_by_bin() async throws {
    let market = Market(horizon: 1, demand: [.lognormal(horizon: 1)])
    let option = try market.option(clauses: [
      "price": .unitPrice(.init(serviceLine: "voice", price: 3))
    ])
    let futures = Sample.capacity + 5000
    let outcome = await market.experiment([option], futures: futures, seed: 9).run(threads: 2)
    #expect(outcome.sample.futures == Sample.capacity)
    #expect(outcome.options[0].before.count == futures)
    let summary = outcome.summary(of: 0, .beforeCredits)
    #expect(summary.method == .histogram)
    #expect(outcome.options[0].beforeHistogram.bins.reduce(0) { $0 + $1.count } == 5000)
    #expect(outcome.tailMean(of: 0, .beforeCredits) == summary.cvar95)
    let sampled = SortedValues(outcome.sample.before[0])
    let intervals = outcome.quantileIntervals(
      of: 0, .beforeCredits, levels: Summary.levels, z: 2)
    for (level, interval) in zip(Summary.levels, intervals) {
      #expect(interval.value == summary[level].value)
      let width = interval.high - interval.low
      #expect(abs(width / summary[level].standardError / 4 - 1) < 0.05)
    }
    for level in Summary.levels {
      let near = sampled.quantileEstimate(level)
      #expect(abs(summary[level].value - near.value) < 4 * near.standardError)
      #expect(abs(summary[level].standardError / near.standardError - 1) < 0.25)
    }
  }
}

@Suite struct AscendingTests {
  static let few: [[Double]] = [
    [], [3], [2, 1], [1, 1, 1], [0, -0.0, 0], [5, .infinity, -1], [2, .nan, 1],
    [1e308, -1e308, 0, 1e-308],
  ]
  static let outlier = [Double](repeating: 1, count: 100) + [1e12]
  static let shuffled = (0..<1000).map { Double($0 * 7919 % 1000) }
  static let ties = (0..<500).map { -1.5 * Double($0 % 7) }
  static let wild = (0..<2000).map { (i: Int) -> Double in
    let large = i.isMultiple(of: 100) ? 1e9 : 1
    return large * Double(i * 31 % 17)
  }

  @Test(arguments: few + [outlier, shuffled, ties, wild])
  func dealing_out_sorts_as_the_standard_library_does(values: [Double]) {
    let sorted = values.ascending()
    if values.allSatisfy(\.isFinite) { #expect(sorted == values.sorted()) }
    #expect(sorted.count == values.count)
    #expect(values[...].ascending().map(\.isNaN) == sorted.map(\.isNaN))
  }

  @Test func part_of_an_array_is_sorted_by_itself() async {
    await forEverySeed(20) { seed in
      var dice = SplitMix64(seed: seed)
      let values = (0..<3000).map { _ in 1 / (dice.uniform() - 0.3) }
      #expect(values[500..<2100].ascending() == Array(values[500..<2100]).sorted())
    }
  }
}
