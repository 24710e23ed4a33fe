import Contracts
import Quantities
import Simulation

extension Contract {
  /// Bands over volumes that a price charges for anyway, by the months in which they do.
  func volumesChargedTwice(in event: Event) -> [CheckNote] {
    var spans: [ClosedRange<Int>] = []
    var prices: [ClosedRange<Int>: [String]] = [:]
    for case .volumeBand(let band) in clauses.map(\.clause) where band.arc > 0 {
      for price in clauses {
        guard let span = price.clause.priceSpan(of: band.serviceLine),
          let months = span.months(with: band.span, horizon: event.horizon)
        else { continue }
        if prices[months] == nil { spans.append(months) }
        prices[months, default: []].append(price.name)
      }
    }
    return spans.map { .volumesChargedTwice(bid: id, prices: prices[$0] ?? [], months: $0) }
  }

  /// Service lines of which two prices each charge for the whole volume, such as one for each
  /// location: a volume is not split between them.
  func unitsPricedTwice(in event: Event) -> [CheckNote] {
    event.serviceLines.flatMap { line in
      let priced = clauses.compactMap { named in
        named.clause.priceSpan(of: line.id).map { (name: named.name, span: $0) }
      }
      return priced.indices.flatMap { first in
        priced[(first + 1)...].compactMap { second -> CheckNote? in
          let shared = priced[first].span.months(with: second.span, horizon: event.horizon)
          return shared.map { months in
            .unitsPricedTwice(
              bid: id, serviceLine: line.id, prices: [priced[first].name, second.name],
              months: months)
          }
        }
      }
    }
  }

  /// Service lines that fixed fees alone are taken to cover, where another bid has a price for them.
  func coveredByFees(beside others: [Contract], in event: Event) -> [CheckNote] {
    let lines = event.serviceLines.filter { line in
      !prices(line.id) && unpricedMonths(of: line).isEmpty && !line.monthsWithVolume.isEmpty
        && others.contains { $0.prices(line.id) }
    }
    return lines.isEmpty ? [] : [.coveredByFees(bid: id, serviceLines: lines.map(\.id))]
  }

  /// Whether anything is charged by the volume of `serviceLine`.
  private func prices(_ serviceLine: String) -> Bool {
    clauses.contains { named in
      if case .volumeBand(let band) = named.clause { return band.serviceLine == serviceLine }
      return named.clause.priceSpan(of: serviceLine) != nil
    }
  }
}

extension Bid {
  /// The prices that charge nothing, but for those that are 0.
  func neverCharged(_ baseCase: BaseCaseLines) -> [CheckNote] {
    let free = Set(contract.clauses.filter(\.clause.isFree).map(\.name))
    let prices = baseCase.uncharged.filter { !free.contains($0) }
    return prices.isEmpty ? [] : [.neverCharged(bid: id, prices: prices)]
  }
}

extension CheckNote {
  /// A total this far below the mean of the others is abnormally low **[assumption]**.
  ///
  /// Directive 2014/24/EU, article 69, has such tenders explained and names no figure; a fifth below
  /// the mean is a figure of several national laws.
  static let belowMean = 0.20

  /// And this far below the lowest of the others **[assumption]**.
  static let belowLowest = 0.10

  /// The bids whose total is more than ``belowMean`` below the mean of the others and more than
  /// ``belowLowest`` below the lowest of them.
  static func abnormallyLow(among totals: [(bid: String, total: Double)]) -> [CheckNote] {
    totals.indices.compactMap { place in
      let (bid, total) = totals[place]
      let others = totals.indices.filter { $0 != place }.map { totals[$0].total }
      guard let lowest = others.min(), lowest > 0 else { return nil }
      let mean = others.reduce(0, +) / Double(others.count)
      guard total < (1 - belowMean) * mean, total < (1 - belowLowest) * lowest else { return nil }
      return .abnormallyLow(bid: bid, total: total, mean: mean, lowest: lowest)
    }
  }
}

extension MonthSpan {
  /// The months within the horizon that are in both spans.
  fileprivate func months(with other: MonthSpan, horizon: Int) -> ClosedRange<Int>? {
    let first = max(self.first, other.first)
    let last = min(self.last ?? horizon, other.last ?? horizon, horizon)
    return first <= last ? first...last : nil
  }
}

extension Clause {
  /// Whether the price itself is 0.
  fileprivate var isFree: Bool {
    switch self {
    case .fixedFee(let fee): fee.amount == 0
    case .oneOffFee(let fee): fee.amount == 0
    case .unitPrice(let price): price.price == 0
    case .tieredPrice(let price): price.tiers.allSatisfy { $0.price == 0 }
    default: false
    }
  }
}
