/// Something that a reader of an event should know although nothing is wrong: facts, no prose.
public enum LoadingNote: Hashable, Sendable {
  /// The correlations under `path` were not positive semi-definite; the nearest matrix was taken,
  /// and `by` is the largest change of a coefficient.
  case correlationRepaired(path: String, by: Double)

  /// The history has no data of `provider`, which `option` is said to be.
  case providerNotInHistory(option: String, provider: String)

  /// The history of `provider` is too short or too odd to fit the demand of `serviceLine`.
  case demandNotFitted(serviceLine: String, provider: String)

  /// These metrics of `option` run as its peers do, for nothing else is known of them.
  case peersStandIn(option: String, metrics: [String])

  /// The level at `path`, in natural units, was moved from the record towards the promise.
  case promiseWeighed(path: String, record: Double, promise: Double, weight: Double)
}
