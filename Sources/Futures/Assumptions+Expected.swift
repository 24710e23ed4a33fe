import Glibc

extension Assumptions {
  /// The expected path of each index by month: its drift without chance.
  public var expectedIndices: [[Double]] {
    indices.map { driver in
      (1...horizon).map { month in
        switch driver.law {
        case .geometric(let drift, _): driver.startLevel * exp(drift * Double(month) / 12)
        case .meanReverting(let drift, _, _):
          driver.startLevel * pow(1 + drift, Double((month - 1) / 12))
        }
      }
    }
  }
}
