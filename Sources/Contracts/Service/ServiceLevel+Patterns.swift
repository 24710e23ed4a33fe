extension ServiceLevel {
  /// What follows from a default.
  public enum Rank: String, Hashable, Sendable, CaseIterable {
    /// Credits may be stated for it.
    case critical
    /// A key measurement: it is reported, and may be promoted.
    case key
    /// It is reported and nothing else.
    case reportOnly = "report_only"
  }

  /// The misses that make a default: so many in a window of months, of which the last is one.
  ///
  /// Metavante – Oriental schedule 1.4: three times in any six consecutive months.
  public struct Trigger: Hashable, Sendable {
    /// The misses within the window, the current month's included.
    public var misses: Int

    /// The months of the window, the current one included.
    public var window: Int

    /// Whether the misses up to a default count for no later one.
    public var resets: Bool

    /// Creates the trigger of `misses` within `window` months; of every miss without arguments.
    ///
    /// - Precondition: `1 ≤ misses ≤ window ≤ 32`.
    public init(misses: Int = 1, window: Int = 1, resets: Bool = false) {
      precondition(
        1 <= misses && misses <= window && window <= RepeatMultiplier.longestRun,
        "a trigger counts misses within at most 32 months")
      self.misses = misses
      self.window = window
      self.resets = resets
    }
  }

  /// A target beside the minimum (Texas DIR, exhibit 3): attainment below it but not below the
  /// minimum is no default at once, but where it happens so often within a window.
  public struct Expected: Hashable, Sendable {
    /// The expected attainment in the metric's natural unit, compared like the minimum.
    public var target: Double

    /// From how many misses of the expected target on a further one is a default.
    public var defaults: Int

    /// The months within which they are counted, the current one included.
    public var window: Int

    /// Creates the expectation of `target`, `defaults` misses of which within `window` months are a
    /// default.
    ///
    /// - Precondition: `1 ≤ defaults ≤ window ≤ 32`.
    public init(target: Double, defaults: Int, window: Int) {
      precondition(
        1 <= defaults && defaults <= window && window <= RepeatMultiplier.longestRun,
        "misses of the expected target are counted within at most 32 months")
      self.target = target
      self.defaults = defaults
      self.window = window
    }
  }

  /// A second condition on another metric, such as at most 5 % of replies after 6 seconds: missing
  /// either is a miss.
  public struct Tail: Hashable, Sendable {
    /// The metric of the tail.
    public var metric: String

    /// Its target in the natural unit.
    public var target: Double

    /// Which attainments meet it.
    public var comparison: Comparison

    /// Creates the condition that `metric` meets `target` too.
    public init(metric: String, target: Double, comparison: Comparison) {
      self.metric = metric
      self.target = target
      self.comparison = comparison
    }
  }

  /// Over which months attainment is measured and when it is judged.
  ///
  /// What is measured over several months is their mean, without months that do not count.
  public enum Measurement: Hashable, Sendable {
    /// Every month by itself.
    case month
    /// The three months of each contract quarter, judged in its last.
    case quarter
    /// The last so many months, judged every month once as many have passed.
    case rolling(months: Int)

    /// The months over which the mean is taken.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .rolling(let months): months
      }
    }
  }
}
