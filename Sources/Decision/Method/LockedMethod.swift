import Contracts

/// The criteria and the rule that makes one order of their scores: a pure function of measures.
struct LockedMethod: Hashable, Sendable {
  var method: RankingMethod
  var criteria: [Criterion]

  init(_ method: RankingMethod, _ criteria: [Criterion]) {
    self.method = method
    self.criteria = criteria
  }

  init(of event: Event) { self.init(event.method, event.criteria) }

  /// What the method makes of all bids.
  struct Verdict: Sendable {
    /// The scores of all bids by criterion.
    var scores: [[Double]]

    /// The overall scores 0…100, of which the highest is first.
    var overall: [Double]

    /// Whether a bid stands before those of which this is not so, whatever their overall score.
    var isAcceptable: [Bool]

    /// Whether `first` stands before `second`; a tie goes to neither.
    func precedes(_ first: Int, _ second: Int) -> Bool {
      isAcceptable[first] == isAcceptable[second]
        ? overall[first] > overall[second] : isAcceptable[first]
    }
  }

  /// Judges `bids`.
  ///
  /// An overall score of a price formula is `100 · lowest / own` of what the formula compares, so that
  /// it orders bids as the formula does.
  func verdict(of bids: [Measures]) -> Verdict {
    verdict(of: bids, scored: scores(of: bids))
  }

  /// The scores of `bids`, by criterion and bid: they do not hang on weights.
  func scores(of bids: [Measures]) -> [[Double]] { criteria.map { $0.scores(of: bids) } }

  /// The verdict on `bids`, whose scores are known.
  func verdict(of bids: [Measures], scored scores: [[Double]]) -> Verdict {
    let overall =
      switch method {
      case .weightedValue: weightedValues(scores, count: bids.count)
      case .costPerQualityPoint:
        Criterion.lowestOverOwn(zip(bids, weightedValues(scores, count: bids.count)).map(ratio))
      case .lowestPriceAcceptable: Criterion.lowestOverOwn(bids.map(\.cost))
      }
    return Verdict(scores: scores, overall: overall, isAcceptable: acceptable(scores, bids.count))
  }

  /// What the price formula compares of each bid, in the event's currency; nothing without one.
  func prices(of bids: [Measures]) -> [Double]? {
    switch method {
    case .weightedValue: nil
    case .costPerQualityPoint: zip(bids, quality(of: bids)).map(ratio)
    case .lowestPriceAcceptable: bids.map(\.cost)
    }
  }

  /// `Σ weight · score / Σ weight` over the criteria whose weight counts.
  func quality(of bids: [Measures]) -> [Double] {
    weightedValues(scores(of: bids), count: bids.count)
  }

  /// Without quality a bid costs more a point than any other.
  private func ratio(_ bid: Measures, _ quality: Double) -> Double {
    quality > 0 ? bid.cost / quality : .infinity
  }

  private func weightedValues(_ scores: [[Double]], count: Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: count)
    for (criterion, own) in zip(criteria, scores) {
      guard let share = method.share(of: criterion, among: criteria) else { continue }
      for (bid, score) in own.enumerated() { sums[bid] += share * score }
    }
    return sums
  }

  private func acceptable(_ scores: [[Double]], _ count: Int) -> [Bool] {
    guard method == .lowestPriceAcceptable else { return Array(repeating: true, count: count) }
    return (0..<count).map { bid in
      zip(criteria, scores).allSatisfy { criterion, own in
        criterion.minimum.map { own[bid] >= $0 } ?? true
      }
    }
  }
}
