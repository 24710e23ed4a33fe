import Contracts
import Settlement

/// What a reader of a ranking must know about how bids were made comparable.
enum LevellingFinding: Sendable {
  /// The prices of `sources` stand in for one that `bid` does not state.
  case plugged(
    bid: String, serviceLine: String, months: [Int], sources: [String], presentValue: Double)
  /// Nothing stands in for a price that `bid` does not state: plugs are turned off, or no other bid
  /// prices the service line.
  case open(bid: String, serviceLine: String, months: [Int], isOff: Bool)
  /// What `bid` states is not what its prices come to.
  case doesNotTieOut(TieOut)

  /// All findings about one option, whose contract is levelled as `event` says.
  static func all(about option: OptionFigures, in event: Event) -> [LevellingFinding] {
    var findings: [LevellingFinding] = []
    if !option.baseCase.tieOut.differing.isEmpty {
      findings.append(.doesNotTieOut(option.baseCase.tieOut))
    }
    for line in event.serviceLines {
      let plugs = option.baseCase.levelling.filter { $0.kind == .plug && $0.clause.line == line.id }
      if !plugs.isEmpty {
        findings.append(
          .plugged(
            bid: option.bid.id, serviceLine: line.id,
            months: Set(plugs.flatMap(\.months)).sorted(),
            sources: Set(plugs.compactMap(\.source)).sorted(),
            presentValue: plugs.reduce(0) { $0 + $1.presentValue }))
      }
      let contract = option.bid.contract
      let left = option.bid.adjustments.filter { $0.amount == nil && $0.line == line.id }
        .flatMap { contract.months(of: $0, without: line) }
        .filter { !contract.isAdjusted(line.id, in: $0) }
      let open = Set(contract.openMonths(of: line) + left).sorted()
      if !open.isEmpty {
        findings.append(
          .open(
            bid: option.bid.id, serviceLine: line.id, months: open,
            isOff: event.levelling.plug == .none && left.isEmpty))
      }
    }
    return findings
  }

  /// The finding in a sentence.
  func sentence(_ money: MoneyScale) -> String {
    switch self {
    case .plugged(let bid, let line, let months, let sources, let presentValue):
      """
      \(bid) states no price for \(line) in \(months.runs.map(\.monthWords).listed): the highest of \
      the other bids (\(sources.listed)) stands in as a plug, \(money(presentValue)) net present.
      """
    case .open(let bid, let line, let months, let isOff):
      """
      \(bid) states no price for \(line) in \(months.runs.map(\.monthWords).listed), \
      \(isOff ? "plugs are turned off" : "and no other bid prices it"): nothing is added.
      """
    case .doesNotTieOut(let tieOut): tieOut.sentence
    }
  }

  /// The finding as facts.
  var json: Json {
    switch self {
    case .plugged(let bid, let line, let months, let sources, let presentValue):
      [
        "kind": "plugged", "bid": .text(bid), "service_line": .text(line),
        "months": .list(months.runs.map(\.json)), "sources": .texts(sources),
        "present_value": .number(presentValue),
      ]
    case .open(let bid, let line, let months, let isOff):
      [
        "kind": "not_plugged", "bid": .text(bid), "service_line": .text(line),
        "months": .list(months.runs.map(\.json)), "is_off": .truth(isOff),
      ]
    case .doesNotTieOut(let tieOut):
      [
        "kind": "does_not_tie_out", "bid": .text(tieOut.bid), "basis": .text(tieOut.basis.rawValue),
        "totals": .list(tieOut.differing.map(\.json)),
      ]
    }
  }
}

extension TieOut {
  /// What does not tie out, in a sentence: how many totals, and the one that is furthest off.
  var sentence: String {
    guard let worst = differing.max(by: { abs($0.difference) < abs($1.difference) }) else {
      return "\(bid) ties out."
    }
    let amounts = [worst.stated, worst.settled].map { $0.figure(places: 2) }
    let part =
      rows.count == 1 ? "" : " in \(differing.count.figure) of \(rows.count.of("stated total"))"
    return """
      \(bid) does not tie out\(part): for \(worst.words) it states \(amounts[0]), and \
      \(basis.subject) to \(amounts[1]).
      """
  }
}

extension StatedTotals.Basis {
  /// What comes to an amount, in words.
  var subject: String {
    switch self {
    case .prices: "its prices come"
    case .indexed: "its prices with their indexation come"
    }
  }
}
