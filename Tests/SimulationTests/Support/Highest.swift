import Synchronization

/// The highest number that was noted, from any thread.
final class Highest: Sendable {
  private let number = Atomic<Int>(0)

  var value: Int { number.load(ordering: .relaxed) }

  func note(_ value: Int) { number.max(value, ordering: .relaxed) }
}
