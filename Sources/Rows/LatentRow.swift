public import CRows

/// One latent of one month in ``Lanes/count`` futures, in single precision.
@safe
public struct LatentRow {
  @usableFromInline internal let lanes: UnsafeMutablePointer<Float>

  @inlinable internal init(_ lanes: UnsafeMutablePointer<Float>) {
    unsafe self.lanes = unsafe lanes
  }

  /// The value in one future, for tests and explanations.
  @inlinable public subscript(lane: Int) -> Float {
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
  @inlinable @inline(__always) public func fill(_ c: Float) {
    unsafe rows_latent_fill(lanes, c)
  }

  /// self = other.
  @inlinable @inline(__always) public func copy(_ other: LatentRow) {
    unsafe rows_latent_copy(lanes, other.lanes)
  }

  /// self = row, rounded to single precision.
  @inlinable @inline(__always) public func narrow(_ row: Row) {
    unsafe rows_latent_narrow(lanes, row.lanes)
  }
}
