public import CRows

/// Where randomness is found: the words of a future and a month are a function of this address
/// and of nothing else.
///
/// The generator is ARS4x32-7 (Salmon et al., *Parallel random numbers: as easy as 1, 2, 3*, SC11)
/// with the counter (future, month ÷ 4, driver, replicate) and the seed as its key. The four words of
/// a block belong to the four months 4b … 4b + 3 of the month block b.
public struct Address: Hashable, Sendable {
  /// The seed of the experiment.
  public var seed: UInt64

  /// The driver whose randomness this is.
  public var driver: UInt32

  /// The replicate of the driver: a bid, a metric, a repetition.
  public var replicate: UInt32

  /// Creates the address of a driver's randomness.
  @inlinable public init(seed: UInt64, driver: UInt32, replicate: UInt32 = 0) {
    self.seed = seed
    self.driver = driver
    self.replicate = replicate
  }

  /// Fills four months with standard normals of the futures `firstFuture` … by lane.
  ///
  /// Words 0 and 1 make the normals of months 0 and 1 by Box and Muller, words 2 and 3 those of
  /// months 2 and 3. No normal is larger than 6.67.
  @inlinable @inline(__always)
  public func normals(
    into months: (LatentRow, LatentRow, LatentRow, LatentRow),
    firstFuture: UInt32,
    monthBlock: UInt32
  ) {
    unsafe rows_draw_normals(
      months.0.lanes, months.1.lanes, months.2.lanes, months.3.lanes,
      seed, driver, replicate, firstFuture, monthBlock)
  }

  /// Fills `row` with the normals of the first of the four months alone.
  @inlinable @inline(__always)
  public func normal(into row: LatentRow, firstFuture: UInt32, monthBlock: UInt32) {
    unsafe rows_draw_normal(row.lanes, seed, driver, replicate, firstFuture, monthBlock)
  }

  /// Fills four months with uniforms (word + ½) ÷ 2³², which are never 0 nor 1.
  @inlinable @inline(__always)
  public func uniforms(
    into months: (Row, Row, Row, Row),
    firstFuture: UInt32,
    monthBlock: UInt32
  ) {
    unsafe rows_draw_uniforms(
      months.0.lanes, months.1.lanes, months.2.lanes, months.3.lanes,
      seed, driver, replicate, firstFuture, monthBlock)
  }
}
