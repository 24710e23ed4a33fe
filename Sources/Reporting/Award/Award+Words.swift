public import Award
import Contracts
import Tables

extension AwardObjective {
  /// What is made as small as can be, in words.
  var words: String {
    let own = measure == .cost ? "the mean cost" : "the expected regret"
    guard tailWeight > 0 else { return own }
    let worst = "the mean of its worst \((1 - tail).percentExact)"
    return "\(own) plus \(tailWeight.coefficient) × \(worst)"
  }
}

extension AwardStudy.Scenario {
  /// The rules in words.
  var words: String {
    switch self {
    case .bestPerLot: "best bid for each lot"
    case .incumbents: "incumbents keep their lots"
    case .providers(let most): "at most \(most.of("bid"))"
    }
  }

  /// The rules as a key.
  var key: String {
    switch self {
    case .bestPerLot: "best_per_lot"
    case .incumbents: "incumbents"
    case .providers(let most): "at_most_\(most)"
    }
  }
}

extension AwardRule.Demand {
  /// What the rule demands, in words.
  func words(_ money: MoneyScale) -> String {
    switch self {
    case .providers(let least, let most, let lots):
      let place = lots.map { " in \($0.listed)" + ($0.count > 1 ? " each" : "") } ?? ""
      return
        "\(bounds(least.map(\.figure), most.map(\.figure))) of the bids are given something\(place)"
    case .value(let subject, let least, let most):
      return "\(subject.words) \(bounds(least?.exactPercent, most?.exactPercent)) of the mean cost"
        + (subject == .each && least != nil ? " if given anything" : "")
    case .lots(let subject, let least, let most):
      return "\(subject.words) in \(bounds(least.map(\.figure), most.map(\.figure))) lots"
        + (subject == .each && least != nil ? " if given anything" : "")
    case .share(let subject, let lots, let least, let most):
      func share(_ share: Int?) -> String? { share.map { (Double($0) / 1e6).exactPercent } }
      return "\(subject.words) \(bounds(share(least), share(most))) of \(lots.listed)"
        + (subject == .each && least != nil ? " if given any of it" : "")
    case .together(let lots): return "\(lots.listed) go to the same bids"
    case .apart(let lots): return "no bid is given more than one of \(lots.listed)"
    case .notBoth(let bids): return "at most one of \(bids.listed)"
    case .onlyWith(let bid, let other): return "\(bid) only together with \(other)"
    case .incumbents(let lots): return "incumbents keep at least \(lots.of("lot"))"
    case .budget(let amount): return "mean cost at most \(money(amount))"
    case .mandatory(let bid, let failed):
      return "\(bid) fails \(failed.listed): it is given nothing"
    }
  }

  private func bounds(_ least: String?, _ most: String?) -> String {
    switch (least, most) {
    case (let least?, let most?) where least == most: "exactly \(least)"
    case (let least?, let most?): "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any"
    }
  }

  /// What the rule demands, as a key of `event.yaml`.
  var key: String {
    switch self {
    case .providers: "providers"
    case .value: "value"
    case .lots: "lots"
    case .share: "share"
    case .together: "together"
    case .apart: "apart"
    case .notBoth: "not_both"
    case .onlyWith: "only_with"
    case .incumbents: "incumbents"
    case .budget: "budget"
    case .mandatory: "mandatory"
    }
  }
}

extension AwardRule.Subject {
  fileprivate var words: String {
    switch self {
    case .each: "each bid"
    case .bids(let bids): bids.listed + (bids.count > 1 ? " together" : "")
    }
  }
}

extension AwardError {
  /// The error in sentences, one for each thing that is wrong.
  public var sentences: [String] {
    switch self {
    case .refused(let refusals): refusals.map { "\($0.path): \($0.reason.words)" }
    case .regretUnknown(let lots):
      [
        "award/objective: regret is not known where terms bind \(lots.listed) together in so many ways"
      ]
    case .tooMuch(let columns, let futures, let possible):
      [
        "\(columns.of("column")) in \(futures.of("future")) are too much to keep: --futures is at most "
          + "\(possible)"
      ]
    case .withoutOffer(let lots): lots.map { "lots/\($0): no bid offers it" }
    case .interrupted: ["interrupted before the lots were priced"]
    }
  }
}

extension AwardRefusal.Reason {
  fileprivate var words: String {
    switch self {
    case .tooManyCombinations(let count, let lots, let terms):
      "\(terms.listed) span \(lots.listed): \(count.figure) combinations of shares would have to be "
        + "priced, at most 255 are; name prices in lots/…/prices, or merge lots"
    case .delayWithoutCost(let terms):
      "what today's operation costs until go-live is not known by lot, for these terms of it span "
        + "several: \(terms.listed); name its prices in lots/…/prices"
    case .lossOfNoLot:
      "this loss is the same each month, and no lot names its metric in lots/…/metrics"
    case .repeatedRule: "there is a rule of this name already"
    case .unknownRule(let name, let known):
      "there is no rule \(name.clean)"
        + (nearest(to: name, in: known).map { "; did you mean \($0)?" } ?? "")
    case .unknownPrice(let item, let known):
      "no bid has a price \(item)"
        + (nearest(to: item, in: known).map { "; did you mean \($0)?" } ?? "")
    }
  }
}
