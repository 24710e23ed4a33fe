import Rows

/// Where a clause sits in a resolved contract: the positions of the rows that it reads and writes.
///
/// Resolving a contract fills the seats; after it nothing looks up a name. A seat is a few numbers
/// and refers to nothing, so that it is copied for nothing.
public struct Seat: Hashable, Sendable {
  /// The first ledger line that the clause posts to.
  var line = 0

  /// The service line whose volume it reads.
  var volume = 0

  /// The service lines whose volumes it reads, a part of ``ResolvedContract/volumes``.
  var volumes = 0..<0

  /// The factor of the indexation that it follows, or nothing.
  var factor: Int?

  /// The factor that its own is multiplied by, or nothing.
  var onFactor: Int?

  /// The part of the month's charge that it is measured by, or nothing for all of it.
  var scope: Int?

  /// The service level that it reads or writes.
  var level = 0

  /// The levels whose credits it states, a part of ``ResolvedContract/creditedLevels``.
  var credited = 0..<0

  /// The levels that it relieves, a part of ``ResolvedContract/relievedLevels``.
  var relieved = 0..<0

  /// The metric that it reads.
  var metric = 0

  /// The metric of a second condition.
  var tail = 0

  /// The indices that it reads, a part of ``ResolvedContract/followed``.
  var indices = 0..<0

  /// The first of the windows that it remembers.
  var window = 0

  /// The state row in which the level that it reads keeps its measured mean, or nothing where the
  /// month's own attainment is judged.
  var mean: Int?

  /// The state row that holds the target of the level that it writes, or nothing where the target
  /// never moves.
  var target: Int?

  /// The first of its state rows.
  var state = 0

  /// The uniform that it reads, or nothing.
  var uniform: Int?

  /// The months of the first year that lie before contract month 1.
  var monthsBefore = 0

  /// A target on the scale on which sampled attainment is compared.
  var bound = 0.0

  /// The comparison of sampled attainment with ``bound`` that is true of a default.
  var missing = Comparison.below

  /// The attainment after an exit, or nothing where it stays as it was.
  var attainmentAfterExit: Double?

  /// The position of its baseline volumes in ``ResolvedContract/baselines``.
  var baseline = 0

  /// The position of its bands of volume in ``ResolvedContract/bands``.
  var bands = 0

  /// Which right it is, among the contract's rights.
  var right = 0
}
