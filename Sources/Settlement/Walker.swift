import Contracts
public import Futures
public import Rows

extension ResolvedContract {
  /// Settles the contract once in every future of a block and hands what is owed to `sink`.
  public func settle(in world: World, along path: ProviderPath, into sink: any Sink, arena: Arena) {
    Desk(self, world: world, path: path, arena: arena).settle(into: sink)
  }
}

extension Desk {
  /// Settles the contracts of several desks along the path that they share, side by side, and hands
  /// what each is owed to its sink, which takes no lines.
  ///
  /// - Precondition: the contracts run equally long.
  public static func settle(_ desks: [(desk: Desk, sink: any Sink)]) {
    let horizon = desks.first?.desk.contract.horizon ?? 0
    precondition(
      desks.allSatisfy { $0.desk.contract.horizon == horizon && !$0.sink.takesLines },
      "contracts that are settled side by side run equally long, and none shows its lines")
    for (desk, _) in desks { desk.begin() }
    for month in stride(from: 1, through: horizon, by: 1) {
      for (desk, sink) in desks { desk.settle(month, into: sink) }
    }
  }

  /// Settles the contract in every future of the world's block, month by month and clause by clause,
  /// and hands what is owed to `sink`; only the months up to `last`, where one is given.
  public func settle(into sink: any Sink, through last: Int? = nil) {
    begin()
    lines = sink.takesLines ? sink : nil
    for month in 1...(last ?? contract.horizon) { settle(month, into: sink) }
    lines = nil
  }
}

extension ResolvedContract {
  /// The clauses up to the rights, and those that follow; `afterEach` is done after each.
  func program(afterEach: ((Desk) -> Void)? = nil) -> Desk.Program {
    let rights = Stage.rights.rawValue
    let next = clauses.firstIndex { $0.clause.stage > rights } ?? clauses.endIndex
    return Desk.Program(
      untilRights: program(of: 0..<next, afterEach),
      afterRights: program(of: next..<clauses.endIndex, afterEach))
  }

  /// Clauses in order, each settled at its seat.
  ///
  /// The kind of a clause is asked for here, once for each desk. Each calls the next: references to what
  /// is called from a list would be counted at every call.
  private func program(
    of range: Range<Int>, _ afterEach: ((Desk) -> Void)?
  ) -> (Desk) -> Void {
    let nothing: (Desk) -> Void = { _ in }
    return range.reversed().reduce(nothing) { rest, position in
      let clause = clauses[position].clause.settling
      return { desk in
        desk.position = position
        clause.settle(at: desk)
        afterEach?(desk)
        rest(desk)
      }
    }
  }
}
