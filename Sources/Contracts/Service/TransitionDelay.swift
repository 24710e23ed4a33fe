/// A service that goes live late: until then today's operation runs on, at the buyer's cost.
public struct TransitionDelay: Hashable, Sendable {
  /// A delay and how likely it is.
  public struct Outcome: Hashable, Sendable {
    /// The months by which the service goes live late; 0 is in time.
    public var months: Int

    /// The probability of this delay.
    public var probability: Double

    /// Creates a delay of `months`.
    ///
    /// - Precondition: the months are not negative and the probability is in 0…1.
    public init(months: Int, probability: Double) {
      precondition(months >= 0, "a service that goes live early is not delayed")
      precondition((0...1).contains(probability), "a probability lies between 0 and 1")
      self.months = months
      self.probability = probability
    }
  }

  /// The delays, of which one comes true; their probabilities add up to 1.
  public var outcomes: [Outcome]

  /// The contract month in which the service is to go live.
  public var goLive: Int

  /// What today's operation costs in each month from go-live on, in the evaluation currency; nothing
  /// after the last one.
  public var todaysCost: [Double]

  /// Creates a delay of the go-live in contract month `goLive`.
  ///
  /// - Precondition: `goLive ≥ 1`, and the probabilities add up to 1.
  public init(_ outcomes: [Outcome], goLive: Int, todaysCost: [Double] = []) {
    precondition(goLive >= 1, "contract months are counted from 1")
    precondition(Self.areComplete(outcomes), "one of the delays comes true")
    self.outcomes = outcomes
    self.goLive = goLive
    self.todaysCost = todaysCost
  }

  /// Whether the probabilities add up to 1, but for the noise of binary fractions.
  public static func areComplete(_ outcomes: [Outcome]) -> Bool {
    abs(outcomes.reduce(0) { $0 + $1.probability } - 1) <= 1e-9
  }

  /// The probability that the service is not live yet `months` after it was to be; exactly 1 where
  /// every likely delay is longer.
  public func chance(ofMoreThan months: Int) -> Double {
    let likely = outcomes.filter { $0.probability > 0 }
    if likely.allSatisfy({ $0.months > months }) { return 1 }
    return likely.reduce(0) { $1.months > months ? $0 + $1.probability : $0 }
  }
}
