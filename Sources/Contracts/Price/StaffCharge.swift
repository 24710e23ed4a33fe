public import Quantities

/// A rate for every full-time equivalent (FTE) of staff and month, less what is vacant.
public struct StaffCharge: Hashable, Sendable {
  /// How many full-time equivalents are agreed.
  public enum Headcount: Hashable, Sendable {
    /// A number for each month, from month 1; the last one holds on.
    case stated([Double])
    /// The volume of a service line whose unit is a full-time equivalent.
    case volume(of: String)
  }

  /// How many full-time equivalents are agreed.
  public var headcount: Headcount

  /// The rate of one full-time equivalent and month, in the evaluation currency, before indexation.
  public var rate: Double

  /// The share of posts that stand vacant and are not charged, 0…1.
  public var vacancy: Double

  /// The months in which the rate holds.
  public var span: MonthSpan

  /// The indexation that the rate follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a charge of `rate` for each full-time equivalent and month.
  ///
  /// - Precondition: a stated headcount has at least one month; the vacancy is a share.
  public init(
    _ headcount: Headcount, rate: Double, vacancy: Double = 0, span: MonthSpan = MonthSpan(),
    indexation: String? = nil
  ) {
    precondition(headcount != .stated([]), "a stated headcount has at least one month")
    precondition((0...1).contains(vacancy), "a vacancy is a share of the posts")
    self.headcount = headcount
    self.rate = rate
    self.vacancy = vacancy
    self.span = span
    self.indexation = indexation
  }
}
