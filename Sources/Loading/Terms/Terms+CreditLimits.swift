import Contracts
import Quantities

/// What becomes of a month's credits together: rules, caps and what is earned back.
extension Terms {
  func readCreditLimits(
    _ section: Section, _ promises: [String: ServiceLevel]
  ) -> [Contract.Named] {
    let simultaneous = section.given("simultaneous").flatMap(readSimultaneity)
      .map { [Contract.Named("simultaneous", .simultaneity($0))] }
    let cap = section.clause("cap") { readCap($0).map { .creditCap($0) } }
    let annual = section.clause("annual_cap") { item in
      item.section(readAnnualCap).map { .longCreditCap($0) }
    }
    let rolling = section.clause("rolling_cap") { item in
      item.section(readRollingCap).map { .longCreditCap($0) }
    }
    let earnBack = section.clause("earn_back") { item in
      item.section { readEarnBack($0, promises) }.map { .earnBack($0) }
    }
    return (simultaneous ?? []) + cap + annual + rolling + earnBack + readCreditTerms(section)
  }

  /// The rule, or nothing where credits are added up.
  private func readSimultaneity(_ item: Item) -> Simultaneity? {
    guard item.value.entries != nil else {
      return item.word(of: ["additive", "highest"])
        .flatMap { $0 == "highest" ? Simultaneity(.highest) : nil }
    }
    return item.section { section in
      section.needed("flat")?.share(.share).map { Simultaneity(.flat($0)) }
    }
  }

  private func readCap(_ item: Item) -> CreditCap? {
    guard item.value.entries != nil else {
      return item.share(.share).map { CreditCap(share: $0) }
    }
    return item.section { section in
      section.needed("amount")?.number(.amount).map { CreditCap(amount: $0) }
    }
  }

  private func readAnnualCap(_ section: Section) -> LongCreditCap? {
    let of =
      section.given("of").map { $0.word(of: ["charges", "previous_year_month"]) } ?? "charges"
    let first = section.given("first_year").map { $0.number(.amount) }
    let year = section.given("year").map { $0.word(of: ["contract", "calendar"]) } ?? "contract"
    guard let (key, item) = section.one(of: ["share", "amount"]), let of, let year,
      first != .some(nil), let value = key == "share" ? item.share(.pool) : item.number(.amount)
    else { return nil }
    let limit: LongCreditCap.Limit =
      key == "amount"
      ? .amount(value)
      : of == "charges"
        ? .charges(share: value) : .previousYear(months: value, firstYear: first ?? nil)
    return LongCreditCap(limit, window: year == "contract" ? .year : .calendarYear)
  }

  private func readRollingCap(_ section: Section) -> LongCreditCap? {
    let months = section.given("months").map { $0.wholeMonths(2...60) } ?? 12
    let opening = section.given("opening").map { item in
      item.section { section -> LongCreditCap.Opening? in
        let charges = section.needed("charges")?.number(.amount)
        let credits = section.needed("credits")?.number(.amount)
        guard let charges, let credits else { return nil }
        return .init(charges: charges, credits: credits)
      }
    }
    guard let (key, item) = section.one(of: ["share", "amount"]) else { return nil }
    let limit: LongCreditCap.Limit? =
      key == "amount"
      ? item.number(.amount).map { .amount($0) } : item.share(.pool).map { .charges(share: $0) }
    guard let limit, let months, opening != .some(nil) else { return nil }
    return LongCreditCap(limit, window: .rolling(months: months), opening: opening ?? nil)
  }

  private func readEarnBack(
    _ section: Section, _ promises: [String: ServiceLevel]
  ) -> EarnBack? {
    let share = section.given("share").map { $0.share(.share) } ?? 1
    let period = section.given("period").map { $0.choice(of: Period.self) } ?? .quarter
    let names = section.given("levels").map { item in
      item.list().map { $0.reference(to: levels, kind: "terms/service_levels") }
    }
    guard let (key, item) = section.one(of: ["clean", "above"]) else { return nil }
    if key == "above" {
      let condition = item.section { readAbove($0, promises) }
      guard let share, let condition else { return nil }
      return EarnBack(condition, share: share)
    }
    guard let share, let period, !(names?.contains(nil) ?? false), let clean = item.whole(1...120)
    else { return nil }
    return EarnBack(
      .clean(periods: clean, of: period, levels: names?.compactMap { $0 }), share: share)
  }

  private func readAbove(
    _ section: Section, _ promises: [String: ServiceLevel]
  ) -> EarnBack.Condition? {
    let level = section.needed("level")?.reference(to: levels, kind: "terms/service_levels")
    let attainment = section.needed("attainment")
    guard let level, let promise = promises[level], let metric = context.metric(promise.metric),
      let value = attainment?.natural(of: metric)
    else { return nil }
    return .above(level: level, attainment: value)
  }

  /// When credits are settled and what they leave open, where anything of it is stated.
  private func readCreditTerms(_ section: Section) -> [Contract.Named] {
    let settled = section.given("settled")
    let remedy = section.given("sole_remedy")
    guard settled != nil || remedy != nil else { return [] }
    guard let settled = settled.map({ $0.choice(of: CreditTerms.Settled.self) }) ?? .sameInvoice,
      let isSole = remedy.map({ $0.truth() }) ?? true
    else { return [] }
    return [.init("credits", .creditTerms(CreditTerms(settled: settled, isSoleRemedy: isSole)))]
  }

  func readBonus(_ section: Section) -> Bonus? {
    let metric = section.needed("metric")?.metric(in: context)
    let (neutralItem, bestItem) = (section.needed("neutral"), section.needed("best"))
    let worstItem = section.given("worst")
    let bonus = section.needed("bonus")?.number(.amount)
    let deduction =
      (worstItem == nil ? section.given("deduction") : section.needed("deduction"))
      .map { $0.number(.amount) } ?? 0
    let period = section.given("period").map { $0.choice(of: Period.self) } ?? .year
    guard let metric, let neutral = neutralItem?.natural(of: metric),
      let best = bestItem?.natural(of: metric), let bonus, let deduction, let period
    else { return nil }
    let worst = worstItem.map { $0.natural(of: metric) }
    guard worst != .some(nil) else { return nil }
    let isBetter = { (a: Double, b: Double) in metric.better == .higher ? a > b : a < b }
    guard isBetter(best, neutral) else {
      bestItem?.refuse(.betterThanNeutral)
      return nil
    }
    if let worst = worst ?? nil, !isBetter(neutral, worst) {
      worstItem?.refuse(.worseThanNeutral)
      return nil
    }
    return Bonus(
      metric: metric.id, neutral: neutral, best: best, bonus: bonus, worst: worst ?? nil,
      deduction: deduction, period: period)
  }

  func readRatchet(_ level: String, _ section: Section, _ promise: ServiceLevel?) -> Ratchet? {
    let months = section.given("after").map { $0.wholeMonths(1...60) } ?? 12
    let share = section.given("share").map { $0.share(.share) } ?? 0.5
    let limitItem = section.given("at_most")
    let limit = limitItem.map { $0.share(.share) }
    if let limitItem, let metric = promise.flatMap({ context.metric($0.metric) }),
      metric.link != .logit || metric.better == .lower
    {
      limitItem.refuse(.metricOf(scale: "share"))
      return nil
    }
    guard let months, let share, limit != .some(nil) else { return nil }
    return Ratchet(level: level, months: months, share: share, limit: limit ?? nil)
  }
}
