import Glibc

/// The map from a metric's natural values to the scale on which it is modelled.
///
/// Every link is strictly increasing, so a comparison on the link scale has the outcome of the
/// comparison on the natural scale.
public enum Link: String, Hashable, Sendable, CaseIterable {
  /// Shares of cases, in (0, 1): `log(a / (1 − a))`.
  case logit
  /// Times and counts, above 0: `log a`.
  case log
  /// Scores, any number: `a`.
  case identity

  /// The value on the link scale; infinite at the ends of the natural range.
  public func scaled(_ natural: Double) -> Double {
    switch self {
    case .logit: Glibc.log(natural / (1 - natural))
    case .log: Glibc.log(natural)
    case .identity: natural
    }
  }

  /// The natural value of `scaled`, the inverse of ``scaled(_:)``.
  public func natural(_ scaled: Double) -> Double {
    switch self {
    case .logit: 1 / (1 + exp(-scaled))
    case .log: exp(scaled)
    case .identity: scaled
    }
  }

  /// Whether `natural` lies in the metric's range, its ends included.
  public func admits(_ natural: Double) -> Bool {
    switch self {
    case .logit: (0...1).contains(natural)
    case .log: natural >= 0 && natural.isFinite
    case .identity: natural.isFinite
    }
  }
}
