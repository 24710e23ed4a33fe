import Glibc
import TestKit
import Testing

@testable import Simulation

@Suite struct HistogramTests {
  private static func values(_ kind: String, seed: UInt64, count: Int = 20_000) -> [Double] {
    var dice = SplitMix64(seed: seed)
    let normal = {
      (-2 * log(1 - dice.uniform())).squareRoot() * cos(2 * Double.pi * dice.uniform())
    }
    return (0..<count).map { _ in
      switch kind {
      case "positive": 1e6 * exp(0.2 * normal())
      case "negative": -50 + 5 * normal()
      case "mixed": 1000 * normal()
      case "few": [-2, -1e-9, 0, 3, 700][Int(5 * dice.uniform())]
      default: exp(8 * normal()) * (dice.uniform() < 0.5 ? -1 : 1)
      }
    }
  }

  static let kinds = ["positive", "negative", "mixed", "few", "wild"]

  @Test(arguments: kinds)
  func bins_hold_every_value_once_and_in_order(kind: String) async {
    await forEverySeed(5) { seed in
      let values = Self.values(kind, seed: seed)
      let bins = Histogram(of: values).bins
      let sorted = values.sorted()
      var place = 0
      for bin in bins {
        let held = sorted[place..<(place + bin.count)]
        #expect(held.allSatisfy { bin.range.contains($0) })
        #expect(abs(bin.sum - held.reduce(0, +)) <= 1e-9 * abs(bin.sum) + Double(bin.count) * 1e-6)
        place += bin.count
      }
      #expect(place == values.count)
      for (low, high) in zip(bins, bins.dropFirst()) {
        #expect(low.range.upperBound < high.range.lowerBound)
      }
    }
  }

  @Test func a_bin_is_at_most_its_relative_width_wide() {
    for value in [1, 1.5, 1.9999, -1, -3.7e9, 5e-300, 1e14] {
      for bits in [8, 12] {
        var histogram = Histogram(mantissaBits: bits)
        histogram.add(value)
        let range = histogram.bins[0].range
        #expect(range.contains(value))
        #expect(range.upperBound - range.lowerBound <= abs(value) * exp2(-Double(bits)))
      }
    }
  }

  @Test(arguments: kinds)
  func quantiles_from_bins_are_off_by_a_bin_at_most(kind: String) async {
    await forEverySeed(5) { seed in
      for count in [1, 2, 7, 20_000] {
        let values = Self.values(kind, seed: seed, count: count)
        let (binned, sorted) = (BinnedValues(Histogram(of: values)), SortedValues(values))
        #expect(binned.count == count)
        for level in Summary.levels {
          let rank = Double(count - 1) * level
          let truth = sorted.value(atRank: rank)
          let neighbours = [rank.rounded(.down), rank.rounded(.up)].map { sorted.value(atRank: $0) }
          let magnitude = neighbours.map { max(abs($0), .leastNormalMagnitude) }.max() ?? 0
          let width = 0x1p-12 * magnitude
          #expect(abs(binned.value(atRank: rank) - truth) <= width)
        }
      }
    }
  }

  @Test(arguments: ["positive", "negative", "mixed"])
  func tail_means_from_bins_are_off_by_a_bin_at_most(kind: String) async {
    await forEverySeed(5) { seed in
      let values = Self.values(kind, seed: seed)
      let exact = SortedValues(values).tailMean(0.95)
      let binned = BinnedValues(Histogram(of: values)).tailMean(0.95)
      #expect(abs(binned.value - exact.value) <= 0x1p-12 * abs(exact.value))
      #expect(abs(binned.standardError / exact.standardError - 1) < 0.02)
    }
  }

  @Test func histograms_merge_exactly_in_any_order() {
    let values = Self.values("wild", seed: 4, count: 3000)
    let parts = (0..<3).map { part in
      Histogram(of: Array(values[(part * 1000)..<((part + 1) * 1000)]))
    }
    var (one, other) = (Histogram(), Histogram())
    for part in [0, 1, 2] { one.merge(parts[part]) }
    for part in [2, 0, 1] { other.merge(parts[part]) }
    #expect(one == other)
    #expect(one == Histogram(of: values))
  }
}
