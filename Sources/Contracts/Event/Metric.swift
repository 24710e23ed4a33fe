public import Quantities

/// A measure of service performance on which service levels are promised.
public struct Metric: Hashable, Sendable {
  /// Which attainment is better.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// More is better, as for the share of calls answered in time.
    case higher
    /// Less is better, as for waiting times.
    case lower
  }

  /// The identifier, such as `answer_speed`.
  public var id: String

  /// The name for people.
  public var name: String

  /// The scale on which the metric is modelled, which also says what a point is.
  public var link: Link

  /// Which attainment is better.
  public var better: Direction

  /// The decimals to which a measured attainment is rounded before it is compared; of a share in
  /// per cent.
  public var decimals: Int?

  /// How it is measured, in words.
  public var wording: Wording

  /// Creates a metric.
  public init(
    id: String, name: String, link: Link, better: Direction = .higher, decimals: Int? = nil,
    wording: Wording = Wording()
  ) {
    self.id = id
    self.name = name
    self.link = link
    self.better = better
    self.decimals = decimals
    self.wording = wording
  }

  /// How many points one natural unit is: 100 for shares, 1 otherwise.
  public var pointsPerUnit: Double { link == .logit ? 100 : 1 }

  /// The attainment as it is reported: rounded to the metric's decimals where it states them.
  public func reported(_ attainment: Double) -> Double {
    guard let reportDecimals else { return attainment }
    return attainment.roundedHalfUp(places: reportDecimals)
  }

  /// The distance between two reports, in the natural unit; nothing where it is not rounded.
  public var reportStep: Double? {
    reportDecimals.map { places in
      let scale = (0..<abs(places)).reduce(1.0) { scale, _ in scale * 10 }
      return places >= 0 ? 1 / scale : scale
    }
  }

  /// The decimals of a report in the natural unit; nothing where it is not rounded.
  public var reportDecimals: Int? { decimals.map { link == .logit ? $0 + 2 : $0 } }
}
