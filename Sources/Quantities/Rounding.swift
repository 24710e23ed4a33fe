import Glibc

extension Double {
  /// The number rounded half away from zero to `places` decimals, after a relative nudge of 1e-9
  /// that makes decimal halves such as 1.005 round as people write them.
  public func roundedHalfUp(places: Int) -> Double {
    let scale = pow(10, Double(places))
    let nudged = magnitude * scale * (1 + 1e-9)
    let rounded = (nudged + 0.5).rounded(.down) / scale
    return self < 0 ? -rounded : rounded
  }
}
