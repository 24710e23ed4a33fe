public import Contracts
import Quantities
public import Settlement
public import Simulation

/// The answer of `assay whatif --replay`: what a regime would have paid for a provider's real months.
public struct ReplayReport: Sendable {
  let event: Event

  /// The bid whose provider's record it is.
  let bid: Bid

  /// The bid whose contract is settled.
  let regime: Bid
  let contract: ResolvedContract
  let record: ServiceRecord
  let replayed: ReplayedRegime
  let simulated: CreditsInMonths
  let provenance: Provenance

  /// Reports on `replayed`, the regime of `contract` on `record`.
  public init(
    _ event: Event, record bid: Bid, regime: Bid, _ contract: ResolvedContract,
    _ record: ServiceRecord, _ replayed: ReplayedRegime, _ simulated: CreditsInMonths,
    _ provenance: Provenance
  ) {
    self.event = event
    self.bid = bid
    self.regime = regime
    self.contract = contract
    self.record = record
    self.replayed = replayed
    self.simulated = simulated
    self.provenance = provenance
  }

  /// The steps that change anything, and always the first.
  var steps: [CreditStep] {
    CreditStep.allCases.filter { $0 == .stated || replayed[$0] != 0 }
  }

  /// The first contract month that is not live, where the buyer leaves within the record.
  var leftIn: Int? { replayed.months.first { !$0.isLive }?.month }
}
