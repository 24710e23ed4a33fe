public import Contracts

/// What an experiment, or a part of it, leaves: a tally of all its futures and a sample of the
/// first.
public struct Outcome: Sendable, Equatable, Codable {
  /// The futures, by number.
  public internal(set) var range: Range<Int>

  /// The seed of all random numbers.
  public let seed: UInt64

  /// The cost by which options are compared.
  public let basis: CostBasis

  /// The tally of each option, in the experiment's order.
  public internal(set) var options: [OptionTally]

  /// The tallies of the pairs (0, 1), (0, 2), …, (1, 2) and so on.
  public internal(set) var pairs: [PairTally]

  /// What is kept of the controls.
  public internal(set) var controls: ControlTally

  /// The results per future of the lowest-numbered futures of the experiment, as far as they are
  /// among these.
  public var sample = Sample(before: [], after: [])

  // The sample is long, and written by itself.
  private enum CodingKeys: CodingKey { case range, seed, basis, options, pairs, controls }

  /// The number of futures.
  public var futures: Int { range.count }

  /// The position of the pair `first < second` among ``pairs``.
  static func pair(_ first: Int, _ second: Int, of count: Int) -> Int {
    first * (2 * count - first - 1) / 2 + second - first - 1
  }

  /// The pair of two options, and whether `first` is its second.
  public func pair(_ first: Int, _ second: Int) -> (tally: PairTally, isReversed: Bool) {
    precondition(first != second, "an option is no pair with itself")
    let place = Self.pair(min(first, second), max(first, second), of: options.count)
    return (pairs[place], first > second)
  }

  /// The share of futures in which option `first` is cheaper than `second`.
  public func winShare(of first: Int, over second: Int) -> Double {
    let (tally, isReversed) = pair(first, second)
    return isReversed ? 1 - tally.winShare : tally.winShare
  }
}

/// The results per future of the lowest-numbered futures, by option.
public struct Sample: Sendable, Equatable {
  /// How many futures are kept at most.
  public static let capacity = 131_072

  /// Those of the futures `range` that are kept.
  static func kept(of range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<capacity) }

  /// Net present cost before credits, by option and future.
  public internal(set) var before: [[Double]]

  /// Net present cost after credits, by option and future.
  public internal(set) var after: [[Double]]

  /// The costs by option and future on `basis`.
  public func cost(_ basis: CostBasis) -> [[Double]] {
    basis == .beforeCredits ? before : after
  }

  /// The number of futures in the sample.
  public var futures: Int { before.first?.count ?? 0 }
}
