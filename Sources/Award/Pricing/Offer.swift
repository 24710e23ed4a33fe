import Contracts

/// What one bid offers, in parts that cost what they cost whatever else is given to it.
struct Offer {
  /// Lots that its terms bind together.
  struct Part {
    /// The lots, ascending.
    var lots: [Int]

    /// The terms that bind them, by path; none for a single lot.
    var terms: [String]
  }

  /// The most columns of one part.
  static let mostColumns = 255

  let belongings: Belongings

  /// The parts, by their first lots.
  let parts: [Part]

  /// Finds the parts of what `bid` offers by itself, before it is levelled; `isToday` says that it
  /// is today's operation, which serves every lot.
  init(_ bid: Bid, levelled: Bid, _ map: LotMap, _ basis: CostBasis, isToday: Bool) {
    let own = Belongings(map, bid.contract, basis)
    let belongings = Belongings(map, levelled.contract, basis)
    self.belongings = belongings
    let offered = map.lots.indices.filter { lot in
      isToday || map.lots.count == 1
        || bid.contract.clauses.contains { named in
          named.clause.isPrice && own.belonging(of: named).home?.contains(lot) ?? false
        }
    }
    var sets = DisjointSets(count: map.lots.count)
    var binding: [(path: String, lots: [Int])] = []
    for named in levelled.contract.clauses {
      let lots = belongings.boundLots(by: named, of: offered)
      guard let first = lots.first, lots.count > 1 else { continue }
      for lot in lots { sets.join(first, lot) }
      binding.append((named.path(in: bid.id), lots))
    }
    parts = sets.sets.map { $0.filter(offered.contains) }.filter { !$0.isEmpty }.map { lots in
      Part(
        lots: lots, terms: binding.filter { !lots.filter($0.lots.contains).isEmpty }.map(\.path))
    }
  }

  /// The shares of a part that may be given, by lot: all combinations of `shares` and none, but none
  /// of all.
  static func combinations(of part: Part, _ shares: [Int]) -> [[AwardColumn.Given]] {
    part.lots.reduce([[]]) { begun, lot in
      begun.flatMap { given in [given] + shares.map { given + [.init(lot: lot, share: $0)] } }
    }.filter { !$0.isEmpty }
  }

  /// The number of them; many where that is beyond counting.
  static func count(of part: Part, _ shares: [Int]) -> Int {
    part.lots.reduce(1) { count, _ in min(count * (shares.count + 1), 1 << 40) } - 1
  }
}

extension Belongings {
  /// The lots among `offered` that `named` binds together.
  fileprivate func boundLots(by named: Contract.Named, of offered: [Int]) -> [Int] {
    if case .strandedCost = named.clause { return [] }
    let belonging = belonging(of: named)
    switch belonging.binding {
    case .none: return []
    case .all: return offered
    case .own: return offered.filter { belonging.home?.contains($0) ?? true }
    }
  }
}

extension Contract.Named {
  /// Where the clause stands in the bid `id`.
  func path(in id: String) -> String {
    let terms = "bids/\(id)/terms/"
    return switch clause {
    case .minimumFee: terms + "prices/\(name)"
    case .exclusivity: terms + "exclusivity/\(name)"
    case .volumeDiscount: terms + "volume_discounts/\(name)"
    case .minimumCommitment: terms + "minimums/\(name)"
    case .bonus: terms + "bonuses/\(name)"
    case .chronicFailure: terms + "rights/\(name)"
    case .atRiskCredit, .pointsCredit, .fixedCredit, .tierCredit, .linearCredit, .unitCredit,
      .repeatMultiplier, .simultaneity, .creditCap, .longCreditCap, .earnBack, .creditTerms:
      terms + "credits"
    case .levellingAdjustment: "bids/\(id)/adjustments.csv \(name)"
    case .poorServiceLoss(let loss): "losses/\(loss.metric)"
    default: "bids/\(id)/prices.csv \(name)"
    }
  }
}
