public import Contracts
public import Simulation

/// A bid against today's operation, on the same futures.
public struct BaselineComparison: Hashable, Sendable {
  /// The mean saving in present value, controlled where it can be: positive where the bid is
  /// cheaper.
  public var saving: Estimate

  /// The plain mean saving.
  public var plainSaving: Estimate

  /// The share of futures in which the bid is cheaper.
  public var chanceOfSaving: Estimate

  /// The contract month from which on the mean saving to date stays above 0, or nothing where it
  /// does not in the end.
  public var paybackMonth: Int?

  /// The share of futures in which the saving is that of the business case at least, or nothing where
  /// there is none; of the sampled futures, the first 131,072.
  public var chanceOfBusinessCase: Estimate?

  /// Compares option `option` with `baseline`; its saving is the plain one where controls are off.
  public init(
    _ option: Int, with baseline: Int, in outcome: Outcome, _ businessCase: BusinessCase? = nil,
    controlsAreOff: Bool = false
  ) {
    let difference = outcome.controlledDifference(baseline, option)
    saving = controlsAreOff ? difference.plain : difference.estimate
    plainSaving = difference.plain
    chanceOfSaving = .share(outcome.winShare(of: option, over: baseline), of: outcome.futures)
    chanceOfBusinessCase = businessCase.map { businessCase in
      let costs = outcome.sample.cost(outcome.basis)
      let reached = zip(costs[baseline], costs[option]).count { today, bid in
        today - bid >= businessCase.saving(of: today)
      }
      let futures = outcome.sample.futures
      return .share(Double(reached) / Double(futures), of: futures)
    }
    var toDate = 0.0
    let byMonth = [baseline, option].map { outcome.options[$0].costByMonth(outcome.basis) }
    for (month, (today, bid)) in zip(byMonth[0], byMonth[1]).enumerated() {
      toDate += today - bid
      if toDate <= 0 {
        paybackMonth = nil
      } else if paybackMonth == nil {
        paybackMonth = month + 1
      }
    }
  }
}
