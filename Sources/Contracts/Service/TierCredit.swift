/// Service credits by a table: the lower the attainment in default, the larger the share of the
/// charge.
public struct TierCredit: Hashable, Sendable {
  /// The users by whose part a credit is measured, each the volume of a service line.
  public struct Users: Hashable, Sendable {
    /// The service line that counts the users affected.
    public var affected: String

    /// The service line that counts all users.
    public var total: String

    /// Creates the part of `affected` among `total`.
    public init(affected: String, total: String) {
      self.affected = affected
      self.total = total
    }
  }

  /// The service level whose defaults are credited.
  public var level: String

  /// The shares of the base by attainment.
  public var table: AttainmentTable

  /// The users by whose part the credit is measured, or nothing where all of it is due.
  public var users: Users?

  /// What the shares are of.
  public var base: CreditBase

  /// Creates credits of `level` by a table of shares.
  ///
  /// - Precondition: no share is negative.
  public init(
    level: String, table: AttainmentTable, users: Users? = nil, base: CreditBase = CreditBase()
  ) {
    precondition(
      table.rows.allSatisfy { $0.value >= 0 }, "a credit's share of the charge cannot be negative")
    self.level = level
    self.table = table
    self.users = users
    self.base = base
  }
}
