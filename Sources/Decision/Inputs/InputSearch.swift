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
    let (given, coordinate) = regressed(place)
    return InputStudy.Finding(
      input: place, costs: bids, difference: difference(place),
      winnerChanges: winnerChanges(place), worth: given,
      tornado: coordinate.flatMap { Tornado(of: figures, over: $0) })
  }

  /// The costs of all bids, and last the winner's less the runner-up's.
  private var figures: [[Double]] {
    guard order.count > 1 else { return costs }
    return costs + [zip(costs[order[0]], costs[order[1]]).map { $0 - $1 }]
  }

  private func difference(_ place: Int) -> SobolIndex? {
    guard order.count > 1 else { return nil }
    let (winner, runnerUp) = (order[0], order[1])
    let isTouched = [winner, runnerUp].contains { design.redrawn[place][$0] != nil }
    let less = { (costs: [[Double]]) in zip(costs[winner], costs[runnerUp]).map { $0 - $1 } }
    return SobolIndex(
      less(design.first), less(design.second),
      redrawn: isTouched ? less(design.costs(redrawing: place)) : nil)
  }

  /// How often the cheapest bid of A is not that of A with the input of B.
  private func winnerChanges(_ place: Int) -> Estimate {
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

  /// What knowing the input is worth, and the figure by which it is low or high.
  ///
  /// Of demand and indices that is the volume or level over the term. Of anything else it is what the
  /// input makes the bids that it touches cost on average, by regression: low is cheap.
  private func regressed(_ place: Int) -> (worth: Estimate?, coordinate: [Double]?) {
    let known = sample.values[place]
    let touched = costs.indices.filter { design.redrawn[place][$0] != nil }
    let differences = InformationValue.differences(costs, from: order[0])
    let mean = (costs.first?.indices ?? 0..<0).map { future in
      touched.reduce(0) { $0 + costs[$1][future] } / Double(max(touched.count, 1))
    }
    let given = ConditionalMean(
      of: choice.map { differences[$0] } + [mean], given: known,
      areUniforms: sample.areUniforms(of: place))
    guard let given else { return (nil, nil) }
    let worth = InformationValue.value(
      choosingBy: Array(given.fitted.dropLast()), choice.map { differences[$0] })
    guard !sample.inputs.isGroup(place) else { return (worth, nil) }
    return (worth, sample.inputs.hasOneFigure(place) ? known.first : given.fitted.last)
  }
}
