import CRows

/// Row operations that are written down while they are done, to be done again in later blocks.
///
/// A contract's month is the same row operations in every block. Doing them again from a recording
/// is one call, for all that decided which operations they are has been done.
///
/// A tape gives nothing back before it is freed. No recording may be played after that, nor after the
/// rows on which it works are gone.
@safe
public final class Tape {
  private let tape: UnsafeMutablePointer<RowsTape>

  /// What was done once.
  @safe
  public struct Recording {
    internal let first: UnsafePointer<RowsEntry>

    /// Does the same row operations on the same rows again.
    public func play() { unsafe rows_play(first) }
  }

  /// Creates an empty tape.
  public init() {
    unsafe tape = .allocate(capacity: 1)
    unsafe tape.initialize(to: RowsTape(at: nil, end: nil, last: nil, chunks: nil, bytes: 0))
  }

  deinit {
    unsafe rows_tape_free(tape)
    unsafe tape.deallocate()
  }

  /// The bytes that the tape holds.
  public var bytes: Int { unsafe Int(tape.pointee.bytes) }

  /// Does what `body` does and records its row operations.
  ///
  /// Nothing that `body` decides may depend on a lane: reductions, steps of latents and random numbers
  /// end the process.
  ///
  /// - Precondition: The thread records nothing else.
  public func record(_ body: () -> Void) -> Recording {
    precondition(!rows_tape_is_recording(), "a thread records one thing at a time")
    let first = unsafe rows_tape_begin(tape)
    body()
    rows_tape_end()
    return unsafe Recording(first: first)
  }

  /// Does what `body` does without recording it.
  public static func pause(_ body: () -> Void) {
    let tape = unsafe rows_tape_pause()
    body()
    unsafe rows_tape_resume(tape)
  }
}

@available(*, unavailable)
extension Tape: Sendable {}
