import Contracts
import Settlement
import Simulation

/// From the price as submitted to the cost that is compared, in present values.
struct Bridge: Sendable {
  /// The base case without adjustments and plugs.
  let asSubmitted: Double

  /// What each kind of adjustment adds to it.
  let steps: [LevellingAdjustment.Kind: Double]

  /// The base case with adjustments and plugs.
  let levelled: Double

  /// The mean over the futures.
  let mean: Double

  /// What chance adds to the levelled base case.
  var effectOfRisk: Double { mean - levelled }

  /// The bridge for machines.
  var json: Json {
    let kinds = LevellingAdjustment.Kind.allCases.map {
      ($0.rawValue, Json.number(steps[$0] ?? 0))
    }
    return [
      "as_submitted": .number(asSubmitted),
      "adjustments": .object(Dictionary(kinds) { first, _ in first }),
      "levelled": .number(levelled), "effect_of_risk": .number(effectOfRisk),
      "mean": .number(mean),
    ]
  }

  /// The figures in the order of the bridge, each a whole step of `money`; those between two totals
  /// are what the rounded totals differ by, so that what is shown adds up.
  func cells(_ kinds: [LevellingAdjustment.Kind], _ money: MoneyScale) -> [String] {
    var total = asSubmitted
    var cells = [money(total)]
    for kind in kinds {
      let next = total + (steps[kind] ?? 0)
      cells.append(money(money.rounded(next) - money.rounded(total)))
      total = next
    }
    if !kinds.isEmpty { cells.append(money(total)) }
    return cells + [money(money.rounded(mean) - money.rounded(total)), money(mean)]
  }
}

extension LevellingAdjustment.Kind {
  /// The kind as the heading of a column.
  var heading: String {
    switch self {
    case .unpriced: "unpriced lines"
    case .exclusion: "exclusions"
    case .assumption: "assumptions"
    case .qualification: "qualifications"
    case .error: "errors"
    case .plug: "plugs"
    }
  }
}

extension RankReport {
  /// Adds the bridges to the cost on `basis`: only the kinds that occur have a column.
  func addBridges(_ basis: CostBasis, to page: inout Page) {
    let kinds = LevellingAdjustment.Kind.allCases.filter { kind in
      options.contains { $0.baseCase.levelling.contains { $0.kind == kind } }
    }
    page.gap()
    page.paragraph(
      kinds.isEmpty
        ? "From the base case as submitted to the mean \(basis.words), net present:"
        : "From the base case as submitted, levelled, to the mean \(basis.words), net present:")
    page.gap()
    page.table(
      TextTable(
        keys: ["option"],
        ["as submitted"] + kinds.map(\.heading) + (kinds.isEmpty ? [] : ["levelled"])
          + ["effect of risk", "mean"],
        rows: options.map { [$0.bid.id] + $0.bridge(to: basis).cells(kinds, money) }))
  }
}

extension OptionFigures {
  /// The bridge to the mean cost on `basis`.
  func bridge(to basis: CostBasis) -> Bridge {
    let credits = basis == .afterCredits ? baseCase.credits : 0
    var steps: [LevellingAdjustment.Kind: Double] = [:]
    for line in baseCase.levelling { steps[line.kind, default: 0] += line.presentValue }
    return Bridge(
      asSubmitted: baseCase.submitted + credits, steps: steps,
      levelled: baseCase.netPresent - baseCase.credits + credits,
      mean: costMean[basis]?.estimate.value ?? .nan)
  }

  /// The bridges, the adjustments and the plugs for machines.
  var levellingJson: Json {
    let bridges = CostBasis.allCases.map { ($0.rawValue, bridge(to: $0).json) }
    return [
      "bridge": .object(Dictionary(bridges) { first, _ in first }),
      "stated": .list(bid.adjustments.map(\.json)), "lines": .list(baseCase.levelling.map(\.json)),
    ]
  }
}
