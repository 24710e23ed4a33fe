public import Contracts
import Glibc

/// Why the bid that is first stands before the second, and what would have to change.
///
/// All of it follows from the estimates by the locked method, without chance: what simulation error
/// could change is said by ties.
public struct WhyFirst: Hashable, Sendable {
  /// A criterion's part in the difference of the overall scores.
  public struct Part: Hashable, Sendable {
    /// The criterion.
    public var criterion: Criterion

    /// The scores of the first and the second by it, 0…100.
    public var scores: [Double]

    /// What it adds to the difference of the overall scores: above 0 where it speaks for the first.
    public var points: Double
  }

  /// The positions of the first and the second among the options.
  public let options: [Int]

  /// The overall scores of the first and the second.
  public let overall: [Double]

  /// What the price formula compares of either; nothing without one.
  public let prices: [Double]?

  /// The parts, which add up to the difference of the overall scores, in the event's order.
  ///
  /// None where a minimum decides, or where the parts of a price formula cannot be told.
  public let parts: [Part]

  /// Whether the second stands behind because it does not reach a minimum.
  public let isDecidedByMinimum: Bool

  /// The smallest single changes that take the first place away from the first bid.
  public let changes: [Change]

  /// What alone, however far it is changed, does not.
  public let inert: [Change.Lever]

  /// The difference of the overall scores.
  public var margin: Double { overall[0] - overall[1] }

  /// What is asked: why `first` of bids with `measures`, which are `options`, stands before `second`.
  struct Question: Hashable, Sendable {
    var method: LockedMethod
    var measures: [Measures]
    var options: [Int]
    var first: Int
    var second: Int
  }

  init(_ question: Question) {
    let (method, measures) = (question.method, question.measures)
    let (first, second, options) = (question.first, question.second, question.options)
    let verdict = method.verdict(of: measures)
    self.options = [options[first], options[second]]
    overall = [verdict.overall[first], verdict.overall[second]]
    prices = method.prices(of: measures).map { [$0[first], $0[second]] }
    isDecidedByMinimum = verdict.isAcceptable[first] && !verdict.isAcceptable[second]
    parts =
      isDecidedByMinimum
      ? [] : Self.parts(method, verdict, measures, first: first, second: second)
    let found = TurnSearch(question).all
    changes = found.compactMap(\.change)
    inert = found.filter { $0.change == nil }.map(\.lever)
  }
}

extension WhyFirst {
  private static func parts(
    _ method: LockedMethod, _ verdict: LockedMethod.Verdict, _ measures: [Measures],
    first: Int, second: Int
  ) -> [Part] {
    let shares = method.criteria.map { method.method.share(of: $0, among: method.criteria) }
    var points = zip(shares, verdict.scores).map { share, scores in
      (share ?? 0) * (scores[first] - scores[second])
    }
    switch method.method {
    case .weightedValue: break
    case .costPerQualityPoint:
      guard let split = ratioSplit(method, verdict, measures, first, second, points) else {
        return []
      }
      points = split
    case .lowestPriceAcceptable:
      points = method.criteria.map {
        $0.measure == .cost ? verdict.overall[first] - verdict.overall[second] : 0
      }
    }
    return zip(method.criteria, points).enumerated().compactMap { place, part in
      guard shares[place] ?? 0 > 0 || method.method.isPrice(part.0) else { return nil }
      let scores = [verdict.scores[place][first], verdict.scores[place][second]]
      return Part(criterion: part.0, scores: scores, points: part.1)
    }
  }

  /// The difference `Δ` of scores `100 · lowest / ratio`, split as the logarithm of `ratio = cost /
  /// quality` is: `Δ · ln(c₂/c₁) / ln(r₂/r₁)` for the cost, and the rest over the criteria as their
  /// weighted differences of score add up to that of quality.
  private static func ratioSplit(
    _ method: LockedMethod, _ verdict: LockedMethod.Verdict, _ measures: [Measures],
    _ first: Int, _ second: Int, _ points: [Double]
  ) -> [Double]? {
    let quality = method.quality(of: measures)
    let costs = [first, second].map { measures[$0].cost }
    let qualities = [first, second].map { quality[$0] }
    guard (costs + qualities).allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let margin = verdict.overall[first] - verdict.overall[second]
    let whole = log(costs[1] / qualities[1]) - log(costs[0] / qualities[0])
    guard whole != 0 else { return points.map { _ in 0 } }
    let byCost = margin * (log(costs[1]) - log(costs[0])) / whole
    let spread = qualities[0] - qualities[1]
    return zip(method.criteria, points).map { criterion, own in
      if criterion.measure == .cost { return byCost }
      return spread == 0 ? 0 : (margin - byCost) * own / spread
    }
  }
}
