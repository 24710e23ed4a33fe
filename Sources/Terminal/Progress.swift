import Assay
import Glibc
import Synchronization

/// Shows on standard error how far a simulation is, how fast, and the time left, where that is a
/// terminal and once it has taken more than a second.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var next: ContinuousClock.Instant
    var isShown = false
  }

  private let total: Int
  private let isMost: Bool
  private let things: String
  private let begin: ContinuousClock.Instant
  private let state: Mutex<State>
  private let isWatched = isatty(2) == 1

  /// Begins to watch `total` futures, or whatever `things` are, or fewer where that is the most.
  init(of total: Int, isMost: Bool = false, _ things: String = "futures") {
    self.total = total
    self.things = things
    self.isMost = isMost
    begin = .now
    state = Mutex(State(next: begin + .seconds(1)))
  }

  /// Notes that so many are `done`.
  func tell(_ done: Int) {
    guard isWatched else { return }
    state.withLock { state in
      state.done = max(state.done, done)
      guard .now >= state.next else { return }
      state.next = .now + .milliseconds(100)
      state.isShown = true
      let bar = ProgressBar(
        done: state.done, total: total, isMost: isMost, of: things,
        seconds: (.now - begin) / .seconds(1))
      writeToStandardError("\r\(bar.text())\u{1B}[K")
    }
  }

  /// Takes the line away again.
  func end() {
    state.withLock { state in
      if state.isShown { writeToStandardError("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
