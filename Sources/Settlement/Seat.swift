/// Where a clause sits in a resolved contract: the positions of the rows that it reads and writes.
///
/// Resolving a contract fills the seats; after it nothing looks up a name.
public struct Seat: Hashable, Sendable {
  /// The first ledger line that the clause posts to.
  var line = 0

  /// The service line whose volume it reads.
  var volume = 0

  /// The factor of the indexation that it follows, or nothing.
  var factor: Int?

  /// The service levels that it reads or writes.
  var levels: [Int] = []

  /// The metric that it reads.
  var metric = 0

  /// The index that it reads.
  var index = 0

  /// The first of its state rows.
  var state = 0

  /// The uniform that it reads, or nothing.
  var uniform: Int?

  /// A target or need on the scale on which it is compared.
  var bound = 0.0

  /// The attainment after an exit, or nothing where it stays as it was.
  var attainmentAfterExit: Double?

  /// Baseline volumes by month.
  var baseline: [Double] = []

  /// Which right it is, among the contract's rights.
  var right = 0
}
