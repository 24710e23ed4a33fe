import Contracts

extension Criterion {
  /// What is measured, in a word or two.
  var words: String {
    measure == .cost && statistic != .mean ? "cost (\(statistic.words))" : id
  }

  /// What is measured, with what a page has room for.
  var explanation: String {
    switch measure {
    case .cost: "\(statistic.words) of the net present cost"
    case .risk: "P80 − P50 of the net present cost"
    case .compliance: "coverage of requirements at go-live"
    case .service: "share of months that meet \(needs.map(\.metric).listed)"
    case .scored: text?.clean ?? "evaluators' scores"
    }
  }

  /// How what it measures is shown.
  func shown(_ value: Double, _ money: MoneyScale) -> String {
    switch measure {
    case .cost, .risk: money.fine(value)
    case .compliance, .service: value.percent(places: 1)
    case .scored: value.significant
    }
  }
}

extension Criterion.Statistic {
  /// The figure in words.
  var words: String {
    switch self {
    case .mean: "mean"
    case .p80: "P80"
    case .p90: "P90"
    case .cvar95: "mean of the worst 5\u{202F}%"
    }
  }
}

extension Criterion.Scale {
  /// The scale in words, with what is measured shown by `shown`.
  func words(_ shown: (Double) -> String) -> String {
    switch self {
    case .lowestOverOwn: "100 × lowest ÷ own"
    case .linear(let best, let worst): "100 at \(shown(best)), 0 at \(shown(worst))"
    case .shareOfLowestCost(let worst): "100 at 0, 0 at \(worst.percentExact) of the lowest cost"
    case .linearToCeiling(let ceiling, .lowest): "100 at the lowest, 0 at \(shown(ceiling))"
    case .linearToCeiling(let ceiling, .zero): "100 at 0, 0 at \(shown(ceiling))"
    }
  }
}

extension RankingMethod {
  /// The method in a few words.
  var words: String {
    switch self {
    case .weightedValue: "weighted value"
    case .costPerQualityPoint: "cost per quality point"
    case .lowestPriceAcceptable: "lowest price among acceptable bids"
    }
  }

  /// The formula in a sentence.
  var sentence: String {
    switch self {
    case .weightedValue: "The score is Σ weight × score ÷ Σ weight; the highest is first."
    case .costPerQualityPoint:
      "The cost is divided by the weighted score of the other criteria: the lowest is first. The "
        + "score shown is 100 × lowest ÷ own."
    case .lowestPriceAcceptable:
      "The lowest cost among the bids that reach every minimum is first, and the others stand behind "
        + "them. The score shown is 100 × lowest ÷ own."
    }
  }

  /// The head of the column with what the formula compares; nothing without one.
  var priceHeading: String? {
    switch self {
    case .weightedValue: nil
    case .costPerQualityPoint: "cost per quality point"
    case .lowestPriceAcceptable: "cost compared"
    }
  }
}
