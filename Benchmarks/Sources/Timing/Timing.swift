/// The seconds since `begin`.
public func seconds(since begin: ContinuousClock.Instant) -> Double {
  (.now - begin) / .seconds(1)
}

/// How long a part of the kernel takes.
public enum Timing {
  /// How often a part is timed.
  private static let samples = 15

  /// What one timing takes at least, so that reading the clock does not count.
  private static let span = Duration.milliseconds(4)

  /// The nanoseconds that `body` takes for each of the `units` that it works on: the median of 15
  /// timings of as many calls as take 4 ms, after a warm-up of the same length.
  public static func nanoseconds(for units: Int, of body: () -> Void) -> Double {
    var calls = 1
    while elapsed(calls, body) < span { calls *= 2 }
    let timings = (0..<samples).map { _ in elapsed(calls, body) / .nanoseconds(1) }
    return timings.sorted()[samples / 2] / Double(calls * units)
  }

  private static func elapsed(_ calls: Int, _ body: () -> Void) -> Duration {
    let begin = ContinuousClock.now
    for _ in 0..<calls { body() }
    return .now - begin
  }
}
