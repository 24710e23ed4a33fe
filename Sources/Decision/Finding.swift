public import Contracts
public import Simulation

/// Something that a reader of the ranking must know.
public enum Finding: Hashable, Sendable {
  /// Costs before credits are compared: otherwise the worse provider with the richer credits could
  /// win.
  case comparedBeforeCredits
  /// A bid fails mandatory requirements and cannot be awarded.
  case notAwardable(bid: String, failed: [String])
  /// A bid does not reach the minimum of a criterion, and cannot be awarded.
  case belowMinimum(bid: String, MinimumCheck)
  /// A bid reaches the minimum of a criterion, and more futures could change that.
  case nearMinimum(bid: String, MinimumCheck)
  /// A bid can be awarded only under conditions precedent.
  case conditions(bid: String, requirements: [String])
  /// The order of two bids could change with more futures.
  case tied(better: String, worse: String)
  /// The mean credits of a bid exceed the buyer's mean loss from poor service.
  case creditsAboveLoss(bid: String)
  /// The buyer leaves in some futures, and the replacement's attainment is not stated for every
  /// metric with a loss.
  case lossRunsOnAfterExit(bid: String)
  /// The amounts of a bid are too large to be added up, and its figures are none.
  case beyondRange(bid: String)
}

extension Ranking {
  /// What a reader must know, in the order of the ranking.
  public func findings(of event: Event, options: [Option], outcome: Outcome) -> [Finding] {
    var findings: [Finding] =
      outcome.basis == .beforeCredits ? [.comparedBeforeCredits] : []
    for row in rows {
      let bid = options[row.option].bid
      let eligibility = bid.eligibility(in: event)
      if !eligibility.isAwardable {
        findings.append(.notAwardable(bid: bid.id, failed: eligibility.failed))
      }
      findings += row.minimums.compactMap { minimum in
        if !minimum.isReached { return .belowMinimum(bid: bid.id, minimum) }
        return minimum.isOpen ? .nearMinimum(bid: bid.id, minimum) : nil
      }
      if !eligibility.conditions.isEmpty {
        findings.append(.conditions(bid: bid.id, requirements: eligibility.conditions))
      }
      if row.isTiedWithAbove {
        let best = rows.first { $0.rank == row.rank } ?? row
        findings.append(.tied(better: options[best.option].bid.id, worse: bid.id))
      }
      let tally = outcome.options[row.option]
      if tally.before.isBeyondRange { findings.append(.beyondRange(bid: bid.id)) }
      if outcome.basis == .afterCredits && tally.credits.mean > tally.loss.mean {
        findings.append(.creditsAboveLoss(bid: bid.id))
      }
      if tally.exits.mean > 0 && bid.contract.lossRunsOnAfterExit {
        findings.append(.lossRunsOnAfterExit(bid: bid.id))
      }
    }
    return findings
  }
}

extension Contract {
  /// Whether a loss from poor service is stated for a metric whose attainment after an exit is not.
  fileprivate var lossRunsOnAfterExit: Bool {
    var stated: Set<String> = []
    for named in clauses {
      if case .replacement(let replacement) = named.clause {
        stated.formUnion(replacement.attainment.keys)
      }
    }
    return clauses.contains { named in
      if case .poorServiceLoss(let loss) = named.clause {
        !stated.contains(loss.metric)
      } else {
        false
      }
    }
  }
}
