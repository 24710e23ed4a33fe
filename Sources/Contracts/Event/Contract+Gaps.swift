public import Quantities

extension Contract {
  /// The months in which `line` has a volume and nothing is charged for it, nor any fixed fee.
  public func unpricedMonths(of line: ServiceLine) -> [Int] {
    let spans = clauses.compactMap { $0.clause.coverage(of: line.id) }
    return line.monthsWithVolume.filter { month in !spans.contains { $0.contains(month) } }
  }

  /// The unpriced months of `line` that no adjustment covers.
  public func openMonths(of line: ServiceLine) -> [Int] {
    unpricedMonths(of: line).filter { !isAdjusted(line.id, in: $0) }
  }

  /// Whether a clause charges for the volume of `serviceLine` in `month`: a fixed fee does not.
  public func pricesVolume(of serviceLine: String, in month: Int) -> Bool {
    clauses.contains { $0.clause.priceSpan(of: serviceLine)?.contains(month) ?? false }
  }

  /// Whether an adjustment says what `serviceLine` costs in `month`.
  public func isAdjusted(_ serviceLine: String, in month: Int) -> Bool {
    clauses.contains { named in
      guard case .levellingAdjustment(let clause) = named.clause else { return false }
      return clause.covers(serviceLine, in: month)
    }
  }
}

extension ServiceLine {
  /// The contract months with a baseline volume above 0.
  public var monthsWithVolume: [Int] {
    baseline.indices.filter { baseline[$0] > 0 }.map { $0 + 1 }
  }
}

extension Clause {
  /// The months in which the clause charges for the volume of `line`; a fixed fee is for all, and so
  /// is stated staff.
  fileprivate func coverage(of line: String) -> MonthSpan? {
    switch self {
    case .fixedFee(let fee): return fee.span
    case .staffCharge(let charge):
      if case .stated = charge.headcount { return charge.span }
    default: break
    }
    return priceSpan(of: line)
  }

  /// The months in which the clause charges for the volume of `line`, or nothing where it never does.
  public func priceSpan(of line: String) -> MonthSpan? {
    switch self {
    case .unitPrice(let price) where price.serviceLine == line: price.span
    case .tieredPrice(let price) where price.serviceLine == line: price.span
    case .includedVolume(let price) where price.serviceLine == line: price.span
    case .peakPrice(let price) where price.serviceLine == line: price.span
    case .staffCharge(let price) where price.headcount == .volume(of: line): price.span
    case .costPlus(let price) where price.serviceLine == line: price.span
    case .targetCost(let price) where price.serviceLine == line: price.span
    default: nil
    }
  }
}

extension [Int] {
  /// The runs of numbers that follow one another, of ascending numbers.
  public var runs: [ClosedRange<Int>] {
    reduce(into: []) { runs, number in
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
  }
}
