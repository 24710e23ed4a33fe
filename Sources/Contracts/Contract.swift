public import Quantities

/// What one provider promises, clause by clause: a value in which nothing is random.
public struct Contract: Hashable, Sendable {
  /// A clause under the name that paths, ledgers and messages use for it.
  public struct Named: Hashable, Sendable {
    /// The name, unique among the contract's clauses of the same family, such as `voice_tiers`.
    public var name: String

    /// The clause.
    public var clause: Clause

    /// Names `clause`.
    public init(_ name: String, _ clause: Clause) {
      self.name = name
      self.clause = clause
    }
  }

  /// The option's identifier: a bid's folder name, or `baseline`.
  public var id: String

  /// The clauses in the order in which they were declared.
  public var clauses: [Named]

  /// How amounts are brought to the decimals in which they are invoiced; simulation rounds nothing.
  public var rounding: Rounding

  /// Creates the contract of option `id`.
  public init(id: String, clauses: [Named], rounding: Rounding = Rounding()) {
    self.id = id
    self.clauses = clauses
    self.rounding = rounding
  }
}
