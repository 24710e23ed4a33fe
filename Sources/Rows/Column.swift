/// A value for each of many futures, which several threads fill, each block in its place.
public final class Column: Sendable {
  private let values: Guarded<[Double]>

  /// Creates a column of `count` futures, all 0.
  public init(count: Int) { values = Guarded(Array(repeating: 0, count: count)) }

  /// Stores the first `lanes` lanes of `row` from place `first` on.
  ///
  /// - Precondition: they lie in the column.
  public func store(_ row: Row, lanes: Int, at first: Int) {
    precondition(0 <= lanes && lanes <= Lanes.count, "a row has no such number of lanes")
    values.withLock { values in
      precondition(0 <= first && first + lanes <= values.count, "a column has no such futures")
      unsafe values.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        unsafe (base + first).update(from: row.lanes, count: lanes)
      }
    }
  }

  /// The first `count` values; all of them are not copied unless more are stored.
  ///
  /// - Precondition: the column has as many.
  public func values(first count: Int) -> [Double] {
    values.withLock { values in
      precondition(0 <= count && count <= values.count, "a column has no such futures")
      return count == values.count ? values : Array(values[..<count])
    }
  }
}
