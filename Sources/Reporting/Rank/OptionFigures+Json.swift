import Contracts
import Decision
import Simulation

extension OptionFigures {
  /// Defaults, rights and exits.
  var service: Json {
    let defaults = zip(levels, tally.defaults.map(\.json))
    return [
      "defaults": .object(Dictionary(defaults) { _, later in later }),
      "all_defaults": tally.allDefaults.json, "right_arises": rightArises.json,
      "exits": tally.exits.json,
    ]
  }

  /// The coverage of all requirements and of each framework.
  var coverageJson: Json {
    var members = coverage.members
    members["frameworks"] = .list(
      frameworks.map { framework in
        let name: [String: Json] = ["framework": .text(framework.framework ?? "")]
        return .object(framework.members.merging(name) { own, _ in own })
      })
    return .object(members)
  }
}

extension Coverage {
  fileprivate var members: [String: Json] {
    [
      "at_signature": .number(atSignature), "at_go_live": .number(atGoLive),
      "open_at_signature": .texts(openAtSignature), "open_at_go_live": .texts(openAtGoLive),
    ]
  }
}

extension BaselineComparison {
  /// The comparison for machines.
  var json: Json {
    [
      "saving": saving.json, "plain_saving": plainSaving.json,
      "chance_of_saving": chanceOfSaving.json,
      "chance_of_business_case": .optional(chanceOfBusinessCase, \.json),
      "payback_month": .optional(paybackMonth) { .count($0) },
    ]
  }
}
