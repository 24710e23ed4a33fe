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
  /// Settles the contract in every future of the world's block, month by month and clause by clause,
  /// and hands what is owed to `sink`; only the months up to `last`, where one is given.
  public func settle(into sink: any Sink, through last: Int? = nil) {
    begin()
    lines = sink.takesLines ? sink : nil
    for month in 1...(last ?? contract.horizon) {
      begin(month)
      program(self)
      sink.close(self)
    }
    lines = nil
  }
}

extension ResolvedContract {
  /// All clauses in order: each is settled at its seat and hands the desk on to the rest.
  var program: (Desk) -> Void {
    var program: (Desk) -> Void = { _ in }
    for (position, seated) in clauses.enumerated().reversed() {
      let (settle, rest) = (seated.clause.settlement, program)
      program = { desk in
        desk.position = position
        settle(desk)
        rest(desk)
      }
    }
    return program
  }
}

extension Clause {
  /// How the clause is settled at a desk: the only switch over clause kinds on the hot path, taken
  /// once for each desk.
  var settlement: (Desk) -> Void {
    switch self {
    case .indexation(let clause): { clause.settle(at: $0) }
    case .escalator(let clause): { clause.settle(at: $0) }
    case .currencyShare(let clause): { clause.settle(at: $0) }
    case .fixedFee(let clause): { clause.settle(at: $0) }
    case .unitPrice(let clause): { clause.settle(at: $0) }
    case .tieredPrice(let clause): { clause.settle(at: $0) }
    case .includedVolume(let clause): { clause.settle(at: $0) }
    case .staffCharge(let clause): { clause.settle(at: $0) }
    case .peakPrice(let clause): { clause.settle(at: $0) }
    case .costPlus(let clause): { clause.settle(at: $0) }
    case .targetCost(let clause): { clause.settle(at: $0) }
    case .minimumFee(let clause): { clause.settle(at: $0) }
    case .hiddenCost(let clause): { clause.settle(at: $0) }
    case .oneOffFee(let clause): { clause.settle(at: $0) }
    case .paymentTerms: { _ in }  // all of it is in the contract's discount factors
    case .gainShare(let clause): { clause.settle(at: $0) }
    case .tax(let clause): { clause.settle(at: $0) }
    case .lateInterest(let clause): { clause.settle(at: $0) }
    case .promptDiscount(let clause): { clause.settle(at: $0) }
    case .disputedInvoices(let clause): { clause.settle(at: $0) }
    case .volumeBand(let clause): { clause.settle(at: $0) }
    case .volumeDiscount(let clause): { clause.settle(at: $0) }
    case .minimumCommitment(let clause): { clause.settle(at: $0) }
    case .forecastRelief(let clause): { clause.settle(at: $0) }
    case .serviceLevel(let clause): { clause.settle(at: $0) }
    case .repeatMultiplier(let clause): { clause.settle(at: $0) }
    case .atRiskCredit(let clause): { clause.settle(at: $0) }
    case .fixedCredit(let clause): { clause.settle(at: $0) }
    case .tierCredit(let clause): { clause.settle(at: $0) }
    case .linearCredit(let clause): { clause.settle(at: $0) }
    case .pointsCredit(let clause): { clause.settle(at: $0) }
    case .unitCredit(let clause): { clause.settle(at: $0) }
    case .simultaneity(let clause): { clause.settle(at: $0) }
    case .creditCap(let clause): { clause.settle(at: $0) }
    case .longCreditCap(let clause): { clause.settle(at: $0) }
    case .earnBack(let clause): { clause.settle(at: $0) }
    case .bonus(let clause): { clause.settle(at: $0) }
    case .ratchet(let clause): { clause.settle(at: $0) }
    case .creditTerms: { _ in }  // all of it is in the contract's discount factors
    case .poorServiceLoss(let clause): { clause.settle(at: $0) }
    case .chronicFailure(let clause): { clause.settle(at: $0) }
    case .terminationFee(let clause): { clause.settle(at: $0) }
    case .replacement(let clause): { clause.settle(at: $0) }
    }
  }
}
