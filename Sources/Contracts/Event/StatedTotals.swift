/// What a bidder says that its own prices come to.
public struct StatedTotals: Hashable, Sendable {
  /// At what prices a bidder has added up.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// At the prices of the bid, before any indexation.
    case prices
    /// With every index on its expected path.
    case indexed
  }

  /// An amount as it was written.
  public struct Amount: Hashable, Sendable {
    /// The amount, in the evaluation currency.
    public var value: Double

    /// The decimals to which it was written; negative ones for tens and hundreds.
    public var decimals: Int

    /// Creates an amount that was written to `decimals`.
    public init(_ value: Double, decimals: Int = 0) {
      self.value = value
      self.decimals = decimals
    }
  }

  /// The total of one line in one year.
  public struct Row: Hashable, Sendable {
    /// The price line, or nothing for all of the bid.
    public var item: String?

    /// The contract year, from 1.
    public var year: Int

    /// What is stated, undiscounted.
    public var amount: Amount

    /// Creates the total of `item` in `year`.
    public init(_ item: String?, year: Int, _ amount: Amount) {
      self.item = item
      self.year = year
      self.amount = amount
    }
  }

  /// At what prices the totals are stated.
  public var basis: Basis

  /// The total over the horizon, or nothing where none is stated.
  public var total: Amount?

  /// The totals by line and year, in the order of the file.
  public var rows: [Row]

  /// Creates totals on `basis`.
  public init(basis: Basis = .prices, total: Amount? = nil, rows: [Row] = []) {
    self.basis = basis
    self.total = total
    self.rows = rows
  }

  /// Whether nothing is stated.
  public var isEmpty: Bool { total == nil && rows.isEmpty }
}
