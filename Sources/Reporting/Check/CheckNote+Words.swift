import Contracts
import Decision

extension CheckNote {
  /// The note in a sentence, with totals in the unit `money`.
  func sentence(_ money: MoneyScale) -> String {
    switch self {
    case .metricsNotAgreed(let metrics, let parts):
      """
      Service levels are promised on \(metrics.listed), of which no \
      \(parts.map(\.rawValue).alternatives) is stated under metrics.
      """
    case .criteriaWeights(let sum):
      """
      The weights of the criteria add up to \(sum.significant), not to 100: each counts as its share \
      of that sum.
      """
    case .weightsWithoutEffect(let criteria, let method):
      "The weight of \(criteria.listed) counts for nothing: the method is \(method.words)."
    case .requirementsWithoutWeight(let requirements):
      "\(requirements.listed): the weight is 0, so that answers count in no coverage."
    case .unusedNames(let path, let names):
      "\(path): nothing refers to \(names.listed)."
    case .volumesChargedTwice(let bid, let prices, let months):
      """
      \(bid) charges for each unit by \(prices.listed), and by volume bands on top in \(months.words): \
      above the deadband a unit is paid for twice.
      """
    case .unitsPricedTwice(let bid, let line, let prices, let months):
      """
      \(bid): \(prices.listed) both charge for every unit of \(line) in \(months.words). A volume is \
      not split between prices: declare a service line for each part of it.
      """
    case .coveredByFees(let bid, let lines):
      """
      \(bid) has no price for \(lines.listed), which others price: its fixed fees are taken to cover \
      that. Where they do not, say so in adjustments.csv (unpriced).
      """
    case .neverCharged(let bid, let prices):
      """
      \(bid): \(prices.listed) \(prices.count == 1 ? "charges" : "charge") nothing at the baseline \
      volumes.
      """
    case .abnormallyLow(let bid, let total, let mean, let lowest):
      """
      \(bid) is abnormally low: its base case of \(money(total)) is \((1 - total / mean).percent()) \
      below the mean of the others (\(money(mean)), in \(money.words)) and \
      \((1 - total / lowest).percent()) below the lowest of them. Have it explained before an award.
      """
    }
  }

  /// The note as facts.
  var json: Json {
    switch self {
    case .metricsNotAgreed(let metrics, let parts):
      [
        "kind": "metrics_not_agreed", "metrics": .texts(metrics),
        "missing": .texts(parts.map(\.rawValue)),
      ]
    case .criteriaWeights(let sum): ["kind": "criteria_weights", "sum": .number(sum)]
    case .weightsWithoutEffect(let criteria, let method):
      [
        "kind": "weights_without_effect", "criteria": .texts(criteria),
        "method": .text(method.rawValue),
      ]
    case .requirementsWithoutWeight(let requirements):
      ["kind": "requirements_without_weight", "requirements": .texts(requirements)]
    case .unusedNames(let path, let names):
      ["kind": "unused_names", "path": .text(path), "names": .texts(names)]
    case .volumesChargedTwice(let bid, let prices, let months):
      [
        "kind": "volumes_charged_twice", "option": .text(bid), "prices": .texts(prices),
        "first_month": .count(months.lowerBound), "last_month": .count(months.upperBound),
      ]
    case .unitsPricedTwice(let bid, let line, let prices, let months):
      [
        "kind": "units_priced_twice", "option": .text(bid), "service_line": .text(line),
        "prices": .texts(prices),
        "first_month": .count(months.lowerBound), "last_month": .count(months.upperBound),
      ]
    case .coveredByFees(let bid, let lines):
      ["kind": "covered_by_fees", "option": .text(bid), "service_lines": .texts(lines)]
    case .neverCharged(let bid, let prices):
      ["kind": "never_charged", "option": .text(bid), "prices": .texts(prices)]
    case .abnormallyLow(let bid, let total, let mean, let lowest):
      [
        "kind": "abnormally_low", "option": .text(bid), "total": .number(total),
        "mean_of_others": .number(mean), "lowest_other": .number(lowest),
      ]
    }
  }
}

extension [String] {
  /// The texts as a list in a sentence: `a, b or c`.
  fileprivate var alternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
