import Assay
import Timing

/// Times awards of made-up lots and prints for each noise of prices: its seconds, columns and gap.
///
/// Arguments: lots, bids. A bid prices a lot with a chance of 80 %, at the lot's size (lognormal) times
/// its own level (95 to 108 %) times noise. At most eight bids, each with at most 30 % of the value.
@main enum AwardLots {
  static func main() async throws {
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (lots, bids) = sizes.count == 2 ? (sizes[0], sizes[1]) : (500, 30)
    for noise in [0.01, 0.03] {
      var market = Market(state: 11)
      let award = market.award(lots: lots, bids: bids, noise: noise)
      let begin = ContinuousClock.now
      let answer = try await AwardSolver(award, Cbc(gap: 0.000_1)).best()
      let choice = answer.award
      print(
        "noise=\(noise) seconds=\(seconds(since: begin)) columns=\(award.columns.count)",
        "gap=\(choice?.gap ?? .nan) proved=\(choice?.isProved ?? false)")
    }
  }
}

/// Prices made by chance from a state of its own.
struct Market {
  var state: UInt64

  mutating func number() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 0x1p53
  }

  /// About normal: the sum of twelve uniform numbers less 6.
  mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + number() } }

  /// `2^x` for the sizes of lots, which spread over some orders of magnitude.
  mutating func size() -> Double {
    let exponent = 16 + 1.4 * normal()
    let whole = Int(exponent.rounded(.down))
    return Double(1 << max(whole, 1)) * (1 + exponent - Double(whole))
  }

  mutating func award(lots: Int, bids: Int, noise: Double) -> AwardCase {
    let levels = (0..<bids).map { _ in 0.95 + 0.13 * number() }
    var columns: [AwardColumn] = []
    for lot in 0..<lots {
      let size = size()
      for bid in 0..<bids where number() < 0.8 {
        let cost = size * levels[bid] * max(1 + noise * normal(), 0.5)
        columns.append(
          AwardColumn(bid: bid, part: lot, given: [.init(lot: lot)], costs: [cost]))
      }
    }
    return AwardCase(
      bids: (0..<bids).map { "bid\($0)" }, lots: (0..<lots).map { "lot\($0)" },
      columns: columns,
      rules: [
        AwardRule("few", .providers(min: nil, max: 8, lots: nil)),
        AwardRule("spread", .value(of: .each, min: nil, max: 0.3)),
      ])
  }
}
