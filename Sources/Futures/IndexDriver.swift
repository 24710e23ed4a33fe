/// How a price index, a wage index or an exchange rate may run; its level is 1 before month 1.
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

  /// Creates the driver of index `id`.
  public init(id: String, law: Law) {
    self.id = id
    self.law = law
  }

  /// The stable name by which the driver's random numbers are addressed.
  public var name: String { "index/\(id)" }
}
