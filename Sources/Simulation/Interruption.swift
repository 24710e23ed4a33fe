import Synchronization

/// The wish to end a run early, which may be uttered from any thread and any signal handler.
public final class Interruption: Sendable {
  private let isUttered = Atomic<Bool>(false)

  /// Creates a wish that nobody has yet.
  public init() {}

  /// Whether the run is to end.
  public var isRequested: Bool { isUttered.load(ordering: .relaxed) }

  /// Asks the run to end with the futures that are being simulated.
  public func request() { isUttered.store(true, ordering: .relaxed) }
}
