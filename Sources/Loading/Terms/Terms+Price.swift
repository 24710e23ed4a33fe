import Contracts
import Quantities

extension Terms {
  private enum Kind: String, CaseIterable {
    case fixedFee = "fixed_fee"
    case unitPrice = "unit_price"
    case oneOff = "one_off"
    case tiers
    case included
    case staff
    case peak
    case costPlus = "cost_plus"
    case targetCost = "target_cost"
    case minimumFee = "minimum_fee"
    case hidden
  }

  /// The prices that terms state, beside those of `prices.csv`.
  func stated(_ section: Section, _ prices: PriceList) -> [Contract.Named] {
    section.clauses("prices") { name, item in
      guard let clause = item.section({ readPrice($0) }) else { return nil }
      for listed in prices.clauses where listed.name == name && listed.clause.isLike(clause) {
        folder.findings.add(.unlistedPrice, at: item.keySpot, path: item.path, found: name)
      }
      return clause
    }
  }

  private func readPrice(_ section: Section) -> Clause? {
    guard let kind = section.needed("kind")?.choice(of: Kind.self) else {
      section.passOver(section.entries.map(\.key))
      return nil
    }
    switch kind {
    case .fixedFee: return readFixedFee(section)
    case .unitPrice: return readUnitPrice(section)
    case .oneOff: return readOneOff(section)
    case .tiers: return readTiers(section)
    case .included: return readIncluded(section)
    case .staff: return readStaff(section)
    case .peak: return readPeak(section)
    case .costPlus: return readCostPlus(section)
    case .targetCost: return readTargetCost(section)
    case .minimumFee: return readMinimumFee(section)
    case .hidden: return readHidden(section)
    }
  }

  /// A fee may be negative: a provider may pay for what it takes over.
  private func readFixedFee(_ section: Section) -> Clause? {
    let amount = section.needed("amount")?.number(.money)
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let amount, let span else { return nil }
    return .fixedFee(FixedFee(amount: amount, span: span, indexation: indexation))
  }

  private func readUnitPrice(_ section: Section) -> Clause? {
    let line = readServiceLine(section)
    let price = section.needed("price")?.number(.amount)
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let line, let price, let span else { return nil }
    return .unitPrice(
      UnitPrice(serviceLine: line, price: price, span: span, indexation: indexation))
  }

  private func readOneOff(_ section: Section) -> Clause? {
    let amount = section.needed("amount")?.number(.money)
    let month = section.needed("month")?.whole(1...context.horizon)
    let purpose =
      section.given("purpose").map { $0.choice(of: OneOffFee.Purpose.self) } ?? .other
    let indexation = readFollowedName(section)
    guard let amount, let month, let purpose else { return nil }
    return .oneOffFee(
      OneOffFee(amount: amount, month: month, purpose: purpose, indexation: indexation))
  }

  private func readTiers(_ section: Section) -> Clause? {
    let line = readServiceLine(section)
    let units =
      section.given("units").map { $0.choice(of: TieredPrice.Units.self) } ?? .marginal
    let boundary =
      section.given("boundary").map { $0.choice(of: TieredPrice.Boundary.self) } ?? .below
    let tiers = section.needed("tiers").flatMap { readBands($0, units ?? .all) }
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let line, let units, let boundary, let tiers, let span else { return nil }
    return .tieredPrice(
      TieredPrice(
        serviceLine: line, tiers: tiers, units: units, boundary: boundary, span: span,
        indexation: indexation))
  }

  /// Rising bands from 0, each of which ends where the next begins.
  private func readBands(_ item: Item, _ units: TieredPrice.Units) -> [TieredPrice.Tier]? {
    var bands: [(from: Double, price: Double?)] = []
    for item in item.list() {
      guard let band = item.section({ readBand($0, after: bands.last?.from, units) }) else {
        return nil
      }
      bands.append(band)
    }
    let ends = bands.dropFirst().map(\.from) + [.infinity]
    let tiers = zip(bands, ends).map { band, end in
      TieredPrice.Tier(from: band.from, to: end, price: band.price)
    }
    return tiers.isEmpty ? nil : tiers
  }

  private func readBand(
    _ section: Section, after last: Double?, _ units: TieredPrice.Units
  ) -> (from: Double, price: Double?)? {
    let fromItem = section.needed("from")
    let from = fromItem?.number(.amount)
    let price = section.needed("price").flatMap { readBandPrice($0, units) }
    guard let from, let price else { return nil }
    guard last.map({ from > $0 }) ?? (from == 0) else {
      fromItem?.refuse(
        last.map { .within(lower: $0, upper: .infinity, open: true) }
          ?? .coveredVolumes(lower: 0, upper: from))
      return nil
    }
    return (from, price.value)
  }

