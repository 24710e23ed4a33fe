import Contracts
import Decision
import Simulation

extension Sensitivity {
  /// The sensitivity for machines, of options with the identifiers `ids`.
  func json(ids: [String]) -> Json {
    let names = compared.map { ids[$0] }
    return [
      "left_out": .texts(leftOut.map { ids[$0] }), "criteria": .texts(criteria.map(\.id)),
      "methods": .list(methods.map { $0.json(names) }), "pareto": .list(pareto(names)),
      "dominance": .list(dominance.map { $0.json(names) }),
      "regret": .list(
        zip(names, regret).map { ["bid": .text($0), "regret": $1.json] }),
      "acceptability": .list(
        acceptabilities.map { $0.json(names, criteria: criteria.map(\.id)) }),
      "reversals": .list(reversals.map { $0.json(names) }),
    ]
  }

  private func pareto(_ names: [String]) -> [Json] {
    zip(names, dominators).map { name, better in
      ["bid": .text(name), "dominated_by": .texts(better.map { names[$0] })]
    }
  }
}

extension MethodResult {
  fileprivate func json(_ names: [String]) -> Json {
    let linear = method == .prometheeLinear
    return [
      "method": .text(method.rawValue), "first": .text(names[first]),
      "could_be_first": .texts(couldBeFirst.map { names[$0] }),
      "indifference": linear ? .number(ComparedMethod.indifference) : .null,
      "preference": linear ? .number(ComparedMethod.preference) : .null,
      "bids": .list(
        names.indices.map { bid in
          ["bid": .text(names[bid]), "value": values[bid].json, "rank": .count(ranks[bid])]
        }),
    ]
  }
}

extension Sensitivity.Dominance {
  fileprivate func json(_ names: [String]) -> Json {
    [
      "bid": .text(names[bid]), "over": .text(names[over]),
      "first_order": .text(standing.first.rawValue),
      "second_order": .text(standing.second.rawValue),
    ]
  }
}

extension RankReversal {
  fileprivate func json(_ names: [String]) -> Json {
    [
      "method": .text(method.rawValue), "change": .text(change.rawValue),
      "bid": .text(names[bid]), "before": .text(names[before]), "after": .text(names[after]),
    ]
  }
}

extension Acceptability {
  fileprivate func json(_ names: [String], criteria: [String]) -> Json {
    [
      "weights": space.json, "draws": .count(draws),
      "bids": .list(names.indices.map { json($0, names, criteria) }),
      "pairwise": .list(
        names.indices.flatMap { first in
          names.indices.filter { $0 != first }.map { second in
            [
              "first": .text(names[first]), "second": .text(names[second]),
              "winning": winning[first][second].json,
            ]
          }
        }),
    ]
  }

  private func json(_ bid: Int, _ names: [String], _ criteria: [String]) -> Json {
    let central = centralWeights[bid].map { weights in
      Json.object(Dictionary(zip(criteria, weights.map(\.json))) { _, later in later })
    }
    return [
      "bid": .text(names[bid]), "ranks": .list(ranks[bid].map(\.json)),
      "central_weights": central ?? .null, "confidence": .optional(confidence[bid], \.json),
    ]
  }
}
