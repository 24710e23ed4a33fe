extension RegimeSearch {
  /// How many points a frontier has.
  public static let points = 5

  /// The least margins between which a frontier is drawn, as shares of charges.
  ///
  /// From the walk-away margin to that of the regime as it is written, or by steps of a hundredth
  /// where that one lies below.
  public static func margins(from walkAway: Double, written: Double) -> [Double] {
    let step = written > walkAway ? (written - walkAway) / Double(points - 1) : 0.01
    return (0..<points).map { walkAway + Double($0) * step }
  }
}
