/// A value for each of many futures, which several threads fill, each block in its place.
///
/// Whoever stores must see to it that no two threads store to the same futures, and that all are
/// done before the values are taken.
@safe
public final class Column: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Double>
  private let count: Int

  /// Creates a column of `count` futures, all 0.
  public init(count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: 0, count: count)
  }

  deinit { unsafe base.deallocate() }

  /// Stores the first `lanes` lanes of `row` from place `first` on.
  ///
  /// - Precondition: they lie in the column.
  public func store(_ row: Row, lanes: Int, at first: Int) {
    precondition(0 <= first && first + lanes <= count, "a column has no such futures")
    precondition(0 <= lanes && lanes <= Lanes.count, "a row has no such number of lanes")
    unsafe (base + first).update(from: row.lanes, count: lanes)
  }

  /// The first `count` values.
  ///
  /// - Precondition: the column has as many.
  public func values(first count: Int) -> [Double] {
    precondition(0 <= count && count <= self.count, "a column has no such futures")
    return unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }
}
