extension Bid {
  /// The bid whose service goes live `late`, and until then costs what `todaysCost` says of each
  /// month of the contract; the same where it is in time.
  public func goingLive(
    late outcomes: [TransitionDelay.Outcome], in event: Event, _ todaysCost: [Double]
  ) -> Bid {
    var copy = self
    copy.contract.clauses.removeAll { named in
      if case .transitionDelay = named.clause { true } else { false }
    }
    guard !outcomes.isEmpty else { return copy }
    let months = Array(todaysCost.dropFirst(event.goLive - 1))
    let delay = TransitionDelay(outcomes, goLive: event.goLive, todaysCost: months)
    copy.contract.clauses.append(Contract.Named("delay", .transitionDelay(delay)))
    return copy
  }

  /// The bid whose service certainly goes live so many `months` late.
  public func goingLive(lateBy months: Int, in event: Event, _ todaysCost: [Double]) -> Bid {
    goingLive(late: [.init(months: months, probability: 1)], in: event, todaysCost)
  }
}
