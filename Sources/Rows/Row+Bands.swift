public import CRows

/// Bands of volume with a rate each.
@safe
public struct Bands: Sendable {
  internal private(set) var bands: [RowsBand] = []

  /// Creates no bands.
  public init() {}

  /// Adds a band whose units, from `lo` to `hi`, cost `rate` each.
  public mutating func append(rate: Double, from lo: Double, to hi: Double) {
    bands.append(RowsBand(rate: rate, from: lo, breadth: hi - lo))
  }
}

/// Amounts by volume, each times a factor, which is 1 where there is none.
extension Row {
  /// self += (Σ rate × min(max(volume − lo, 0), hi − lo)) × factor: the units that fall in each band.
  public func add(_ bands: Bands, of volume: Row, times factor: Row?) {
    unsafe bands.bands.withUnsafeBufferPointer { bands in
      unsafe rows_add_bands(
        lanes, volume.lanes, bands.baseAddress, Int32(bands.count), factor?.lanes)
    }
  }

  /// self += (above × max(volume − hi, 0) + below × max(lo − volume, 0)) × factor.
  @inlinable @inline(__always)
  public func addOutside(
    of volume: Row, over hi: Double, rate above: Double, under lo: Double, rate below: Double,
    times factor: Row?
  ) {
    unsafe rows_add_outside(lanes, volume.lanes, hi, above, lo, below, factor?.lanes)
  }

  /// self += rate × (volume − baseline) × factor where volume > hi: once past the threshold, every
  /// unit beyond the baseline counts.
  @inlinable @inline(__always)
  public func addBeyond(
    of volume: Row, baseline: Double, above hi: Double, rate: Double, times factor: Row?
  ) {
    unsafe rows_add_beyond(lanes, volume.lanes, baseline, hi, rate, factor?.lanes)
  }

  /// self += rate × (baseline − volume) × factor where volume < lo.
  @inlinable @inline(__always)
  public func addBelow(
    of volume: Row, baseline: Double, below lo: Double, rate: Double, times factor: Row?
  ) {
    unsafe rows_add_below(lanes, volume.lanes, baseline, lo, rate, factor?.lanes)
  }
}
