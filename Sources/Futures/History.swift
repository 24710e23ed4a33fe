public import Quantities

/// An observed future: monthly values of providers, metrics and volumes, as a history file has them.
public struct History: Hashable, Sendable {
  /// One series: what was observed of one provider.
  public struct Key: Hashable, Sendable {
    /// The provider as the file names it.
    public var provider: String

    /// The metric or service line of the event.
    public var series: String

    /// Creates the key of a provider's series.
    public init(provider: String, series: String) {
      self.provider = provider
      self.series = series
    }
  }

  /// One observed month.
  public struct Observation: Hashable, Sendable {
    /// The calendar month.
    public var month: CalendarMonth

    /// The value in the series' natural unit.
    public var value: Double

    /// The number of cases behind the value, or nothing where it is not known.
    public var sample: Double?

    /// Creates an observation.
    public init(month: CalendarMonth, value: Double, sample: Double? = nil) {
      self.month = month
      self.value = value
      self.sample = sample
    }
  }

  /// The observations of each series, by ascending month without repeats.
  public var series: [Key: [Observation]]

  /// Creates a history.
  public init(series: [Key: [Observation]] = [:]) { self.series = series }
}
