/// The saving on which the buyer has decided to put the function out to bid.
public enum BusinessCase: Hashable, Sendable {
  /// A saving over the horizon, in present value and the evaluation currency.
  case saving(Double)
  /// A share of what today's operation costs in the same future, 0.15 for 15 %.
  case share(Double)

  /// What has to be saved where today's operation costs `today`, both in present value.
  public func saving(of today: Double) -> Double {
    switch self {
    case .saving(let amount): amount
    case .share(let share): share * today
    }
  }
}
