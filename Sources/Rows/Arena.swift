import CRows

/// The memory of one thread's rows, from which rows are taken in order and to which all of them are
/// given back at once.
///
/// It grows by slabs and gives nothing back before it is freed. Then other arenas take its slabs, for
/// memory that is fetched from the system anew is filled with zeros first, and may be slow to come:
/// the process keeps as many slabs as have been in use at once.
///
/// A row must not be used after its arena was reset or freed. Rows do not
/// keep their arena alive: whoever holds rows holds the arena, in a property beside them or by
/// `withExtendedLifetime`.
@safe
public final class Arena {
  private var slabs: [Slab] = []

  /// One allocation, which is in use by one arena or by none.
  @safe
  private struct Slab {
    let base: UnsafeMutableRawPointer

    /// Makes an allocation.
    init() {
      unsafe base = .allocate(byteCount: Arena.slabBytes, alignment: Arena.alignment)
      unsafe rows_fetch(base, Int64(Arena.slabBytes))
    }

    /// Nobody may touch the slab until it is taken again.
    func leave() { unsafe rows_forbid(base, Int64(Arena.slabBytes)) }

    /// The slab, which its new arena may touch.
    func taken() -> Slab {
      unsafe rows_allow(base, Int64(Arena.slabBytes))
      return self
    }
  }

  /// The slabs of arenas that are gone.
  private static let left = Guarded<[Slab]>([])

  /// The slab from which rows are taken now, and how far it is used.
  private var slab = -1
  private var offset = Arena.slabBytes

  /// A slab holds 64 rows, so that a small contract's rows stay together in a cache.
  private static let slabBytes = 64 * Lanes.count * MemoryLayout<Double>.stride

  /// A processor's cache line, and the width of its widest vectors.
  private static let alignment = 64

  /// Creates an empty arena.
  public init() { InstructionSet.chooseOnce }

  deinit {
    for slab in slabs { slab.leave() }
    Arena.left.withLock { [slabs] in $0 += slabs }
  }

  /// The bytes that the arena holds.
  public var bytes: Int { slabs.count * Arena.slabBytes }

  /// Gives back every row.
  public func reset() { (slab, offset) = (-1, Arena.slabBytes) }

  /// A row of zeros.
  public func row() -> Row { unsafe Row(take(Double.self)) }

  /// A latent row of zeros.
  public func latentRow() -> LatentRow { unsafe LatentRow(take(Float.self)) }

  /// A row of empty windows.
  public func wordRow() -> WordRow { unsafe WordRow(take(UInt32.self)) }

  /// Rows of zeros.
  public func rows(_ count: Int) -> [Row] { (0..<count).map { _ in row() } }

  /// Latent rows of zeros.
  public func latentRows(_ count: Int) -> [LatentRow] { (0..<count).map { _ in latentRow() } }

  /// Rows of empty windows.
  public func wordRows(_ count: Int) -> [WordRow] { (0..<count).map { _ in wordRow() } }

  private func take<Lane: Numeric>(_ lane: Lane.Type) -> UnsafeMutablePointer<Lane> {
    let size = Lanes.count * MemoryLayout<Lane>.stride
    if size > Arena.slabBytes - offset { takeSlab() }
    let start = unsafe (slabs[slab].base + offset).bindMemory(to: lane, capacity: Lanes.count)
    unsafe start.initialize(repeating: .zero, count: Lanes.count)
    offset += size
    return unsafe start
  }

  private func takeSlab() {
    (slab, offset) = (slab + 1, 0)
    guard slab == slabs.count else { return }
    slabs.append(Arena.left.withLock { $0.popLast() }?.taken() ?? Slab())
  }
}

@available(*, unavailable)
extension Arena: Sendable {}
