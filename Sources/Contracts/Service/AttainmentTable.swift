/// A table of values by attainment, from the mildest row to the worst.
public struct AttainmentTable: Hashable, Sendable {
  /// A row of the table.
  public struct Row: Hashable, Sendable {
    /// The attainment of the row, in the metric's natural unit.
    public var threshold: Double

    /// Its value, such as a share of the charge.
    public var value: Double

    /// Creates the row of `threshold`.
    public init(_ threshold: Double, _ value: Double) {
      self.threshold = threshold
      self.value = value
    }
  }

  /// What holds between two rows.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// The row that attainment has fallen below, as in "below 99.0 %: 30 %" (AWS).
    case upperRow = "upper_row"
    /// The row that attainment still reaches, as in "% achieved: 95 → 10 %" (Datec, step down).
    case lowerRow = "lower_row"
    /// A straight line from row to row.
    case linear
  }

  /// What holds on a threshold itself, where the upper row is read.
  public enum Boundary: String, Hashable, Sendable, CaseIterable {
    /// A row holds below its threshold.
    case strict
    /// A row holds at and below its threshold.
    case inclusive
  }

  /// The rows, from the mildest to the worst: downwards where higher attainment is better.
  public var rows: [Row]

  /// What holds between two rows.
  public var reading: Reading

  /// What holds on a threshold itself.
  public var boundary: Boundary

  /// Creates a table.
  ///
  /// - Precondition: there are rows, and their thresholds fall or rise throughout.
  public init(_ rows: [Row], reading: Reading = .upperRow, boundary: Boundary = .strict) {
    precondition(Self.areOrdered(rows), "the rows of a table fall or rise throughout")
    self.rows = rows
    self.reading = reading
    self.boundary = boundary
  }

  /// Whether there are rows and their thresholds fall or rise throughout.
  public static func areOrdered(_ rows: [Row]) -> Bool {
    let pairs = zip(rows, rows.dropFirst())
    return !rows.isEmpty
      && (pairs.allSatisfy { $0.threshold > $1.threshold }
        || pairs.allSatisfy { $0.threshold < $1.threshold })
  }
}
