import Contracts
import Decision
import Simulation

extension RankReport {
  /// Adds why the first bid is first, and what would have to change.
  func addWhy(to page: inout Page) {
    guard let why = comparison.ranking.why else { return }
    page.section("Why \(id(why.options[0])) is first, and what would have to change")
    page.points([reason(why), turns(why), inert(why)].compactMap { $0 })
  }

  private func id(_ option: Int) -> String { comparison.options[option].bid.id }

  private var method: RankingMethod { comparison.event.method }

  /// Why it is first, in a sentence.
  private func reason(_ why: WhyFirst) -> String {
    let (first, second) = (id(why.options[0]), id(why.options[1]))
    if why.isDecidedByMinimum { return "\(second) does not reach \(missed(why.options[1]))." }
    if why.margin == 0 {
      return "\(first) and \(second) are even by the locked method, and stand in the order of "
        + "their names."
    }
    let parts = why.parts.map { "\($0.criterion.words) \(signed($0.points))" }.listed
    let margin = "\(why.margin.figure(places: 2)) points"
    switch method {
    case .weightedValue: return "\(first) scores \(margin) more than \(second): \(parts)."
    case .costPerQualityPoint:
      let prices = (why.prices ?? []).map(money.fine)
      guard prices.count == 2 else { return "\(first) scores \(margin) more than \(second)." }
      return "A point of quality costs \(prices[0]) with \(first) and \(prices[1]) with \(second), "
        + "which makes \(margin)" + (parts.isEmpty ? "." : ": \(parts).")
    case .lowestPriceAcceptable:
      let prices = why.prices ?? []
      let less = prices.count == 2 ? prices[1] - prices[0] : .nan
      let among = reachesAll(why.options[0]) ? " of the bids that reach every minimum" : ""
      return "\(first) costs the least\(among), \(money.fine(less)) "
        + "(\((less / abs(prices.last ?? .nan)).percent(places: 1))) less than \(second)."
    }
  }

  private func row(_ option: Int) -> Ranking.Row? {
    comparison.ranking.rows.first { $0.option == option }
  }

  private func reachesAll(_ option: Int) -> Bool {
    let minimums = row(option)?.minimums ?? []
    return !minimums.isEmpty && minimums.allSatisfy(\.isReached)
  }

  private func missed(_ option: Int) -> String {
    let missed = (row(option)?.belowMinimum ?? []).map {
      "\($0.minimum.significant) in \($0.criterion.words), where it scores "
        + $0.score.value.figure(places: 1)
    }
    return missed.listed
  }

  private func signed(_ points: Double) -> String {
    let figure = points.figure(places: 2)
    return points > 0 ? "+" + figure : figure
  }

  /// The smallest changes that take the first place away, in a sentence.
  private func turns(_ why: WhyFirst) -> String? {
    guard !why.changes.isEmpty else { return nil }
    let first = id(why.options[0])
    let changes = why.changes.map { change in
      words(of: change, why) + successor(change.takesOver, why)
    }
    return "\(first) would no longer be first if, all else as it is, "
      + "\(changes.joined(separator: "; or if ")). Each is the smallest change of its kind."
  }

  /// Who is first then, where that is not the second, or cannot be awarded.
  private func successor(_ option: Int, _ why: WhyFirst) -> String {
    let isAwardable = bids.first { $0.position == option }?.eligibility.isAwardable ?? true
    if option == why.options[1], isAwardable { return "" }
    return " (\(id(option)) would be\(isAwardable ? "" : ", and cannot be awarded"))"
  }

  private func words(of change: WhyFirst.Change, _ why: WhyFirst) -> String {
    let by = abs(change.to - change.from)
    switch change.lever {
    case .cost(let option):
      let share = (by / abs(change.from)).percent(places: 1)
      return option == why.options[0]
        ? "its own cost rose by \(money.fine(by)) (\(share))"
        : "the cost of \(id(option)) fell by \(money.fine(by)) (\(share))"
    case .weight(let criterion):
      return "the weight of \(criterion.words) were \(change.to.percent(places: 1)) instead of "
        + change.from.percentExact
    case .measure(let criterion, let option):
      let values = [change.to, change.from].map { criterion.shown($0, money) }
      return "the \(criterion.noun) of \(id(option)) were \(values[0]) instead of \(values[1])"
    case .minimum(let criterion):
      return "the minimum of \(criterion.words) were \(change.to.figure(places: 2)) instead of "
        + change.from.significant
    }
  }

  /// What alone does not take the first place away, in a sentence.
  private func inert(_ why: WhyFirst) -> String? {
    guard !why.inert.isEmpty else { return nil }
    let words = why.inert.map { lever -> String in
      switch lever {
      case .cost(let option):
        option == why.options[0]
          ? "a cost of its own up to twice as high" : "the cost of \(id(option))"
      case .weight(let criterion): "the weight of \(criterion.words)"
      case .measure(let criterion, let option): "the \(criterion.noun) of \(id(option))"
      case .minimum(let criterion): "the minimum of \(criterion.words)"
      }
    }
    return "No change of this alone does it: \(words.listed)."
  }
}

extension Criterion {
  fileprivate var noun: String {
    switch measure {
    case .cost, .risk: words
    case .compliance: "coverage"
    case .service: "share of months that meet your needs"
    case .scored: "score in \(id)"
    }
  }
}
