public import CRows

/// Bands of volume with a rate each: each begins where the one before it ends.
@safe
public struct Bands: Sendable {
  internal let start: Double
  internal private(set) var bands: [RowsBand] = []

  /// Creates no bands; the first will begin at `start`.
  public init(from start: Double) { self.start = start }

  /// Adds a band whose units, from the end of the last band to `end`, cost `rate` each.
  ///
  /// Ends rise: the units of a band that ends before it begins count below 0.
  public mutating func append(rate: Double, to end: Double) {
    bands.append(RowsBand(rate: rate, to: end))
  }
}

/// Amounts by volume, each times a factor, which is 1 where there is none.
extension Row {
  /// self += (Σ rate × (min(v, hi) − min(v, lo))) × factor, v being the volume or, where that is less,
  /// the start of the first band: the units that fall in each band, from lo to hi.
  public func add(_ bands: Bands, of volume: Row, times factor: Row?) {
    let start = bands.start
    unsafe bands.bands.withUnsafeBufferPointer { bands in
      unsafe rows_add_bands(
        lanes, volume.lanes, start, bands.baseAddress, Int32(bands.count), factor?.lanes)
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
