public import Contracts
import Decision
public import Futures

/// Prices what may be given to each bid, by simulation: the bid's own contract, settled for the lots
/// and shares at hand on the same futures as all others.
public struct LotPricing: Sendable {
  let event: Event
  let plan: AwardPlan
  let map: LotMap
  let assumptions: Assumptions

  /// One column that is to be priced.
  struct Work: Sendable {
    var bid: Int
    var part: Int
    var given: [AwardColumn.Given]
  }

  /// The bids, levelled, and last today's operation where there is one.
  let bids: [Bid]

  /// Whether the last of ``bids`` is today's operation.
  let hasToday: Bool
  let work: [Work]

  /// What a reader should know of the bids' terms.
  public let notes: [AwardNote]

  /// The rules: that bids which fail a mandatory requirement are given nothing, and then the plan's.
  public var rules: [AwardRule]

  /// Finds what may be given, and refuses terms that cannot be priced by lots.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - plan: How its lots may be given.
  ///   - bids: The bids as they are.
  ///   - levelled: The same bids, levelled.
  ///   - baseline: Today's operation, where there is one.
  ///   - assumptions: What may happen.
  /// - Throws: ``AwardError/refused(_:)`` with every reason.
  public init(
    _ event: Event, _ plan: AwardPlan, bids: [Bid], levelled: [Bid], baseline: Bid?,
    _ assumptions: Assumptions
  ) throws(AwardError) {
    self.event = event
    self.plan = plan
    self.assumptions = assumptions
    let map = LotMap(event, plan)
    self.map = map
    let today = baseline.map { [$0] } ?? []
    let raw = bids + today
    let settled = levelled + today
    self.bids = settled
    hasToday = baseline != nil
    let offers = raw.indices.map { place in
      Offer(
        raw[place], levelled: settled[place], map, event.costBasis,
        isToday: place >= bids.count)
    }
    var found = Found(refusals: Self.faults(of: event, plan, raw, map))
    for (bid, offer) in offers.enumerated() {
      found.take(offer, of: bid, raw[bid], plan, map)
      guard baseline != nil else { continue }
      found.refusals += Self.delayFaults(of: raw[bid], beside: offers[bids.count], map)
    }
    guard found.refusals.isEmpty else { throw .refused(found.refusals) }
    (work, notes) = (found.work, found.notes)
    let mandatory = plan.allowsFailing ? [] : bids.compactMap { $0.mandatoryRule(in: event) }
    rules = mandatory + plan.rules
  }

  /// How many columns are priced.
  public var columns: Int { work.count }
}

/// What is found on the way through the offers.
private struct Found {
  var refusals: [AwardRefusal]
  var work: [LotPricing.Work] = []
  var notes: [AwardNote] = []

  /// Takes the parts of what `bid`, at `place`, offers.
  mutating func take(_ offer: Offer, of place: Int, _ bid: Bid, _ plan: AwardPlan, _ map: LotMap) {
    for (number, part) in offer.parts.enumerated() {
      let count = Offer.count(of: part, plan.shares)
      let names = part.lots.map { map.lots[$0].id }
      guard count <= Offer.mostColumns else {
        let reason = AwardRefusal.Reason.tooManyCombinations(
          count: count, lots: names, terms: part.terms)
        refusals.append(AwardRefusal("bids/\(bid.id)", reason))
        continue
      }
      if part.lots.count > 1 {
        notes.append(.bound(bid: bid.id, lots: names, terms: part.terms))
      }
      work += Offer.combinations(of: part, plan.shares)
        .map { LotPricing.Work(bid: place, part: number, given: $0) }
    }
    guard plan.shares.contains(where: { $0 < AwardPlan.whole }) else { return }
    let fixed = bid.contract.indivisible
    if !fixed.isEmpty { notes.append(.indivisible(bid: bid.id, terms: fixed)) }
  }
}

/// Something that a reader of an award should know.
public enum AwardNote: Hashable, Sendable {
  /// The bid's terms bind these lots together, which are therefore priced as one.
  case bound(bid: String, lots: [String], terms: [String])
  /// These terms of the bid are paid in full for any share of a lot.
  case indivisible(bid: String, terms: [String])
}

extension LotPricing {
  private static func faults(
    of event: Event, _ plan: AwardPlan, _ bids: [Bid], _ map: LotMap
  ) -> [AwardRefusal] {
    var refusals: [AwardRefusal] = []
    let names = Set(bids.flatMap { $0.contract.clauses.filter(\.clause.isItem).map(\.name) })
    for lot in plan.lots {
      for item in lot.prices
      where !names.contains(where: { $0 == item || $0.hasPrefix(item + " (") }) {
        refusals.append(
          .init(
            "lots/\(lot.id)/prices", .unknownPrice(item: item, known: names.sorted())))
      }
    }
    guard map.lots.count > 1 else { return refusals }
    var seen: Set<String> = []
    for named in bids.flatMap(\.contract.clauses) {
      guard case .poorServiceLoss(let loss) = named.clause, loss.serviceLine == nil,
        map.lot(ofMetric: loss.metric) == nil, seen.insert(loss.metric).inserted
      else { continue }
      refusals.append(.init("losses/\(loss.metric)", .lossOfNoLot))
    }
    return refusals
  }

  /// Until a bid goes live today's operation runs on: what that costs has to be known for the lots
  /// of each of its parts.
  private static func delayFaults(
    of bid: Bid, beside today: Offer, _ map: LotMap
  ) -> [AwardRefusal] {
    guard !bid.delays.isEmpty, map.lots.count > 1 else { return [] }
    let terms = Set(today.parts.filter { $0.lots.count > 1 }.flatMap(\.terms)).sorted()
    guard !terms.isEmpty else { return [] }
    return [.init("assumptions/transition/\(bid.id)", .delayWithoutCost(terms: terms))]
  }
}

extension Clause {
  /// Whether a lot may claim the clause by its name.
  fileprivate var isItem: Bool {
    if case .hiddenCost = self { return true }
    return isPrice
  }
}

extension Bid {
  /// The rule that the bid is given nothing, where it fails a mandatory requirement.
  fileprivate func mandatoryRule(in event: Event) -> AwardRule? {
    let failed = eligibility(in: event).failed
    guard !failed.isEmpty else { return nil }
    return AwardRule("mandatory/\(id)", .mandatory(bid: id, failed: failed))
  }
}
