public import CRows

/// One quantity of one month in ``Lanes/count`` futures, in double precision.
///
/// A row is a view of memory that an ``Arena`` owns: copies of the value are the same row, and a
/// row must not be used once its arena has been released or freed. The rows of one operation may
/// be the same row. Every operation gives the same bits on every processor.
@safe
public struct Row {
  @usableFromInline internal let lanes: UnsafeMutablePointer<Double>

  @inlinable internal init(_ lanes: UnsafeMutablePointer<Double>) {
    unsafe self.lanes = unsafe lanes
  }

  /// The value in one future, for tests and explanations.
  @inlinable public subscript(lane: Int) -> Double {
    get {
      precondition(0 <= lane && lane < Lanes.count, "a row has no such lane")
      return unsafe lanes[lane]
    }
    nonmutating set {
      precondition(!rows_tape_is_recording(), "a lane that is set cannot be recorded")
      precondition(0 <= lane && lane < Lanes.count, "a row has no such lane")
      unsafe lanes[lane] = newValue
    }
  }

  /// self = c.
  @inlinable @inline(__always) public func fill(_ c: Double) { unsafe rows_fill(lanes, c) }

  /// self = other.
  @inlinable @inline(__always) public func copy(_ other: Row) {
    unsafe rows_copy(lanes, other.lanes)
  }

  /// self = latent, exactly.
  @inlinable @inline(__always) public func widen(_ latent: LatentRow) {
    unsafe rows_widen(lanes, latent.lanes)
  }
}
