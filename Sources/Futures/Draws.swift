import Rows

/// The address of one block of futures among all random numbers.
///
/// A number is a function of (seed, replicate, future, driver's name, month) and of nothing else:
/// not of the order of drawing, of the other drivers, of threads or of blocks.
public struct Draws: Hashable, Sendable {
  /// The seed of the experiment.
  public var seed: UInt64

  /// Which independent repetition of the experiment, 0 for the main one.
  public var replicate: UInt32

  /// The future in the block's first lane; lane `i` holds future `firstFuture + i`.
  public var firstFuture: UInt32

  /// The drivers whose numbers come from another repetition, or nothing where none do.
  public var redrawn: Redrawn?

  /// Addresses the block that begins with `firstFuture`.
  public init(seed: UInt64, replicate: UInt32 = 0, firstFuture: UInt32 = 0) {
    self.seed = seed
    self.replicate = replicate
    self.firstFuture = firstFuture
  }

  /// The four normals of `driver` for the months of block `monthBlock`, month 1 being the first
  /// of block 0; months of history lie in negative blocks.
  func normals(of driver: UInt32, monthBlock: Int, into rows: Quartet<LatentRow>) {
    Address(seed: seed, driver: driver, replicate: replicate(of: driver)).normals(
      into: rows.all, firstFuture: firstFuture,
      monthBlock: UInt32(truncatingIfNeeded: monthBlock))
  }

  /// The normal of `driver` that is drawn once for each future, which is that of month 1.
  func normal(of driver: UInt32, into row: LatentRow) {
    Address(seed: seed, driver: driver, replicate: replicate(of: driver)).normal(
      into: row, firstFuture: firstFuture, monthBlock: 0)
  }

  /// The four uniforms of `driver` for the months of block `monthBlock`.
  func uniforms(of driver: UInt32, monthBlock: Int, into rows: Quartet<Row>) {
    Address(seed: seed, driver: driver, replicate: replicate(of: driver)).uniforms(
      into: rows.all, firstFuture: firstFuture,
      monthBlock: UInt32(truncatingIfNeeded: monthBlock))
  }

  private func replicate(of driver: UInt32) -> UInt32 {
    guard let redrawn else { return replicate }
    return redrawn.contains(driver) ? redrawn.replicate : replicate
  }

  /// The block and the place in it of contract month `month`, from 1; earlier months count on
  /// below.
  static func position(of month: Int) -> (block: Int, place: Int) {
    ((month - 1) >> 2, (month - 1) & 3)
  }
}

/// Four rows, one for each month of a block of random numbers.
struct Quartet<Element> {
  var all: (Element, Element, Element, Element)

  subscript(place: Int) -> Element {
    switch place {
    case 0: all.0
    case 1: all.1
    case 2: all.2
    default: all.3
    }
  }
}

extension Arena {
  func latentQuartet() -> Quartet<LatentRow> {
    Quartet(all: (latentRow(), latentRow(), latentRow(), latentRow()))
  }

  func quartet() -> Quartet<Row> { Quartet(all: (row(), row(), row(), row())) }
}
