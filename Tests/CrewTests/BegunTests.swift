import Crew
import Foundation
import Testing

@Suite struct BegunTests {
  private struct Fault: Error {}

  /// Begins on a thread that is none of the pool's, as that blocks, and then does what `follows`.
  private static func begun<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value,
    follows: @escaping @Sendable () -> Void = {}
  ) async -> Task<Value, any Error> {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let task = Task.begun(body)
        follows()
        continuation.resume(returning: task)
      }
    }
  }

  @Test func what_is_begun_gives_its_value_or_its_error() async throws {
    #expect(try await Self.begun { 7 }.value == 7)
    let failing = await Self.begun { () throws -> Int in throw Fault() }
    await #expect(throws: Fault.self) { try await failing.value }
  }

  @Test func what_is_begun_goes_on_beside_what_follows() async throws {
    let isAllowed = DispatchSemaphore(value: 0)
    let waiting = await Self.begun {
      isAllowed.wait(timeout: .now() + 60) == .success
    } follows: {
      isAllowed.signal()
    }
    #expect(try await waiting.value)
  }
}
