import Contracts
import Loading
import Quantities

extension LoadingNote {
  /// The note in a sentence.
  var sentence: String { eventWords ?? futureWords }

  private var eventWords: String? {
    switch self {
    case .filesNotRead(let files): "Not read: \(files.listed)."
    case .lastRoundCounts(let option, let rounds):
      "\(option) has the rounds \(rounds.listed), of which the last one counts."
    case .evidenceNotThere(let file, let names):
      "\(file) names evidence that does not lie beside it: \(names.listed)."
    case .scoredInPart(let criterion, let evaluator, let bids):
      "\(evaluator.clean) has scored others by \(criterion), and not \(bids.listed)."
    case .nothingAsked(let option, let line, let months):
      "\(option) asks nothing for \(line) in \(months.words)."
    case .nothingPaid(let option, let item, let price):
      price < 0
        ? "\(option) pays for \(item): its price is below 0."
        : "\(option) asks nothing for \(item): its price is 0."
    case .converted(let option, let currency, let rate, let date, let source):
      "\(option) has prices in \(currency), converted at \(rate.significant) of \(date)"
        + (source.map { " (\($0.clean))." } ?? ".")
    case .changedPrices(let option, let changes):
      "\(option)'s prices count with a change: "
        + changes.map { "\($0.item?.clean ?? "all") \($0.share.percentExact)" }.listed
        + " (price_changes); what it states in all may be without it."
    case .nothingPriced(let option, let path, let name):
      "\(option) has no price at \(name), which \(path) names."
    case .notApproved(let option, let line, let kind, let author, let isSame):
      "The adjustment of \(option) for \(line) (\(kind)) by \(author) is approved by "
        + (isSame ? "its own author." : "nobody.")
    case .poolOverAllocated(let file, let pool, let share):
      "The allocations to the pool \(pool) in \(file) add up to \(share.percentExact)."
    case .poolUnderAllocated(let file, let pool, let share):
      """
      The allocations to the pool \(pool) in \(file) add up to \(share.percentExact): the rest of \
      it is never credited.
      """
    case .levelAgainstMetric(let file, let path, let metric):
      "\(path) in \(file) compares against the direction in which \(metric) is better."
    default: nil
    }
  }

  private var futureWords: String {
    switch self {
    case .certainDemand(let lines):
      "Nothing is assumed of the demand for \(lines.listed): the volumes are taken as certain."
    case .correlationRepaired(let path, let change):
      """
      The correlations under \(path) contradict one another; the nearest that do not were taken, \
      changed by at most \(change.coefficient).
      """
    case .peersStandIn(let option, let metrics):
      "\(option) runs as its peers do in \(metrics.listed): nothing else is known of it."
    case .promiseWeighed(let path, let record, let promise, let weight):
      """
      \(path): the record is \(record.coefficient) and the promise \(promise.coefficient), which \
      was given a weight of \(weight.percentExact).
      """
    case .demandNotInHistory(let line, let provider, let series):
      "The history has no values of \(series) for \(provider), from which \(line) is to be fitted."
    case .demandNotFitted(let serviceLine, let provider):
      "The history of \(provider) cannot be fitted for the demand of \(serviceLine)."
    case .valuesLeftOut(let provider, let metric, let count):
      "\(count.of("value")) of \(metric) for \(provider) lie out of range and were left out."
    case .monthsNotWhole(let provider, let series, let months, let areDropped):
      "\(months.map(\.description).listed) of \(provider) "
        + (months.count == 1 ? "is" : "are") + " not whole in the history of \(series.listed) and "
        + (areDropped ? "left out." : "rest on fewer cases.")
    case .historyAgainstMetric(let metric, let better):
      "The history's mapping says that \(better.rawValue) is better for \(metric), the event the opposite."
    case .historyIntoTerm(let months):
      "The history reaches \(months.of("month")) into the contract."
    default: ""
    }
  }
}

extension ClosedRange<Int> {
  /// The months of the range in words.
  var words: String {
    count == 1 ? "month \(lowerBound)" : "months \(lowerBound)–\(upperBound)"
  }
}
