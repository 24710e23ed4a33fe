import Decision
import Simulation

extension Finding {
  /// The finding in a sentence.
  var sentence: String {
    switch self {
    case .comparedBeforeCredits:
      """
      Bids are compared before service credits, so that the worse provider with the richer \
      credits cannot win; cost_basis: after_credits in event.yaml counts them.
      """
    case .notAwardable(let bid, let failed):
      "\(bid) cannot be awarded: it fails the mandatory \(failed.namedRequirements)."
    case .belowMinimum(let bid, let check):
      """
      \(bid) cannot be awarded: it scores \(check.score.value.figure(places: 1)) in \
      \(check.criterion.words), where \(check.minimum.significant) is the least.\
      \(check.isOpen ? " More futures could change that." : "")
      """
    case .nearMinimum(let bid, let check):
      """
      \(bid) scores \(check.score.value.figure(places: 2)) in \(check.criterion.words), where \
      \(check.minimum.significant) is the least: more futures could change that it reaches it.
      """
    case .conditions(let bid, let requirements):
      """
      \(bid) can be awarded only on condition that it meets \(requirements.listed) as planned.
      """
    case .tied(let better, let worse):
      "\(better) and \(worse) are tied: more futures could change their order."
    case .creditsAboveLoss(let bid): Self.creditsAboveLoss([bid])
    case .lossRunsOnAfterExit(let bid): Self.lossRunsOnAfterExit([bid])
    case .beyondRange(let bid):
      "The amounts of \(bid) are too large to be added up: some of its figures are missing."
    }
  }
}

extension [Finding] {
  /// The findings in sentences, single ones by `sentence`; what is said of several bids alike is
  /// said once.
  func sentences(by sentence: (Finding) -> String) -> [String] {
    let credits = compactMap { if case .creditsAboveLoss(let bid) = $0 { bid } else { nil } }
    let losses = compactMap { if case .lossRunsOnAfterExit(let bid) = $0 { bid } else { nil } }
    let single = filter { finding in
      switch finding {
      case .creditsAboveLoss, .lossRunsOnAfterExit: false
      default: true
      }
    }
    return single.map(sentence) + (credits.isEmpty ? [] : [Finding.creditsAboveLoss(credits)])
      + (losses.isEmpty ? [] : [Finding.lossRunsOnAfterExit(losses)])
  }
}

extension Finding {
  fileprivate static func creditsAboveLoss(_ bids: [String]) -> String {
    """
    The service credits expected of \(bids.listed) exceed what poor service costs you, so poor \
    service makes \(bids.count == 1 ? "it" : "them") look cheaper.
    """
  }

  fileprivate static func lossRunsOnAfterExit(_ bids: [String]) -> String {
    """
    You may leave \(bids.listed), and what a replacement would attain is not stated for every \
    metric with a loss: there the loss runs on as before.
    """
  }
}

extension [String] {
  fileprivate var namedRequirements: String {
    (count == 1 ? "requirement " : "requirements ") + listed
  }
}

extension Finding {
  /// The finding as facts.
  var json: Json {
    switch self {
    case .comparedBeforeCredits: ["kind": "compared_before_credits"]
    case .notAwardable(let bid, let failed):
      ["kind": "not_awardable", "bid": .text(bid), "requirements": .texts(failed)]
    case .belowMinimum(let bid, let check), .nearMinimum(let bid, let check):
      [
        "kind": check.isReached ? "near_minimum" : "below_minimum", "bid": .text(bid),
        "minimum": check.json,
      ]
    case .conditions(let bid, let requirements):
      ["kind": "conditions", "bid": .text(bid), "requirements": .texts(requirements)]
    case .tied(let better, let worse):
      ["kind": "tied", "bid": .text(worse), "with": .text(better)]
    case .creditsAboveLoss(let bid): ["kind": "credits_above_loss", "bid": .text(bid)]
    case .lossRunsOnAfterExit(let bid):
      ["kind": "loss_runs_on_after_exit", "bid": .text(bid)]
    case .beyondRange(let bid): ["kind": "beyond_range", "bid": .text(bid)]
    }
  }
}
