/// Why a contract cannot be settled.
public struct ResolutionError: Error, Hashable, Sendable {
  /// What is wrong with a clause.
  public enum Reason: Hashable, Sendable {
    /// The clause names something that the event or the contract does not have.
    case unknown(what: String, name: String)
    /// A right may be exercised and nothing takes over.
    case noReplacement
    /// The clause's base of charge makes no sense for it.
    case impossibleBase
    /// A price of the clause is not stated.
    case notStated
  }

  /// The option's identifier.
  public var option: String

  /// The clause's name.
  public var clause: String

  /// What is wrong.
  public var reason: Reason
}
