public import Quantities

/// A bonus for service above an agreed level, and a deduction below it, period by period.
public struct Bonus: Hashable, Sendable {
  /// The metric that is judged, by the mean of its months.
  public var metric: String

  /// The attainment at which nothing is due, in the metric's natural unit.
  public var neutral: Double

  /// The attainment from which on the full bonus is due.
  public var best: Double

  /// The full bonus of a period, in the evaluation currency.
  public var bonus: Double

  /// The attainment down to which deductions grow; nothing without deductions.
  public var worst: Double?

  /// The full deduction of a period, in the evaluation currency, not negative.
  public var deduction: Double

  /// The period that is judged.
  public var period: Period

  /// Creates a bonus of up to `bonus` at `best`, and a deduction of up to `deduction` at `worst`.
  ///
  /// - Precondition: amounts are not negative; `best` and `worst` lie on both sides of `neutral`.
  public init(
    metric: String, neutral: Double, best: Double, bonus: Double, worst: Double? = nil,
    deduction: Double = 0, period: Period = .year
  ) {
    precondition(bonus >= 0 && deduction >= 0, "a bonus or deduction cannot be negative")
    precondition(
      best != neutral && worst.map { ($0 < neutral) == (neutral < best) && $0 != neutral } ?? true,
      "best and worst lie on both sides of neutral")
    self.metric = metric
    self.neutral = neutral
    self.best = best
    self.bonus = bonus
    self.worst = worst
    self.deduction = deduction
    self.period = period
  }
}
