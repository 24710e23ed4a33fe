/// One promise of a contract, or one line of the buyer's own ledger.
///
/// Every `switch` over clauses is exhaustive: a new kind does not compile until each room that
/// must know it does.
public enum Clause: Hashable, Sendable {
  // Adjustment
  case indexation(Indexation)
  case escalator(Escalator)
  case exchangeRate(ExchangeRate)
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
  case levellingAdjustment(LevellingAdjustment)
  case oneOffFee(OneOffFee)
  case paymentTerms(PaymentTerms)
  case gainShare(GainShare)
  case tax(Tax)
  case lateInterest(LateInterest)
  case promptDiscount(PromptDiscount)
  case disputedInvoices(DisputedInvoices)
  // Volume
  case volumeBand(VolumeBand)
  case exclusivity(Exclusivity)
  case volumeDiscount(VolumeDiscount)
  case minimumCommitment(MinimumCommitment)
  case forecastRelief(ForecastRelief)
  // Service
  case serviceLevel(ServiceLevel)
  case repeatMultiplier(RepeatMultiplier)
  case atRiskCredit(AtRiskCredit)
  case fixedCredit(FixedCredit)
  case tierCredit(TierCredit)
  case linearCredit(LinearCredit)
  case pointsCredit(PointsCredit)
  case unitCredit(UnitCredit)
  case simultaneity(Simultaneity)
  case creditCap(CreditCap)
  case longCreditCap(LongCreditCap)
  case earnBack(EarnBack)
  case bonus(Bonus)
  case ratchet(Ratchet)
  case creditTerms(CreditTerms)
  case poorServiceLoss(PoorServiceLoss)
  case transitionDelay(TransitionDelay)
  // Exit
  case chronicFailure(ChronicFailure)
  case terminationFee(TerminationFee)
  case replacement(Replacement)
  case strandedCost(StrandedCost)
}
