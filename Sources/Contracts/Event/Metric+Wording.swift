import Quantities

extension Metric {
  /// What is agreed about how a metric is measured, in words: text that the event's author wrote.
  ///
  /// A service level on a metric of which these are not agreed cannot be measured alike by both
  /// parties.
  public struct Wording: Hashable, Sendable {
    /// One thing that is agreed of a metric.
    public enum Part: String, Hashable, Sendable, CaseIterable {
      /// What is counted, over what.
      case definition
      /// What one natural unit is, such as seconds.
      case unit
      /// When is measured, such as a calendar month from 8 to 20 h.
      case window
      /// What is measured by, such as a telephone system.
      case source
    }

    /// What is written, by what it is about.
    public var parts: [Part: String]

    /// Creates a wording of `parts`.
    public init(_ parts: [Part: String] = [:]) { self.parts = parts }
  }

  /// What is not agreed of how the metric is measured; the unit of a share is always known.
  public var partsNotAgreed: [Wording.Part] {
    Wording.Part.allCases.filter { part in
      wording.parts[part] == nil && !(part == .unit && link == .logit)
    }
  }
}
