/// The faults of one or more tables, in the order of finding.
///
/// At most ``limit`` are kept; the rest are counted.
public struct Faults: Hashable, Sendable {
  /// The faults that were kept.
  public private(set) var kept: [TableFault] = []

  /// How many more there were.
  public private(set) var omitted = 0

  /// The most faults that are kept.
  public let limit: Int

  /// Creates an empty collection that keeps `limit` faults.
  public init(limit: Int = 1000) {
    self.limit = limit
  }

  /// How many faults there were, kept or not.
  public var count: Int { kept.count + omitted }

  /// Whether there were none.
  public var isEmpty: Bool { count == 0 }

  /// Adds a fault.
  public mutating func append(_ fault: TableFault) {
    if kept.count < limit {
      kept.append(fault)
    } else {
      omitted += 1
    }
  }

  /// Adds the faults of another table.
  public mutating func append(contentsOf others: Faults) {
    for fault in others.kept {
      append(fault)
    }
    omitted += others.omitted
  }
}

/// What could be read, with everything that could not.
public struct Loaded<Value> {
  /// What could be read; partial if there are faults.
  public var value: Value

  /// What could not.
  public var faults: Faults

  /// Pairs a value with its faults.
  public init(_ value: Value, faults: Faults) {
    self.value = value
    self.faults = faults
  }

  /// Whether all of it could be read.
  public var isSound: Bool { faults.isEmpty }
}

extension Loaded: Sendable where Value: Sendable {}

extension Loaded: Equatable where Value: Equatable {}
