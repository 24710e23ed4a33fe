import Contracts
import Quantities

extension Terms {
  func adjustment(_ section: Section) -> [Contract.Named] {
    section.clauses("indexation") { _, item in
      item.value.holds("rate")
        ? item.section { readEscalator($0) }.map { .escalator($0) }
        : item.section(readIndexation).map { .indexation($0) }
    }
  }

  func payment(_ section: Section) -> [Contract.Named] {
    section.clause("payment") { item in
      item.section { section in
        let lag = section.needed("lag")?.months(.lag)
        let billing =
          section.given("billing").map { $0.choice(of: PaymentTerms.Billing.self) } ?? .arrears
        guard let lag, let billing else { return nil }
        return .paymentTerms(PaymentTerms(lag: lag, billing: billing))
      }
    }
  }

  private func readIndexation(_ section: Section) -> Indexation? {
    let followed = readFollowed(section)
    let plus = section.given("plus").map { $0.share(.growth) } ?? 0
    let lag = section.given("lag").map { $0.wholeMonths(0...EventContext.longestHorizon) } ?? 0
    let overItem = section.given("over")
    let over = overItem?.wholeMonths(1...EventContext.longestHorizon)
    let share = section.given("share").map { $0.share(.share) } ?? 1
    let cap = section.given("cap")?.share(.growth)
    let floorItem = section.given("floor")
    let floor = floorItem?.share(.growth)
    let basis = section.given("basis").map { $0.choice(of: Indexation.Basis.self) } ?? .cumulative
    let limited = section.given("limits").map { $0.choice(of: Indexation.Limited.self) } ?? .index
    let steps = readSteps(section)
    if let floor, let cap, floor > cap {
      floorItem?.refuse(.floorBelowCap)
      return nil
    }
    if basis == .asDrafted, let overItem {
      overItem.refuse(.moveSinceStart)
      return nil
    }
    guard let followed, let plus, let lag, let share, let basis, let limited, let steps else {
      return nil
    }
    return Indexation(
      following: followed, plus: plus, lag: lag, over: over, share: share, cap: cap, floor: floor,
      basis: basis, limited: limited, firstMonth: steps.first, interval: steps.every)
  }

  private func readSteps(_ section: Section) -> (first: Int, every: Int)? {
    let first = section.given("first").map { $0.whole(2...EventContext.longestHorizon) } ?? 13
    let every =
      section.given("every").map { $0.wholeMonths(1...EventContext.longestHorizon) } ?? 12
    guard let first, let every else { return nil }
    return (first, every)
  }

  private func readFollowed(_ section: Section) -> Indexation.Followed? {
    let keys = ["index", "blend", "lesser_of"]
    // One index is the usual case: without any key it is that which is missing.
    guard keys.dropFirst().contains(where: { section.holds($0) }) else {
      section.passOver(keys)
      return section.needed("index").flatMap(readIndex).map { .index($0) }
    }
    guard let (key, item) = section.one(of: keys) else { return nil }
    switch key {
    case "blend":
      let parts = item.named().map { name, weight in
        weight.keyIsDeclared(name, in: context.indices, kind: "assumptions/indices")
          ? weight.share(.share).map { Indexation.Part(name, weight: $0) } : nil
      }
      guard !parts.isEmpty else {
        if item.value.entries != nil { item.refuse(.someIndex) }
        return nil
      }
      return parts.contains(nil) ? nil : .blend(parts.compactMap(\.self))
    case "lesser_of": return readLesser(item)
    default: return readIndex(item).map { .index($0) }
    }
  }

  private func readLesser(_ item: Item) -> Indexation.Followed? {
    let moves = item.list().map { item -> Indexation.Move? in
      let first = item.plain?.first ?? " "
      return first.isNumber || "+-".contains(first)
        ? item.share(.growth).map { .rate($0) } : readIndex(item).map { .index($0) }
    }
    guard !moves.contains(nil), !moves.isEmpty else { return nil }
    let followed = Indexation.Followed.lesser(moves.compactMap(\.self))
    guard !followed.indices.isEmpty else {
      item.refuse(.someIndex)
      return nil
    }
    return followed
  }

  private func readIndex(_ item: Item) -> String? {
    item.reference(to: context.indices, kind: "assumptions/indices")
  }

  private func readEscalator(_ section: Section) -> Escalator? {
    let rate = section.needed("rate")?.share(.growth)
    let on = section.given("on").flatMap {
      $0.reference(to: followers, kind: "terms/indexation that follows an index")
    }
    let steps = readSteps(section)
    guard let rate, let steps else { return nil }
    return Escalator(rate: rate, firstMonth: steps.first, interval: steps.every, on: on)
  }

  /// The shares of exchange rates that are borne.
  func currency(_ section: Section) -> [Contract.Named] {
    section.clauses("currency") { _, item in
      item.section { readCurrency($0) }.map { .currencyShare($0) }
    }
  }

  private func readCurrency(_ section: Section) -> CurrencyShare? {
    let index = section.needed("index").flatMap(readIndex)
    let baseline = section.needed("baseline")?.number(.amountAboveZero)
    let share = section.needed("share")?.share(.share)
    let deadZone = section.given("dead_zone").map { $0.share(.share) } ?? 0
    let reading =
      section.given("reading").map { $0.choice(of: CurrencyShare.Reading.self) } ?? .excess
    let bound = section.given("bound")?.share(.share)
    let names = readPriceNames(section)
    let span = readSpan(section)
    guard let index, let baseline, let share, let deadZone, let reading, let span else {
      return nil
    }
    return CurrencyShare(
      index: index, baseline: baseline, share: share, deadZone: deadZone, reading: reading,
      bound: bound, of: names, span: span)
  }
}
