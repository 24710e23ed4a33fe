/// A bid that changes who is first by leaving, or by being there twice.
public struct RankReversal: Hashable, Sendable {
  /// What is done to the field.
  public enum Change: String, Hashable, Sendable, CaseIterable {
    /// A bid is left out.
    case dropped
    /// A bid is there twice.
    case cloned
  }

  /// The method.
  public var method: ComparedMethod

  /// What is done.
  public var change: Change

  /// The position, among the compared bids, of the one that is left out or there twice.
  public var bid: Int

  /// Who was first among those that are left.
  public var before: Int

  /// Who is first now.
  public var after: Int

  /// The reversals of `method` among `count` bids: who is first should not depend on others.
  ///
  /// A bid that comes within 10⁻⁹ of the scale of values of the first is first as well, so that rounding
  /// reverses nothing.
  ///
  /// - Parameters:
  ///   - method: The method that `values` belongs to.
  ///   - count: The number of bids.
  ///   - values: What the method makes of bids, by position and possibly twice; the highest is first.
  /// - Returns: The reversals, those by leaving first.
  static func all(
    of method: ComparedMethod, count: Int, values: ([Int]) -> [Double]
  ) -> [RankReversal] {
    let field = Array(0..<count)
    let original = values(field)
    return Change.allCases.flatMap { change in
      field.compactMap { bid -> RankReversal? in
        let rest = change == .dropped ? field.filter { $0 != bid } : field + [bid]
        guard let before = rest.best(by: rest.map { original[$0] }) else { return nil }
        let valued = values(rest)
        guard let after = rest.best(by: valued) else { return nil }
        let lowest = valued.min() ?? 0
        let highest = valued.max() ?? 0
        let kept = zip(rest, valued).filter { $0.0 == before }.map(\.1).max() ?? lowest
        guard highest - kept > 1e-9 * max(highest - lowest, highest.magnitude) else { return nil }
        return RankReversal(method: method, change: change, bid: bid, before: before, after: after)
      }
    }
  }
}

extension [Int] {
  /// The number whose value is highest, the first of several.
  fileprivate func best(by values: [Double]) -> Int? {
    guard let highest = values.max() else { return nil }
    return zip(self, values).first { $0.1 == highest }?.0
  }
}
