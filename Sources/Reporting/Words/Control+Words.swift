import Futures
import Simulation

extension [Control.Subject] {
  /// What kinds of controls there are.
  var kinds: String {
    var kinds: [String] = []
    for subject in self where !kinds.contains(subject.kind) { kinds.append(subject.kind) }
    return kinds.joined(separator: ", ")
  }
}

extension Control.Subject {
  fileprivate var kind: String {
    switch self {
    case .volume: "volumes"
    case .index: "indices"
    case .creditedDefaults, .rightDefaults, .rightPairs: "defaults"
    }
  }

  /// The subject as facts.
  var json: Json {
    switch self {
    case .volume(let line): ["kind": "volume", "service_line": .text(line)]
    case .index(let id): ["kind": "index", "index": .text(id)]
    case .creditedDefaults(let option):
      ["kind": "credited_defaults", "option": .text(option)]
    case .rightDefaults(let option): ["kind": "right_defaults", "option": .text(option)]
    case .rightPairs(let option): ["kind": "right_pairs", "option": .text(option)]
    }
  }
}

extension MissingControl {
  /// What is no control, and why, as facts.
  var json: Json {
    switch subject {
    case .volume(let line):
      ["kind": "volume", "service_line": .text(line), "reason": .text(reason.rawValue)]
    case .defaults(let option, let level): json("defaults", option, level)
    case .pairs(let option, let level): json("pairs", option, level)
    }
  }

  private func json(_ kind: String, _ option: String, _ level: String) -> Json {
    [
      "kind": .text(kind), "option": .text(option), "level": .text(level),
      "reason": .text(reason.rawValue),
    ]
  }
}

extension NoClosedForm {
  /// The reason, as a clause about defaults or volumes.
  var words: String {
    switch self {
    case .uncertainMedian: "forecast as a median, with uncertain persistence or spread"
    case .uncertainDemand: "following a demand with uncertain persistence or spread"
    case .stepOfDemand: "following a demand with a step that may not happen"
    case .shocksOfDemand: "following a demand with shocks"
    case .manyUncertain: "with more than two uncertain coefficients"
    case .severalUncertain: "with more than one uncertain coefficient"
    case .measuredOfSample: "measured of a sample"
    case .noChance: "without any chance"
    case .patternOfMisses: "judged by more than one month or comparison"
    }
  }
}
