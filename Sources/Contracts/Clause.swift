/// One promise of a contract, or one line of the buyer's own ledger.
///
/// Every `switch` over clauses is exhaustive: a new kind does not compile until each room that
/// must know it does.
public enum Clause: Hashable, Sendable {
  // Adjustment
  case indexation(Indexation)
  case escalator(Escalator)
  case currencyShare(CurrencyShare)
  // Price
  case fixedFee(FixedFee)
  case unitPrice(UnitPrice)
  case tieredPrice(TieredPrice)
  case includedVolume(IncludedVolume)
  case staffCharge(StaffCharge)
  case peakPrice(PeakPrice)
  case costPlus(CostPlus)
  case targetCost(TargetCost)
  case minimumFee(MinimumFee)
  case hiddenCost(HiddenCost)
  case oneOffFee(OneOffFee)
  case paymentTerms(PaymentTerms)
  // Volume
  case volumeBand(VolumeBand)
  // Service
  case serviceLevel(ServiceLevel)
  case repeatMultiplier(RepeatMultiplier)
  case atRiskCredit(AtRiskCredit)
  case fixedCredit(FixedCredit)
  case creditCap(CreditCap)
  case poorServiceLoss(PoorServiceLoss)
  // Exit
  case chronicFailure(ChronicFailure)
  case terminationFee(TerminationFee)
  case replacement(Replacement)
}
