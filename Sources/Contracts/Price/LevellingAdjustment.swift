public import Quantities

/// What the buyer adds to a bid, or takes from it, so that all bids are compared for the same
/// scope and without errors.
public struct LevellingAdjustment: Hashable, Sendable {
  /// Why the bid is adjusted.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A service line has a volume and no price.
    case unpriced
    /// The bid leaves a part of the scope out.
    case exclusion
    /// The bid rests on an assumption that the buyer does not share.
    case assumption
    /// The bid takes a term only with a reservation.
    case qualification
    /// The bid's own arithmetic is wrong.
    case error
    /// Nobody has said what a service line without a price costs: a rule fills it in.
    case plug

    /// The kinds that a buyer may state.
    public static var stated: [Kind] { allCases.filter { $0 != .plug } }
  }

  /// The least and the most that an amount may come to.
  public struct Spread: Hashable, Sendable {
    /// The least, in the evaluation currency.
    public var low: Double

    /// The most, in the evaluation currency.
    public var high: Double

    /// Creates a spread from `low` to `high`.
    ///
    /// - Precondition: `low < high`.
    public init(low: Double, high: Double) {
      precondition(low < high, "a spread has a breadth")
      self.low = low
      self.high = high
    }
  }

  /// What another bid asks for a unit of a service line, month by month.
  public struct Rates: Hashable, Sendable {
    /// The service line by whose volume the amount is measured.
    public var serviceLine: String

    /// The price of a unit in each month from 1, before indexation; nothing where the month is
    /// not filled in by it.
    public var byMonth: [Double?]

    /// The indexation that the price follows, or nothing where it is never adjusted.
    public var indexation: String?

    /// The bid whose price it is.
    public var bid: String

    /// Creates rates of `bid`.
    public init(
      of serviceLine: String, byMonth: [Double?], indexation: String? = nil, from bid: String
    ) {
      self.serviceLine = serviceLine
      self.byMonth = byMonth
      self.indexation = indexation
      self.bid = bid
    }
  }

  /// How much the adjustment comes to.
  public enum Estimate: Hashable, Sendable {
    /// An undiscounted amount, spread evenly over the months, in the evaluation currency; the mode
    /// of its spread where it has one.
    case amount(Double, Spread?)
    /// The volume at another bid's price.
    case rates(Rates)
  }

  /// Why the bid is adjusted.
  public var kind: Kind

  /// What is adjusted: a service line, a price line, or `all`.
  public var line: String

  /// How much the adjustment comes to.
  public var estimate: Estimate

  /// The months in which the amount falls due.
  public var span: MonthSpan

  /// Creates an adjustment of `line`.
  ///
  /// - Precondition: an amount lies within its spread.
  public init(
    _ kind: Kind, of line: String, _ estimate: Estimate, span: MonthSpan = MonthSpan()
  ) {
    if case .amount(let amount, let spread?) = estimate {
      precondition(
        (spread.low...spread.high).contains(amount), "the mode of a spread lies within it")
    }
    self.kind = kind
    self.line = line
    self.estimate = estimate
    self.span = span
  }

  /// Whether the adjustment says what `serviceLine` costs in `month`.
  public func covers(_ serviceLine: String, in month: Int) -> Bool {
    guard line == serviceLine, kind != .error, span.contains(month) else { return false }
    guard case .rates(let rates) = estimate else { return true }
    return rates.byMonth.indices.contains(month - 1) && rates.byMonth[month - 1] != nil
  }
}
