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
