public import CRows

extension Row {
  /// self = above × max(volume − hi, 0) + below × max(lo − volume, 0).
  @inlinable @inline(__always)
  public func setOutside(
    of volume: Row, over hi: Double, rate above: Double, under lo: Double, rate below: Double
  ) {
    unsafe rows_set_outside(lanes, volume.lanes, hi, above, lo, below)
  }

  /// self = rate × min(max(volume − lo, 0), hi − lo): the units that fall in the band.
  @inlinable @inline(__always)
  public func setBand(of volume: Row, rate: Double, from lo: Double, to hi: Double) {
    unsafe rows_set_band(lanes, volume.lanes, rate, lo, hi)
  }

  /// self += rate × min(max(volume − lo, 0), hi − lo): the units that fall in the band.
  @inlinable @inline(__always)
  public func addBand(of volume: Row, rate: Double, from lo: Double, to hi: Double) {
    unsafe rows_add_band(lanes, volume.lanes, rate, lo, hi)
  }

  /// self += rate × (volume − baseline) where volume > hi: once past the threshold, every unit
  /// beyond the baseline counts.
  @inlinable @inline(__always)
  public func addBeyond(of volume: Row, baseline: Double, above hi: Double, rate: Double) {
    unsafe rows_add_beyond(lanes, volume.lanes, baseline, hi, rate)
  }

  /// self += rate × (baseline − volume) where volume < lo.
  @inlinable @inline(__always)
  public func addBelow(of volume: Row, baseline: Double, below lo: Double, rate: Double) {
    unsafe rows_add_below(lanes, volume.lanes, baseline, lo, rate)
  }
}