  private func readBandPrice(
    _ item: Item, _ units: TieredPrice.Units
  ) -> (isRead: Bool, value: Double?)? {
    guard item.plain == "not_stated" else { return item.number(.amount).map { (true, $0) } }
    if units == .all { return (true, nil) }
    item.refuse(.statedPrice)
    return nil
  }

  private func readIncluded(_ section: Section) -> Clause? {
    let line = readServiceLine(section)
    let amount = section.needed("amount")?.number(.money)
    let included = section.needed("included")?.number(.amount)
    let price = section.needed("price")?.number(.amount)
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let line, let amount, let included, let price, let span else { return nil }
    return .includedVolume(
      IncludedVolume(
        serviceLine: line, amount: amount, included: included, price: price, span: span,
        indexation: indexation))
  }

  private func readStaff(_ section: Section) -> Clause? {
    let headcount = readHeadcount(section)
    let rate = section.needed("rate")?.number(.amount)
    let vacancy = section.given("vacancy").map { $0.share(.share) } ?? 0
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let headcount, let rate, let vacancy, let span else { return nil }
    return .staffCharge(
      StaffCharge(headcount, rate: rate, vacancy: vacancy, span: span, indexation: indexation))
  }

  private func readHeadcount(_ section: Section) -> StaffCharge.Headcount? {
    guard let (key, item) = section.one(of: ["fte", "service_line"]) else { return nil }
    if key == "service_line" { return readServiceLine(item).map { .volume(of: $0) } }
    return VolumeSeries(folder: folder, term: context.term).read(item).map { .stated($0) }
  }

  private func readPeak(_ section: Section) -> Clause? {
    let line = readServiceLine(section)
    let price = section.needed("price")?.number(.amount)
    let ratio = section.given("peak_ratio").map { $0.number(.multiple) } ?? 1
    let ratchet = section.given("ratchet").map { $0.wholeMonths(1...120) } ?? 1
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let line, let price, let ratio, let ratchet, let span else { return nil }
    return .peakPrice(
      PeakPrice(
        serviceLine: line, price: price, peakRatio: ratio, ratchet: ratchet, span: span,
        indexation: indexation))
  }

  private func readCostPlus(_ section: Section) -> Clause? {
    let line = readServiceLine(section)
    let markup = section.given("markup").map { $0.share(.growth) } ?? 0
    let fee = section.given("fee").map { $0.number(.amount) } ?? 0
    let isInCharge = section.given("in_charge").map { $0.truth() } ?? true
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let line, let markup, let fee, let isInCharge, let span else { return nil }
    return .costPlus(
      CostPlus(
        serviceLine: line, markup: markup, fee: fee, isInCharge: isInCharge, span: span,
        indexation: indexation))
  }

  private func readTargetCost(_ section: Section) -> Clause? {
    let line = readServiceLine(section)
    let cost = section.needed("target_cost")?.number(.amount)
    let profit = section.needed("target_profit")?.number(.amount)
    let over = section.needed("share_over")?.share(.share)
    let under = section.needed("share_under")?.share(.share)
    let ceiling = section.given("ceiling")?.number(.amount)
    let settled = section.given("settled").map { $0.choice(of: Period.self) } ?? .month
    let span = readSpan(section)
    guard let line, let cost, let profit, let over, let under, let settled, let span else {
      return nil
    }
    return .targetCost(
      TargetCost(
        serviceLine: line, targetCost: cost, targetProfit: profit, shareOver: over,
        shareUnder: under, ceiling: ceiling, settled: settled, span: span))
  }

  private func readMinimumFee(_ section: Section) -> Clause? {
    let amount = section.needed("amount")?.number(.amount)
    let names = readPriceNames(section)
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let amount, let span else { return nil }
    return .minimumFee(MinimumFee(amount: amount, of: names, span: span, indexation: indexation))
  }

  private func readHidden(_ section: Section) -> Clause? {
    let probability = section.needed("probability")?.share(.share)
    let amount = section.needed("amount")?.number(.amount)
    let payment =
      section.given("paid").map { $0.choice(of: HiddenCost.Payment.self) } ?? .monthly
    let (span, indexation) = (readSpan(section), readFollowedName(section))
    guard let probability, let amount, let payment, let span else { return nil }
    return .hiddenCost(
      HiddenCost(
        probability: probability, amount: amount, payment: payment, span: span,
        indexation: indexation))
  }
}
