import Contracts

/// The rule by which a missing price is filled in: in each month, the price of a unit of the bid that
/// asks most for it.
struct NextHighest {
  /// The contracts of all bids.
  let contracts: [Contract]

  private let lines: [ServiceLine]

  /// What each contract asks for a unit, by service line.
  private let rates: [[UnitRates]]

  /// Settles the base case of `contracts`, with `indices` on their expected path.
  init(
    _ contracts: [Contract], resolved: [ResolvedContract], lines: [ServiceLine],
    indices: [[Double]]
  ) {
    self.contracts = contracts
    self.lines = lines
    let settled = lines.isEmpty ? [] : resolved.map { SettledOffer($0, indices: indices) }
    rates = lines.map { line in settled.map { UnitRates(of: line, in: $0) } }
  }

  /// One price of another bid in the months in which that bid asks most.
  struct Offer {
    /// The bid.
    var contract: Contract

    /// Its price.
    var part: UnitRates.Part

    /// The price of a unit by month; nothing in months in which another bid asks more.
    var byMonth: [Double?]
  }

  /// The highest prices of `serviceLine` in `months` among the bids other than `bid`; of equal ones
  /// that of the first bid.
  func offers(for serviceLine: String, in months: [Int], besides bid: String) -> [Offer] {
    guard let line = lines.firstIndex(where: { $0.id == serviceLine }) else { return [] }
    var chosen: [Int: Int] = [:]
    for month in months {
      for (place, rates) in rates[line].enumerated() where rates.bid != bid {
        guard let asked = rates.baseCase[month - 1] else { continue }
        let best = chosen[month].flatMap { self.rates[line][$0].baseCase[month - 1] }
        if asked > best ?? -.infinity { chosen[month] = place }
      }
    }
    return Set(chosen.values).sorted().flatMap { place in
      let offers = rates[line][place].parts.map { part in
        Offer(
          contract: contracts[place], part: part,
          byMonth: part.byMonth.indices.map { chosen[$0 + 1] == place ? part.byMonth[$0] : nil })
      }
      // A band charges nothing at its baseline; but months whose price is 0 are priced all the same.
      let charging = offers.filter { $0.byMonth.contains { $0 ?? 0 != 0 } }
      return charging.isEmpty ? Array(offers.prefix(1)) : charging
    }
  }
}
