/// A cap on the service credits of a year, or of any months in a row.
public struct LongCreditCap: Hashable, Sendable {
  /// The most that is credited within the window.
  public enum Limit: Hashable, Sendable {
    /// This amount, in the evaluation currency.
    case amount(Double)
    /// This share of the charges of the window so far, the current month's included.
    case charges(share: Double)
    /// So many average monthly charges of the year before; in the first year an amount, or
    /// no cap (Metavante – Oriental schedule 1.4C).
    case previousYear(months: Double, firstYear: Double?)
  }

  /// The months whose credits are counted.
  public enum Window: Hashable, Sendable {
    /// The contract year, months 1–12 and so on.
    case year
    /// The calendar year, of which the first may have fewer months (Metavante – Oriental).
    case calendarYear
    /// The last so many months, the current one included.
    case rolling(months: Int)
  }

  /// What a contract that is running already brings into a rolling window.
  public struct Opening: Hashable, Sendable {
    /// The charges of the months of the window before month 1.
    public var charges: Double

    /// The credits of these months, not negative.
    public var credits: Double

    /// Creates the state of the months before month 1.
    public init(charges: Double, credits: Double) {
      self.charges = charges
      self.credits = credits
    }
  }

  /// The most that is credited.
  public var limit: Limit

  /// The months whose credits are counted.
  public var window: Window

  /// What was charged and credited before month 1, where the window is rolling.
  public var opening: Opening?

  /// Creates a cap of `limit` within `window`.
  ///
  /// - Precondition: a rolling window has 2 to 60 months, an average of the year before is taken
  ///   by the year, and there is an opening state of rolling windows only.
  public init(_ limit: Limit, window: Window, opening: Opening? = nil) {
    if case .rolling(let months) = window {
      precondition((2...60).contains(months), "a rolling window has 2 to 60 months")
      if case .previousYear = limit { preconditionFailure("the year before is that of a year") }
    } else {
      precondition(opening == nil, "a year begins without credits")
    }
    self.limit = limit
    self.window = window
    self.opening = opening
  }
}
