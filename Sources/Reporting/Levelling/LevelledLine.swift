import Contracts
import Quantities
import Settlement

/// What one adjustment, or one part of it, comes to in the base case.
struct LevelledLine: Sendable {
  /// The clause's name in the contract.
  let name: String

  /// The clause.
  let clause: LevellingAdjustment

  /// The amount, undiscounted.
  let nominal: Double

  /// The present value.
  let presentValue: Double

  var kind: LevellingAdjustment.Kind { clause.kind }

  /// The bid whose price stands in, or nothing for a stated amount.
  var source: String? {
    if case .rates(let rates) = clause.estimate { rates.bid } else { nil }
  }

  /// The months for which the price of another bid stands in; none of a stated amount.
  var months: [Int] {
    guard case .rates(let rates) = clause.estimate else { return [] }
    return rates.byMonth.indices.filter { rates.byMonth[$0] != nil }.map { $0 + 1 }
  }

  /// The lines of `contract` by its base case.
  static func all(in contract: ResolvedContract, _ baseCase: [Owed]) -> [LevelledLine] {
    contract.clauses.compactMap { seated in
      guard case .levellingAdjustment(let clause) = seated.clause else { return nil }
      let owed = baseCase.filter { contract.lines[$0.line].clause == seated.name }
      return LevelledLine(
        name: seated.name, clause: clause, nominal: owed.reduce(0) { $0 + $1.amount },
        presentValue: owed.reduce(0) { $0 + $1.presentValue })
    }
  }

  /// The line for machines.
  var json: Json {
    [
      "name": .text(name), "kind": .text(kind.rawValue), "line": .text(clause.line),
      "nominal": .number(nominal), "present_value": .number(presentValue),
      "from_bid": .optional(source, Json.text), "months": .list(months.runs.map(\.json)),
    ]
  }
}

extension StatedAdjustment {
  /// The adjustment as it was written, for machines.
  var json: Json {
    [
      "line": .text(line), "kind": .text(kind.rawValue), "basis": .text(basis.rawValue),
      "amount": .optional(amount, Json.number), "low": .optional(spread?.low, Json.number),
      "high": .optional(spread?.high, Json.number), "first_month": .count(span.first),
      "last_month": .optional(span.last) { .count($0) }, "author": .text(author),
      "approver": .optional(approver, Json.text), "note": .text(note),
    ]
  }
}

extension ClosedRange<Int> {
  /// The months for machines.
  var json: Json { ["first_month": .count(lowerBound), "last_month": .count(upperBound)] }

  /// The months in words.
  var monthWords: String {
    count == 1 ? "month \(lowerBound)" : "months \(lowerBound)–\(upperBound)"
  }
}
