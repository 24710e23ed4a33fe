/// The memory of one thread's rows: one allocation, from which rows are taken in order and to
/// which they are given back in the reverse order.
///
/// A row must not be used after its arena was released to an earlier mark, or freed. Rows do not
/// keep their arena alive: whoever holds rows holds the arena, in a property beside them or by
/// `withExtendedLifetime`.
@safe
public final class Arena {
  /// How far an arena was used at some moment.
  public struct Mark: Hashable {
    @usableFromInline internal let offset: Int
  }

  private let base: UnsafeMutableRawPointer

  /// How many bytes the arena has.
  public let bytes: Int

  private var used = 0

  /// The most bytes that were in use at once.
  public private(set) var peak = 0

  /// A processor's cache line, and the width of its widest vectors.
  private static let alignment = 64

  /// Creates an arena of at least `bytes` bytes.
  public init(bytes: Int) {
    precondition(bytes >= 0, "an arena cannot have a negative size")
    self.bytes = (bytes + Arena.alignment - 1) / Arena.alignment * Arena.alignment
    unsafe base = UnsafeMutableRawPointer.allocate(
      byteCount: self.bytes, alignment: Arena.alignment)
  }

  deinit { unsafe base.deallocate() }

  /// How far the arena is used now.
  public var mark: Mark { Mark(offset: used) }

  /// Gives back every row that was taken since `mark`.
  public func release(to mark: Mark) {
    precondition(mark.offset <= used, "an arena is released only to an earlier mark")
    used = mark.offset
  }

  /// Gives back every row.
  public func reset() { used = 0 }

  /// A row of zeros.
  public func row() -> Row { unsafe Row(take(Double.self)) }

  /// A latent row of zeros.
  public func latentRow() -> LatentRow { unsafe LatentRow(take(Float.self)) }

  /// A row of empty windows.
  public func wordRow() -> WordRow { unsafe WordRow(take(UInt32.self)) }

  /// Rows of zeros, side by side in memory.
  public func rows(_ count: Int) -> [Row] { (0..<count).map { _ in row() } }

  /// Latent rows of zeros, side by side in memory.
  public func latentRows(_ count: Int) -> [LatentRow] { (0..<count).map { _ in latentRow() } }

  /// Rows of empty windows, side by side in memory.
  public func wordRows(_ count: Int) -> [WordRow] { (0..<count).map { _ in wordRow() } }

  private func take<Lane: Numeric>(_ lane: Lane.Type) -> UnsafeMutablePointer<Lane> {
    let size = Lanes.count * MemoryLayout<Lane>.stride
    precondition(size <= bytes - used, "the arena of \(bytes) bytes is exhausted")
    let start = unsafe (base + used).bindMemory(to: lane, capacity: Lanes.count)
    unsafe start.initialize(repeating: .zero, count: Lanes.count)
    used += size
    peak = max(peak, used)
    return unsafe start
  }
}

@available(*, unavailable)
extension Arena: Sendable {}
