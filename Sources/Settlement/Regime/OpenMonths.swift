import Contracts
public import Rows

/// The months in which a service level could default and does not, in a block of futures.
///
/// The contract is live, the level is judged and not relieved.
public final class OpenMonths: Sink {
  /// 1 where the level could default and does not, by service level and month (index 0 is month 1).
  public let open: [[Row]]

  private let levels: [(position: Int, clause: ServiceLevel)]
  private let work: Row
  private let arena: Arena

  /// Creates rows for every service level and month of `contract`.
  public init(for contract: ResolvedContract, in arena: Arena) {
    self.arena = arena
    levels = contract.levels.indices.compactMap { level in
      contract.serviceLevel(at: level).map { (level, $0) }
    }
    open = contract.levels.map { _ in arena.rows(contract.horizon) }
    work = arena.row()
  }

  /// Notes the month.
  public func close(_ desk: Desk) {
    for (level, clause) in levels {
      let row = open[level][desk.month - 1]
      guard clause.isJudged(in: desk.month) else {
        row.fill(0)
        continue
      }
      row.copy(desk.live)
      row.add(desk.live, times: -1, from: desk.defaults[level], length: 1, run: 1)
      guard let relieved = desk.relief[level] else { continue }
      work.copy(relieved)
      work.complement()
      row.multiply(by: work)
    }
  }
}
