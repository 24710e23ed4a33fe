import Simulation

/// Finds what is to be said of single inputs.
struct InputSearch: Sendable {
  let design: PickFreeze
  let sample: InputSample

  /// The costs by bid and future of the sample.
  let costs: [[Double]]

  /// The places of the bids among which is chosen.
  let choice: [Int]

  /// The same from the cheapest on.
  let order: [Int]

  func finding(of place: Int) -> InputStudy.Finding {
    let redrawn = design.redrawn[place]
    let bids = costs.indices.map { bid in
      SobolIndex(design.first[bid], design.second[bid], redrawn: redrawn[bid])
    }
    return InputStudy.Finding(
      input: place, costs: bids, difference: difference(place),
      winnerChanges: winnerChanges(place), worth: worth(place), tornado: tornado(place))
  }

  /// Whether the input at `place` touches the cost of `bid`.
  private func touches(_ place: Int, _ bid: Int) -> Bool { design.redrawn[place][bid] != nil }

  private func difference(_ place: Int) -> SobolIndex? {
    guard order.count > 1 else { return nil }
    let (winner, runnerUp) = (order[0], order[1])
    let isTouched = touches(place, winner) || touches(place, runnerUp)
    let less = { (costs: [[Double]]) in zip(costs[winner], costs[runnerUp]).map { $0 - $1 } }
    return SobolIndex(
      less(design.first), less(design.second),
      redrawn: isTouched ? less(design.costs(redrawing: place)) : nil)
  }

  /// How often the cheapest bid of A is not that of A with the input of B.
  private func winnerChanges(_ place: Int) -> Estimate {
    guard choice.contains(where: { touches(place, $0) }) else {
      return Estimate(0, standardError: 0)
    }
    let (first, other) = (design.first, design.costs(redrawing: place))
    let futures = first.first?.indices ?? 0..<0
    let changes = futures.count { cheapest(first, $0) != cheapest(other, $0) }
    return .share(Double(changes) / Double(max(futures.count, 1)), of: futures.count)
  }

  /// The first of the cheapest bids in a future.
  private func cheapest(_ costs: [[Double]], _ future: Int) -> Int {
    var best = choice[0]
    for bid in choice where costs[bid][future] < costs[best][future] { best = bid }
    return best
  }

  /// What knowing the input is worth.
  ///
  /// A bid whose cost it does not touch, as little as that of the cheapest, is never chosen for it.
  private func worth(_ place: Int) -> Estimate? {
    let usual = order[0]
    let open = choice.filter { $0 != usual && (touches(place, $0) || touches(place, usual)) }
    guard !open.isEmpty else { return Estimate(0, standardError: 0) }
    let differences = InformationValue.differences(open.map { costs[$0] }, from: costs[usual])
    return InformationValue.value(
      knowing: sample.values[place], areUniforms: sample.areUniforms(of: place), differences)
  }

  /// The mean costs with the input low and high.
  ///
  /// A cost that the input does not touch stays at its mean, also within the difference.
  private func tornado(_ place: Int) -> Tornado? {
    guard !sample.inputs.isGroup(place), let figure = figure(place) else { return nil }
    let means = costs.indices.map { bid in
      touches(place, bid)
        ? costs[bid]
        : Array(
          repeating: costs[bid].reduce(0, +) / Double(costs[bid].count), count: costs[bid].count)
    }
    guard order.count > 1 else { return Tornado(of: means, over: figure) }
    let difference = InformationValue.differences([means[order[0]]], from: means[order[1]])
    return Tornado(of: means + difference, over: figure)
  }

  /// The figure by which the input is low or high.
  ///
  /// Of demand and indices that is the volume or level over the term. Of anything else it is what the
  /// input makes the bids that it touches cost on average, by a linear regression: low is cheap.
  private func figure(_ place: Int) -> [Double]? {
    let known = sample.values[place]
    guard !sample.inputs.hasOneFigure(place) else { return known.first }
    let touched = costs.indices.filter { touches(place, $0) }
    guard !touched.isEmpty else { return nil }
    let mean = (costs.first?.indices ?? 0..<0).map { future in
      touched.reduce(0) { $0 + costs[$1][future] } / Double(touched.count)
    }
    return ConditionalMean(
      of: [mean], given: known, areUniforms: sample.areUniforms(of: place), isLinear: true)?
      .fitted.first
  }
}
