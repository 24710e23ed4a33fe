import Contracts
import Simulation

extension StoppingRule {
  /// Every pair of bids whose order may be wrong by more than `zone` points.
  func openOrders(_ scoring: Scoring, _ zone: Double) -> [Open] {
    let bids = scoring.overall.indices.sorted { scoring.verdict.precedes($0, $1) }
    let pairs = bids.indices.flatMap { upper in
      bids[(upper + 1)...].map { (upper: bids[upper], lower: $0) }
    }
    guard scoring.batches.count > 1 else {
      return pairs.map { pair in
        Open(
          option: scoring.compared[pair.upper], below: scoring.compared[pair.lower],
          halfWidth: .infinity, wanted: zone)
      }
    }
    let minimums = scoring.overall.indices.map { Self.decidingMinimums(scoring, of: $0) }
    let t = StudentLaw.quantile(
      upper: 2 * tail(of: pairs.count + minimums.joined().count),
      freedom: scoring.batches.count - 1)
    return pairs.compactMap { pair -> Open? in
      let margins =
        [margin(scoring, pair.upper, pair.lower)]
        + (minimums[pair.upper] + minimums[pair.lower]).map {
          (abs($0.score.value - $0.minimum), $0.score.standardError)
        }
      // Written so that what is no number is open.
      let open = margins.compactMap { $0 }.map { (wanted: $0.0 + zone, halfWidth: t * $0.1) }
        .filter { !($0.halfWidth <= $0.wanted) }
      return open.max { $0.halfWidth - $0.wanted < $1.halfWidth - $1.wanted }.map {
        Open(
          option: scoring.compared[pair.upper], below: scoring.compared[pair.lower],
          halfWidth: $0.halfWidth, wanted: $0.wanted)
      }
    }
  }

  /// By how much the overall score of one bid is above the other's, and the standard error; nothing
  /// where a minimum alone parts them.
  private func margin(_ scoring: Scoring, _ upper: Int, _ lower: Int) -> (Double, Double)? {
    let verdict = scoring.verdict
    guard verdict.isAcceptable[upper] == verdict.isAcceptable[lower] else { return nil }
    return (
      verdict.overall[upper] - verdict.overall[lower],
      scoring.standardError { $0[upper] - $0[lower] }
    )
  }

  /// The minimums that decide over the place of `bid` and whose scores are left to chance.
  private static func decidingMinimums(_ scoring: Scoring, of bid: Int) -> [MinimumCheck] {
    guard scoring.method.method == .lowestPriceAcceptable else { return [] }
    return scoring.minimums(of: bid).filter { $0.score.standardError > 0 }
  }
}
