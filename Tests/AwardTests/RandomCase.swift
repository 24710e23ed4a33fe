import Award
import Contracts

/// Small cases made by chance, and what they come to by going through all awards one by one.
struct RandomCase {
  var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / 0x1p53
  }

  mutating func below(_ bound: Int) -> Int { min(Int(number() * Double(bound)), bound - 1) }

  static let futures = 8

  /// Two or three lots, two to four bids; whole lots or halves, some bound together.
  mutating func award(objective: AwardObjective, rules count: Int) -> AwardCase {
    let lots = 2 + below(2)
    let bids = 2 + below(3)
    let half = AwardPlan.whole / 2
    var columns: [AwardColumn] = []
    for bid in 0..<bids {
      let binds = number() < 0.3
      let shares = number() < 0.6 ? [half, AwardPlan.whole] : [AwardPlan.whole]
      if binds {
        for pick in 1..<(1 << lots) {
          let given = (0..<lots).filter { pick >> $0 & 1 == 1 }.map { AwardColumn.Given(lot: $0) }
          columns.append(column(bid, part: 0, given))
        }
      } else {
        for lot in 0..<lots where number() < 0.9 {
          for share in shares {
            columns.append(column(bid, part: lot, [.init(lot: lot, share: share)]))
          }
        }
      }
    }
    let staying = number() < 0.3 ? bids - 1 : nil
    let remainder = number() < 0.5 ? (0..<Self.futures).map { _ in number() * 20 } : []
    let ids = (0..<bids).map { "bid\($0)" }
    let names = (0..<lots).map { "lot\($0)" }
    let incumbents = (0..<lots).map { _ in number() < 0.7 ? below(bids) : nil }
    var award = AwardCase(
      bids: ids, lots: names, columns: columns, staying: staying, remainder: remainder,
      incumbents: incumbents, objective: objective)
    award.rules = (0..<count).map { rule($0, bids: ids, lots: names) }
    return award
  }

  private mutating func column(
    _ bid: Int, part: Int, _ given: [AwardColumn.Given]
  ) -> AwardColumn {
    let size = given.reduce(0.0) { $0 + Double($1.share) / Double(AwardPlan.whole) }
    let costs = (0..<Self.futures).map { _ in (100 * size.squareRoot()) * (0.5 + number()) }
    return AwardColumn(bid: bid, part: part, given: given, costs: costs)
  }

  private mutating func subject(_ bids: [String]) -> AwardRule.Subject {
    number() < 0.5 ? .each : .bids([bids[below(bids.count)], bids[0]])
  }

  private mutating func rule(_ place: Int, bids: [String], lots: [String]) -> AwardRule {
    let demand: AwardRule.Demand =
      switch below(12) {
      case 0: .providers(min: 1 + below(2), max: 2 + below(2), lots: nil)
      case 1: .providers(min: nil, max: 1, lots: [lots[below(lots.count)]])
      case 2: .value(of: subject(bids), min: nil, max: 0.5 + number() / 2)
      case 3: .value(of: subject(bids), min: number() / 2, max: nil)
      case 4: .lots(of: subject(bids), min: nil, max: 1 + below(2))
      case 5: .lots(of: subject(bids), min: 1 + below(2), max: nil)
      case 6:
        .share(
          of: subject(bids), lots: [lots[below(lots.count)]], min: AwardPlan.whole / 2,
          max: number() < 0.5 ? nil : AwardPlan.whole / 2)
      case 7: .together([lots[0], lots[1]])
      case 8: .apart(lots)
      case 9: .notBoth([bids[0], bids[1]])
      case 10: .onlyWith(bids[below(bids.count)], bids[0])
      default:
        number() < 0.5 ? .budget(150 + 200 * number()) : .incumbents(lots: 1)
      }
    return AwardRule("rule\(place)", demand)
  }
}
