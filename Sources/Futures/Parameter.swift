/// A coefficient of a driver and how well it is known.
///
/// With an error of 0 the coefficient is a constant. Otherwise it is drawn once per future from a
/// normal law on its unconstrained scale, `T⁻¹(T(estimate) + error · ε)`, so that short history
/// gives a wider fan than long history.
public struct Parameter: Hashable, Sendable {
  /// The unconstrained scale on which the coefficient is uncertain.
  public enum Scale: String, Hashable, Sendable {
    /// Any number: levels, links to demand, growth.
    case identity
    /// Above 0: spreads.
    case log
    /// Between −1 and 1: persistence.
    case atanh
  }

  /// The estimate, in the coefficient's natural unit.
  public var estimate: Double

  /// The standard deviation of the posterior on ``scale``; 0 for a constant.
  public var error: Double

  /// The unconstrained scale on which ``error`` is measured.
  public var scale: Scale

  /// Creates a coefficient.
  ///
  /// - Precondition: the error is not negative; where it is above 0 the estimate lies inside the
  ///   range of the scale.
  public init(_ estimate: Double, error: Double = 0, scale: Scale = .identity) {
    precondition(error >= 0, "a standard deviation cannot be negative")
    switch scale {
    case .identity: break
    case .log: precondition(error == 0 || estimate > 0, "a spread is above 0")
    case .atanh: precondition(error == 0 || abs(estimate) < 1, "a persistence is within ±1")
    }
    self.estimate = estimate
    self.error = error
    self.scale = scale
  }

  /// The same estimate taken as known.
  public var known: Parameter { Parameter(estimate, scale: scale) }
}
