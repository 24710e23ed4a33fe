import Contracts
import Crew

/// Looks for the smallest single changes that take the first place away from the bid that has it.
///
/// Each change is a way from the value as it is, at 0, to the furthest that it can be, at 1. The way is
/// looked at in 64 steps, and the first one on which the first place goes is halved until it cannot be
/// halved any further: exact to the last digits wherever the first place is not lost and regained
/// within one step.
struct TurnSearch: Sendable {
  typealias Lever = WhyFirst.Change.Lever

  /// A lever, with the change that turns the order where there is one.
  typealias Turn = (lever: Lever, change: WhyFirst.Change?)

  private let method: LockedMethod
  private let measures: [Measures]
  private let first: Int
  private let second: Int
  private let options: [Int]

  init(_ question: WhyFirst.Question) {
    method = question.method
    measures = question.measures
    first = question.first
    second = question.second
    options = question.options
  }

  /// Every lever that there is.
  var all: [Turn] {
    let criteria = method.criteria
    let levers =
      [Lever.cost(options[second]), .cost(options[first])]
      + criteria.map { .measure($0, options[second]) } + criteria.map(Lever.weight)
      + criteria.map(Lever.minimum)
    return levers.indices.mapSideBySide { turn(of: levers[$0]) }.compactMap(\.self)
  }

  /// The turn of a lever, or nothing where it is none in this method.
  private func turn(of lever: Lever) -> Turn? {
    switch lever {
    case .cost(options[second]): secondCheaper
    case .cost: firstDearer
    case .measure(let criterion, _): measure(criterion)
    case .weight(let criterion): weight(criterion)
    case .minimum(let criterion): minimum(criterion)
    }
  }

  /// The second becomes cheaper, down to nothing.
  private var secondCheaper: Turn? { cost(second, upTo: min(0, measures[second].cost)) }

  /// The first becomes dearer, up to twice what either costs.
  private var firstDearer: Turn? {
    cost(first, upTo: 2 * max(abs(measures[first].cost), abs(measures[second].cost)))
  }

  /// Every future of `bid` costs as much more or less, up to `end`.
  private func cost(_ bid: Int, upTo end: Double) -> Turn? {
    guard method.method.counting(method.criteria).contains(where: { $0.measure == .cost })
    else { return nil }
    let lever = Lever.cost(options[bid])
    let change = turn(lever, from: measures[bid].cost, to: end) { cost in
      var moved = measures
      let change = cost - moved[bid].cost
      moved[bid].cost = cost
      moved[bid].meanCost = moved[bid].meanCost.map { $0 + change }
      return method.verdict(of: moved)
    }
    return (lever, change)
  }

  /// The second becomes better by `criterion`.
  private func measure(_ criterion: Criterion) -> Turn? {
    guard criterion.measure != .cost,
      method.method.counting(method.criteria).contains(criterion)
    else { return nil }
    let lever = Lever.measure(criterion, options[second])
    let change = turn(lever, from: measures[second][criterion], to: criterion.bestMeasure) {
      var moved = measures
      moved[second][criterion] = $0
      return method.verdict(of: moved)
    }
    return (lever, change)
  }

  /// `criterion` gets another share of all weights, the nearer one above or below its own.
  private func weight(_ criterion: Criterion) -> Turn? {
    guard let share = method.method.share(of: criterion, among: method.criteria) else { return nil }
    let weighing = method.criteria.filter(method.method.weighs)
    guard weighing.count > 1, share < 1 else { return nil }
    let (lever, scores) = (Lever.weight(criterion), method.scores(of: measures))
    let turns = [0.0, 1].compactMap { end in
      turn(lever, from: share, to: end) {
        method.weighing(criterion, $0).verdict(of: measures, scored: scores)
      }
    }
    return (lever, turns.min { abs($0.to - share) < abs($1.to - share) })
  }

  /// Where minimums decide: the lowest at which the first does not reach it, or the highest at which
  /// another that is cheaper does.
  private func minimum(_ criterion: Criterion) -> Turn? {
    guard method.method == .lowestPriceAcceptable, let minimum = criterion.minimum else {
      return nil
    }
    let lever = Lever.minimum(criterion)
    let turns = [0.0, 100].compactMap { end in
      turn(lever, from: minimum, to: end) { value in
        var other = method
        for place in other.criteria.indices where other.criteria[place] == criterion {
          other.criteria[place].minimum = value
        }
        return other.verdict(of: measures)
      }
    }
    return (lever, turns.min { abs($0.to - minimum) < abs($1.to - minimum) })
  }

  private static let steps = 64

  /// The first value between `from` and `to` at which another bid stands before the first.
  private func turn(
    _ lever: Lever, from: Double, to: Double, _ verdict: (Double) -> LockedMethod.Verdict
  ) -> WhyFirst.Change? {
    guard from != to, from.isFinite, to.isFinite else { return nil }
    func value(_ way: Double) -> Double { way == 1 ? to : from + way * (to - from) }
    func successor(_ way: Double) -> Int? {
      let verdict = verdict(value(way))
      return measures.indices.filter { verdict.precedes($0, first) }
        .max { verdict.precedes($1, $0) }
    }
    let ways = (1...Self.steps).map { Double($0) / Double(Self.steps) }
    guard let reached = ways.first(where: { successor($0) != nil }) else { return nil }
    var (low, high) = (reached - 1 / Double(Self.steps), reached)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if successor(middle) == nil { low = middle } else { high = middle }
    }
    guard let next = successor(high) else { return nil }
    return WhyFirst.Change(lever: lever, from: from, to: value(high), takesOver: options[next])
  }
}

extension Criterion {
  /// The best that can be measured.
  fileprivate var bestMeasure: Double {
    switch (measure, scale) {
    case (.cost, _), (.risk, _): 0
    case (.compliance, _), (.service, _): 1
    case (.scored, .linear(let best, _)): best
    case (.scored, _): .nan
    }
  }
}

extension LockedMethod {
  /// The same where `criterion` has `share` of all weights and the others keep their proportions.
  func weighing(_ criterion: Criterion, _ share: Double) -> LockedMethod {
    var copy = self
    let others = criteria.filter { $0.id != criterion.id && method.weighs($0) }
      .reduce(0) { $0 + $1.weight }
    for place in copy.criteria.indices where method.weighs(copy.criteria[place]) {
      let own = copy.criteria[place]
      copy.criteria[place].weight =
        own.id == criterion.id ? share : own.weight / others * (1 - share)
    }
    return copy
  }
}
