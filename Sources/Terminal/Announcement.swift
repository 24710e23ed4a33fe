import Glibc
import Synchronization

/// Says on standard error what is being done, where that is a terminal and once it has taken more
/// than a second.
final class Announcement: Sendable {
  private struct State {
    var isOver = false
    var isShown = false
  }

  private let state = Mutex(State())

  /// Does `work`, which says nothing of its progress itself.
  static func during<Result>(
    _ what: String, _ work: () async throws -> Result
  ) async rethrows -> Result {
    guard isatty(2) == 1 else { return try await work() }
    let announcement = Announcement()
    let wait = Task.detached {
      try await Task.sleep(for: .seconds(1))
      announcement.show(what)
    }
    defer {
      wait.cancel()
      announcement.end()
    }
    return try await work()
  }

  private func show(_ what: String) {
    state.withLock { state in
      guard !state.isOver else { return }
      writeToStandardError("\r\(what) …\u{1B}[K")
      state.isShown = true
    }
  }

  private func end() {
    state.withLock { state in
      if state.isShown { writeToStandardError("\r\u{1B}[K") }
      state = State(isOver: true)
    }
  }
}
