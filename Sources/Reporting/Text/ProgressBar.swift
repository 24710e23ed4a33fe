/// How far a simulation is, in one line for a terminal.
public struct ProgressBar: Hashable, Sendable {
  /// How many are done, at most ``total``.
  public var done: Int

  /// How many are to be done, at least 1.
  public var total: Int

  /// Whether fewer than ``total`` may do.
  public var isMost: Bool

  /// What is done, such as `futures`.
  public var things: String

  /// The time taken so far.
  public var seconds: Double

  /// Creates a bar.
  public init(
    done: Int, total: Int, isMost: Bool = false, of things: String = "futures", seconds: Double
  ) {
    self.isMost = isMost
    self.things = things
    self.done = min(max(done, 0), max(total, 1))
    self.total = max(total, 1)
    self.seconds = max(seconds, 0)
  }

  /// The bar, the share, the futures, the rate and the time left, in at most `columns` columns.
  ///
  /// The bar gives way to the figures.
  public func text(columns: Int = 79) -> String {
    let figures = " \(percent)  \(done.figure) of \(most)\(total.figure) \(things)\(pace)"
    let length = min(24, columns - figures.count)
    guard length >= 4 else { return String(figures.dropFirst().prefix(columns)) }
    let filled = Int(share * Double(length))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: length - filled)
      + figures
  }

  private var most: String { isMost ? "at most " : "" }

  private var share: Double { Double(done) / Double(total) }

  /// The share in whole per cent, rounded down so that 100 % is the end, in three digits.
  private var percent: String {
    let digits = "\(Int(share * 100))"
    return String(repeating: " ", count: 3 - digits.count) + digits + " %"
  }

  /// The rate and the time left; nothing as long as they cannot be told.
  private var pace: String {
    guard done > 0, seconds > 0 else { return "" }
    let rate = Double(done) / seconds
    let left = Double(total - done) / rate
    return ", \(rate.figure())/s, \(isMost ? "≤ " : "")\(Self.duration(left)) left"
  }

  /// A time in its two largest units, seconds rounded up.
  private static func duration(_ seconds: Double) -> String {
    guard seconds < 3.6e8 else { return "years" }
    let whole = Int(seconds.rounded(.up))
    let (minutes, hours) = (whole / 60, whole / 3600)
    if minutes == 0 { return "\(whole) s" }
    if hours == 0 { return "\(minutes) min \(whole % 60) s" }
    return "\(hours) h \(minutes % 60) min"
  }
}
