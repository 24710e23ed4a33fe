extension UsualTerm {
  /// All terms that are compared, in the order in which they are told.
  public static let all = service + volume + price + exit

  /// The term of `key`.
  public static func named(_ key: Key) -> UsualTerm {
    guard let term = all.first(where: { $0.key == key }) else {
      preconditionFailure("every key has a row in the table of usual terms")
    }
    return term
  }

  private static let service = [
    UsualTerm(
      .credits, "service credits", .word("for every critical level"), more: .provider,
      at: "credits",
      source: "Metavante–Oriental 2007, Datec–Bank South Pacific 2004 (CUAD v1)"),
    UsualTerm(
      .atRisk, "at-risk amount", .range(from: 0.10, to: 0.12, .share), of: "of the charge",
      more: .buyer, at: "credits/at_risk", source: "Alsbridge 2010 (news.findit.com/news/482136)"),
    UsualTerm(
      .pools, "pool allocation", .range(from: 1, to: 2.5, .share), of: "of the at-risk amount",
      more: .buyer, at: "credits/pools",
      source: "Alsbridge 2010: more than 100 %, as levels rarely all fail", isAssumption: true),
    UsualTerm(
      .atRiskCap, "monthly cap", .range(from: 1, to: 1, .share), of: "of the at-risk amount",
      more: .buyer, at: "credits/cap",
      source: "Texas DIR (lawinsider.com/clause/service-level-credits/_2)"),
    UsualTerm(
      .chargeCap, "cap, nothing at risk", .range(from: 0.10, to: 0.20, .share),
      of: "of the charge", more: .buyer, at: "credits/cap",
      source: "Accord Project service level template, Metavante–Oriental 2007 (CUAD v1)"),
    UsualTerm(
      .longCap, "annual or rolling cap", .range(from: 1.0 / 12, to: 0.10, .share),
      of: "of a year's charges", more: .buyer, at: "credits/annual_cap",
      source: "Metavante–Oriental 2007 (CUAD v1), Accord Project service level template"),
    UsualTerm(
      .ramp, "credit-free start", .range(from: 1, to: 3, .months), of: "after go-live",
      more: .provider,
      at: "service_levels/…/from",
      source: "Metavante–Oriental 2007 (CUAD v1): the next month", isAssumption: true),
    UsualTerm(
      .repeatMultiplier, "repeat multiplier", .range(from: 1.5, to: 3, .number), of: "times",
      more: .buyer, at: "credits/repeat/multiplier",
      source: "UK model services contract (markettransfer.info/clause/service-points/_8): 2",
      isAssumption: true),
    UsualTerm(
      .earnBack, "earn-back", .range(from: 6, .months), of: "without a default", more: .buyer,
      at: "credits/earn_back/clean", source: "NICE–Flextronics 5.3.6: two quarters"),
  ]

  private static let volume = [
    UsualTerm(
      .deadband, "deadband", .range(to: 0.10, .share), of: "either side", more: .either,
      at: "volume_bands/…/deadband", isAssumption: true),
    UsualTerm(
      .bandReading, "beyond the deadband", .word("on the excess"), more: .either,
      at: "volume_bands/…/reading", isAssumption: true),
    UsualTerm(
      .reducedCredit, "resource credit (RRC)", .range(from: 0.5, to: 1, .share),
      of: "of the ARC", more: .buyer, at: "volume_bands/…/rrc",
      source: "Hercules (lawinsider.com/dictionary/reduced-resource-credit)", isAssumption: true),
    UsualTerm(
      .minimum, "minimum commitment", .range(from: 0.70, to: 0.80, .share), of: "of the baseline",
      more: .provider, at: "minimums/…/minimum", isAssumption: true),
    UsualTerm(
      .gainShare, "share of gains", .range(from: 0.30, to: 0.50, .share), of: "to the provider",
      more: .provider, at: "gain_share/…/provider_share",
      source: "Monsanto–Scotts (CUAD v1): 50 %", isAssumption: true),
  ]

  private static let price = [
    UsualTerm(
      .indexCap, "cap of indexation", .range(from: 0.03, to: 0.05, .share), of: "a year",
      more: .provider, at: "indexation/…/cap",
      source: "Metavante–Oriental 2007, 5.6 (CUAD v1): 5 %", isAssumption: true),
    UsualTerm(
      .indexFloor, "floor of indexation", .range(to: 0, .share), of: "a year", more: .provider,
      at: "indexation/…/floor",
      source: "Datec–Bank South Pacific 2004 (CUAD v1): prices may fall"),
    UsualTerm(
      .firstAdjustment, "first adjustment", .range(from: 12, .months), of: "after the start",
      more: .buyer,
      at: "indexation/…/first", source: "Au10tix (lawinsider.com/clause/inflation/_2)"),
    UsualTerm(
      .escalator, "fixed escalator", .range(to: 0.03, .share), of: "a year", more: .provider,
      at: "indexation/…/rate", source: "GPAQ 5.1: 3 %"),
    UsualTerm(
      .transition, "transition fee", .range(to: 0.10, .share), of: "of a year's charges",
      more: .provider, at: "prices", isAssumption: true),
    UsualTerm(
      .payment, "payment terms", .range(from: 1, to: 2, .months), more: .buyer, at: "payment/lag",
      source:
        "Metavante–Oriental 2007, 30 days, and Espacio–Silicon Smelters 2009, 45 days (CUAD v1)",
      isAssumption: true),
    UsualTerm(
      .billing, "billing", .word("in arrears"), more: .provider, at: "payment/billing",
      isAssumption: true),
    UsualTerm(
      .lateInterest, "late interest", .range(from: 0.01, to: 0.015, .share), of: "a month",
      more: .provider, at: "late_interest/rate",
      source: "CUAD v1: 39 of the 45 contracts that state a monthly rate"),
  ]

  private static let exit = [
    UsualTerm(
      .chronic, "chronic failure", .range(from: 3, to: 5, .number), of: "defaults",
      more: .provider, at: "rights/…/defaults",
      source: "Purolator–Dynamex 1995, 18.1 (CUAD v1): more than three", isAssumption: true),
    UsualTerm(
      .chronicWindow, "chronic failure within", .range(from: 3, to: 12, .months), more: .buyer,
      at: "rights/…/window", source: "Purolator–Dynamex 1995, 18.1 (CUAD v1): twelve",
      isAssumption: true),
    UsualTerm(
      .notice, "notice", .range(from: 1, to: 6, .months), more: .provider, at: "rights/…/notice",
      source: "CUAD v1: 30, 60, 90 or 180 days in 108 of 127 contracts with a period"),
    UsualTerm(
      .terminationFee, "termination fee", .range(to: 6, .number), of: "monthly charges",
      more: .provider, at: "termination_fee/multiple",
      source: "Datec–Bank South Pacific 2004 (CUAD v1): half a year's base, declining to nothing"),
  ]
}
