import Contracts
public import Futures
public import Rows

extension ResolvedContract {
  /// Settles the contract in every future of a block, month by month and clause by clause, and
  /// hands what is owed to `sink`.
  public func settle(in world: World, along path: ProviderPath, into sink: any Sink, arena: Arena) {
    let desk = Desk(self, world: world, path: path, sink: sink, arena: arena)
    for month in 1...horizon {
      desk.begin(month)
      for seated in clauses {
        desk.seat = seated.seat
        seated.clause.settle(at: desk)
      }
      sink.close(desk)
    }
  }
}

extension Clause {
  /// The only switch over clause kinds on the hot path.
  func settle(at desk: Desk) {
    switch self {
    case .indexation(let clause): clause.settle(at: desk)
    case .fixedFee(let clause): clause.settle(at: desk)
    case .unitPrice(let clause): clause.settle(at: desk)
    case .tieredPrice(let clause): clause.settle(at: desk)
    case .oneOffFee(let clause): clause.settle(at: desk)
    case .paymentTerms: break  // all of it is in the contract's discount factors
    case .volumeBand(let clause): clause.settle(at: desk)
    case .serviceLevel(let clause): clause.settle(at: desk)
    case .repeatMultiplier(let clause): clause.settle(at: desk)
    case .atRiskCredit(let clause): clause.settle(at: desk)
    case .fixedCredit(let clause): clause.settle(at: desk)
    case .creditCap(let clause): clause.settle(at: desk)
    case .poorServiceLoss(let clause): clause.settle(at: desk)
    case .chronicFailure(let clause): clause.settle(at: desk)
    case .terminationFee(let clause): clause.settle(at: desk)
    case .replacement(let clause): clause.settle(at: desk)
    }
  }

  /// The place of the clause in the order of calculation of a month.
  var stage: Int {
    switch self {
    case .paymentTerms: 0
    case .indexation: 1
    case .fixedFee, .unitPrice, .tieredPrice, .oneOffFee: 2
    case .volumeBand: 3
    case .serviceLevel: 4
    case .repeatMultiplier: 5
    case .atRiskCredit, .fixedCredit: 6
    case .creditCap: 7
    case .chronicFailure: 8
    case .terminationFee: 9
    case .replacement: 10
    case .poorServiceLoss: 11
    }
  }
}
