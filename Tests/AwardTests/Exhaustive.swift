import Award
import Contracts

/// All awards of a case, one by one: written anew, without the rows of the model.
struct Exhaustive {
  let award: AwardCase

  /// All choices of columns that give every lot whole.
  let choices: [[Int]]

  init(_ award: AwardCase) {
    self.award = award
    let offers = Dictionary(grouping: award.columns.indices) {
      [award.columns[$0].bid, award.columns[$0].part]
    }
    var choices: [[Int]] = []
    Self.choose(
      from: Array(offers.values), [], left: award.lots.map { _ in AwardPlan.whole }, award,
      &choices)
    self.choices = choices
  }

  /// Goes through the offers, of each taking nothing or one column that what is left of lots allows.
  private static func choose(
    from offers: [[Int]], _ taken: [Int], left: [Int], _ award: AwardCase,
    _ choices: inout [[Int]]
  ) {
    if left.allSatisfy({ $0 == 0 }) { return choices.append(taken.sorted()) }
    guard let offer = offers.first else { return }
    let rest = Array(offers.dropFirst())
    choose(from: rest, taken, left: left, award, &choices)
    for place in offer {
      var after = left
      for given in award.columns[place].given { after[given.lot] -= given.share }
      guard after.allSatisfy({ $0 >= 0 }) else { continue }
      choose(from: rest, taken + [place], left: after, award, &choices)
    }
  }

  private static func share(
    of lot: Int, _ choice: [Int], _ award: AwardCase, by bids: Set<Int>? = nil
  ) -> Int {
    choice.filter { bids?.contains(award.columns[$0].bid) ?? true }
      .flatMap { award.columns[$0].given }.filter { $0.lot == lot }
      .reduce(0) { $0 + $1.share }
  }

  /// The least objective among the choices that keep `rules`; nothing where none does.
  func least(under rules: [AwardRule]) -> Double? {
    let allowed = choices.filter { choice in rules.allSatisfy { keeps($0, choice) } }
    let cheapest =
      award.objective.measure == .regret
      ? choices.map(costs).reduce(Array(repeating: .infinity, count: award.futures)) {
        zip($0, $1).map(min)
      } : []
    return allowed.map { objective(of: $0, cheapest) }.min()
  }

  func costs(of choice: [Int]) -> [Double] {
    let leaves = choice.contains { award.columns[$0].bid != award.staying }
    return (0..<award.futures).map { future in
      choice.reduce(0) { $0 + award.columns[$1].costs[future] }
        + (leaves && !award.remainder.isEmpty ? award.remainder[future] : 0)
    }
  }

  /// Rockafellar and Uryasev: the least over η, which is one of the values.
  private func objective(of choice: [Int], _ cheapest: [Double]) -> Double {
    var values = costs(of: choice)
    if !cheapest.isEmpty { values = zip(values, cheapest).map { $0 - $1 } }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    guard award.objective.tailWeight > 0 else { return mean }
    let tail = values.map { eta in
      eta + values.reduce(0) { $0 + max($1 - eta, 0) } / ((1 - award.objective.tail) * count)
    }
    return mean + award.objective.tailWeight * (tail.min() ?? 0)
  }

  private func bids(of subject: AwardRule.Subject) -> [Set<Int>] {
    switch subject {
    case .each: award.bids.indices.map { [$0] }
    case .bids(let ids): [Set(ids.compactMap { award.bids.firstIndex(of: $0) })]
    }
  }

  func keeps(_ rule: AwardRule, _ choice: [Int]) -> Bool {
    let used = Set(choice.map { award.columns[$0].bid })
    func position(_ id: String) -> Int { award.bids.firstIndex(of: id) ?? -1 }
    func lot(_ id: String) -> Int { award.lots.firstIndex(of: id) ?? -1 }
    func within(_ count: Int, _ least: Int?, _ most: Int?) -> Bool {
      count >= least ?? 0 && count <= most ?? .max
    }
    func lots(of set: Set<Int>) -> [Int] {
      award.lots.indices.filter { Self.share(of: $0, choice, award, by: set) > 0 }
    }
    switch rule.demand {
    case .providers(let least, let most, nil): return within(used.count, least, most)
    case .providers(let least, let most, let ids?):
      return ids.allSatisfy { id in
        let givers = used.filter { Self.share(of: lot(id), choice, award, by: [$0]) > 0 }
        return within(givers.count, least, most)
      }
    case .value(let subject, let least, let most):
      let total = choice.reduce(0) { $0 + award.columns[$1].mean }
      return bids(of: subject).allSatisfy { set in
        let own = choice.filter { set.contains(award.columns[$0].bid) }
        let share = own.reduce(0) { $0 + award.columns[$1].mean } / total
        if subject == .each && own.isEmpty { return true }
        return share >= (least ?? 0) - 1e-9 && share <= (most ?? 1) + 1e-9
      }
    case .lots(let subject, let least, let most):
      return bids(of: subject).allSatisfy { set in
        // Several bids may each have a share of one lot: each counts.
        let count = set.reduce(0) { $0 + lots(of: [$1]).count }
        if subject == .each && count == 0 { return true }
        return within(count, least, most)
      }
    case .share(let subject, let ids, let least, let most):
      return bids(of: subject).allSatisfy { set in
        ids.allSatisfy { id in
          let share = Self.share(of: lot(id), choice, award, by: set)
          if subject == .each && share == 0 { return true }
          return within(share, least, most)
        }
      }
    case .together(let ids):
      return award.bids.indices.allSatisfy { bid in
        Set(ids.map { Self.share(of: lot($0), choice, award, by: [bid]) }).count == 1
      }
    case .apart(let ids):
      return award.bids.indices.allSatisfy { bid in
        ids.count { Self.share(of: lot($0), choice, award, by: [bid]) > 0 } <= 1
      }
    case .notBoth(let ids): return ids.map(position).count { used.contains($0) } <= 1
    case .onlyWith(let first, let second):
      return !used.contains(position(first)) || used.contains(position(second))
    case .incumbents(let least):
      return award.lots.indices.count { place in
        guard let own = award.incumbents[place] else { return false }
        return choice.contains {
          award.columns[$0].bid == own && award.columns[$0].share(of: place) == AwardPlan.whole
        }
      } >= least
    case .budget(let amount):
      return costs(of: choice).reduce(0, +) / Double(award.futures) <= amount + 1e-6
    case .mandatory(let bid, _): return !used.contains(position(bid))
    }
  }
}
