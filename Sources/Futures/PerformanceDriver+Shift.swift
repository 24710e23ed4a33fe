import Glibc

extension PerformanceDriver {
  /// The learning curve and the trend in `month`, on the link scale.
  ///
  /// The trend's monthly step halves every 24 months, so after t months it has added `δ/12 · (1 −
  /// q^t)/(1 − q)` with `q = 2^(−1/24)`.
  func shift(in month: Int, goLive: Int) -> Double {
    let late = Double(month - goLive) / Double(max(learningMonths, 1))
    let ramp = month < goLive ? 1 : max(0, 1 - late)
    let q = pow(2, -1.0 / 24)
    let drift = (1 - pow(q, Double(month))) / (1 - q) / 12
    return learning * ramp + trend * drift
  }
}
