/// A case that the buyer names beside the simulated futures, such as a low volume: one given future
/// in which every option is settled once.
public struct NamedCase: Hashable, Sendable {
  /// The attainment of a metric in every month.
  public enum Attainment: Hashable, Sendable {
    /// A level, in the metric's natural unit.
    case level(Double)
    /// So much above the level that is known of the provider, in the metric's natural unit.
    case change(Double)
  }

  /// The name.
  public var name: String

  /// What the case is, for people.
  public var text: String

  /// The volumes by service line, as multiples of the baseline volumes; 1 where none is stated.
  public var volumes: [String: Double]

  /// The levels by index from month 2 on, as multiples of the expected path; 1 where none is stated.
  public var indices: [String: Double]

  /// The attainments by metric; every service level on another metric is met.
  public var attainment: [String: Attainment]

  /// By how many months every bid goes live late.
  public var goLiveDelay: Int

  /// Creates a case.
  ///
  /// - Precondition: the delay is not negative.
  public init(
    name: String, text: String = "", volumes: [String: Double] = [:],
    indices: [String: Double] = [:], attainment: [String: Attainment] = [:], goLiveDelay: Int = 0
  ) {
    precondition(goLiveDelay >= 0, "a service that goes live early is not delayed")
    self.name = name
    self.text = text
    self.volumes = volumes
    self.indices = indices
    self.attainment = attainment
    self.goLiveDelay = goLiveDelay
  }
}
