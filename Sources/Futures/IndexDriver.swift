/// How a price index, a wage index or an exchange rate may run; its level before month 1 is stated.
public struct IndexDriver: Hashable, Sendable {
  /// The law of the index.
  public enum Law: Hashable, Sendable {
    /// A geometric random walk, `i[t] = i[t−1] · exp((μ − ½σ²)/12 + σ/√12 · η[t])`, with yearly
    /// drift `μ` and yearly spread `σ`.
    case geometric(drift: Double, spread: Parameter)
    /// A mean-reverting yearly rate, `r[t] = φ·r[t−1] + σ·η[t]` monthly; the level is constant
    /// between anniversaries and multiplied there by `1 + μ + r[t]`, unclipped.
    case meanReverting(drift: Double, persistence: Parameter, spread: Parameter)
  }

  /// The identifier, such as `wages`.
  public var id: String

  /// The law of the index.
  public var law: Law

  /// The level before month 1: 1, or an absolute one such as an exchange rate, above 0.
  ///
  /// All levels are multiplied by it.
  public var startLevel: Double

  /// Creates the driver of index `id`.
  ///
  /// - Precondition: the start level is above 0.
  public init(id: String, law: Law, startLevel: Double = 1) {
    precondition(startLevel > 0, "an index lies above 0")
    self.id = id
    self.law = law
    self.startLevel = startLevel
  }

  /// The stable name by which the driver's random numbers are addressed.
  public var name: String { "index/\(id)" }
}
