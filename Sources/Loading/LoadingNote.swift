public import Contracts
public import Quantities

/// Something that a reader of an event should know although nothing is wrong: facts, no prose.
public enum LoadingNote: Hashable, Sendable {
  // Files
  /// These files or folders of the event are not read.
  case filesNotRead([String])

  /// Of these rounds of `option`, in their order, the last one counts.
  case lastRoundCounts(option: String, rounds: [String])

  /// The answers in `file` name evidence that does not lie beside it.
  case evidenceNotThere(file: String, names: [String])

  /// `evaluator` has not scored these bids by `criterion`, and others.
  case scoredInPart(criterion: String, evaluator: String, without: [String])

  // Prices and terms
  /// `option` charges nothing for `serviceLine` in these contract months, nor any fixed fee.
  case nothingAsked(option: String, serviceLine: String, months: ClosedRange<Int>)

  /// The price of `item` is 0 or less.
  case nothingPaid(option: String, item: String, price: Double)

  /// The prices of `option` in `currency` are converted at the rate of a day.
  case converted(option: String, currency: String, rate: Double, date: String, source: String?)

  /// The prices of `option` count with changes that its terms state.
  case changedPrices(option: String, changes: [PriceChange])

  /// `option` has no price at the location or of the role `name`, which the term at `path` names.
  case nothingPriced(option: String, path: String, name: String)

  /// Nobody but its author has approved an adjustment of `line`; `isSame` where the author has.
  case notApproved(option: String, line: String, kind: String, author: String, isSame: Bool)

  /// The allocations to a pool add up to more than the whole of it.
  case poolOverAllocated(file: String, pool: String, share: Double)

  /// The allocations to a pool add up to less than the whole of it.
  case poolUnderAllocated(file: String, pool: String, share: Double)

  /// The service level at `path` in `file` asks for less of what is better of its metric.
  case levelAgainstMetric(file: String, path: String, metric: String)

  // Assumptions
  /// Nothing is assumed of the demand for these service lines: their volumes are certain.
  case certainDemand(serviceLines: [String])

  /// The correlations under `path` were not positive semi-definite; the nearest matrix was taken,
  /// and `by` is the largest change of a coefficient.
  case correlationRepaired(path: String, by: Double)

  /// These metrics of `option` run as its peers do, for nothing else is known of them.
  case peersStandIn(option: String, metrics: [String])

  /// The level at `path`, in natural units, was moved from the record towards the promise.
  case promiseWeighed(path: String, record: Double, promise: Double, weight: Double)

  // History
  /// The history has no values of the demand for `serviceLine` under `provider`.
  case demandNotInHistory(serviceLine: String, provider: String, series: String)

  /// The history of `provider` is too short or too odd to fit the demand of `serviceLine`.
  case demandNotFitted(serviceLine: String, provider: String)

  /// So many values of `metric` for `provider` are outside its range and were left out.
  case valuesLeftOut(provider: String, metric: String, count: Int)

  /// These months are not whole in these series of `provider`'s history, and left out of them; or
  /// not left out, of rates that rest on fewer cases for it.
  case monthsNotWhole(
    provider: String, series: [String], months: [CalendarMonth], areDropped: Bool)

  /// The history's mapping says of `metric` that `better` is better, the event the opposite.
  case historyAgainstMetric(metric: String, better: Metric.Direction)

  /// The history reaches so many months into the contract.
  case historyIntoTerm(months: Int)
}
