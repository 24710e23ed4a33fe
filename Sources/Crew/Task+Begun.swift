import Dispatch

extension Task where Failure == any Error {
  /// Runs `body` beside what follows, and returns when both may have a processor.
  ///
  /// A thread that was just created stays on its creator's processor, and the two share it for
  /// milliseconds while another is idle: a system looks for an idle one when a thread wakes. So
  /// they wake each other before they go on.
  ///
  /// It blocks until the pool has a thread for `body`, and is not to be called in a task.
  public static func begun(_ body: @escaping @Sendable () throws -> Success) -> Self {
    let (hasBegun, isSeen) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    func meet() {
      hasBegun.signal()
      isSeen.wait()
    }
    let task = detached {
      meet()
      return try body()
    }
    hasBegun.wait()
    isSeen.signal()
    return task
  }
}
