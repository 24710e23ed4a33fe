import Glibc

extension Double {
  /// The number rounded half away from zero to `places` decimals, after a nudge that makes decimal
  /// halves such as 1.005 round as people write them.
  ///
  /// The nudge is 1e-9 of the number, but at most a millionth of the last place and two units in
  /// the last place of the scaled number: a bare share of it would carry large amounts up.
  public func roundedHalfUp(places: Int) -> Double {
    let scale = pow(10, Double(places))
    let scaled = magnitude * scale
    guard scaled < 0x1p45 else { return self }
    let nudge = min(scaled * 1e-9, 1e-6) + 2 * scaled.ulp
    let rounded = (scaled + nudge + 0.5).rounded(.down) / scale
    return self < 0 ? -rounded : rounded
  }
}

/// How an amount is brought to the places in which it is stated.
public struct Rounding: Hashable, Sendable {
  /// Where an amount between two steps goes.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// To the nearest, halves away from zero.
    case halfUp = "half_up"
    /// Towards zero: what is printed of a figure that is cut off.
    case down
    /// Nowhere: it stays as it is.
    case none
  }

  /// Where an amount between two steps goes.
  public var mode: Mode

  /// The decimals; negative ones round to tens and hundreds.
  public var places: Int

  /// Creates a rounding to `places` decimals.
  public init(_ mode: Mode = .halfUp, places: Int = 2) {
    self.mode = mode
    self.places = places
  }

  /// One unit of the last of `places` decimals.
  public static func unit(places: Int) -> Double { pow(10, -Double(places)) }

  /// `amount` as it is stated; what is not a number stays so.
  public func rounded(_ amount: Double) -> Double {
    switch mode {
    case .none: return amount
    case .halfUp: return amount.roundedHalfUp(places: places)
    case .down:
      // A figure that is a step but for the rounding of binary fractions is that step.
      let nearest = amount.roundedHalfUp(places: places)
      let step = Self.unit(places: places)
      if (amount - nearest).magnitude <= 1e-6 * step { return nearest }
      return (amount.magnitude / step).rounded(.down) * step * (amount < 0 ? -1 : 1)
    }
  }
}
