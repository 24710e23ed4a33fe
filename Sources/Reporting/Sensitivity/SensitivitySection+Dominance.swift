import Decision

extension SensitivitySection {
  func addDominance(to page: inout Page) {
    page.section("Whether the cost of the bid on the left dominates that of the one above")
    page.table(
      TextTable(
        keys: ["bid"], ids,
        rows: zip(ids, places).map { id, place in
          [marked(id)] + places.map { standing(of: place, over: $0)?.words ?? "" }
        }))
    page.paragraph(
      "1st: whatever the amount, it is at least as likely to cost no more. 2nd: whoever dislikes cost, "
        + "and risk of cost, prefers it. In brackets: in the sample, but not beyond its error.")
    page.gap()
    page.points(dominated)
  }

  private func standing(of bid: Int, over other: Int) -> StochasticDominance? {
    sensitivity.dominance.first { $0.bid == bid && $0.over == other }?.standing
  }

  /// Which bids nobody would take for their cost.
  private var dominated: [String] {
    let bids = zip(ids, places).compactMap { id, place -> String? in
      let better = sensitivity.dominance.filter { $0.over == place && $0.standing.isSure }
      return better.isEmpty ? nil : "\(id) (dominated by \(names(better.map(\.bid)).listed))"
    }
    guard !bids.isEmpty else { return ["No bid's cost dominates that of another beyond error."] }
    return [
      "For its cost alone nobody who dislikes cost and its risk would take "
        + "\(bids.joined(separator: " or "))."
    ]
  }

  func addReversals(to page: inout Page) {
    page.section("Whether leaving a bid out, or entering one twice, changes who is first")
    guard !sensitivity.reversals.isEmpty else {
      page.points(["By no method does it."])
      return
    }
    page.points(
      sensitivity.reversals.map { reversal in
        let change = reversal.change == .dropped ? "without" : "with a second"
        return "By \(reversal.method.words), \(change) \(id(reversal.bid)), \(id(reversal.after)) "
          + "would be first instead of \(id(reversal.before))."
      })
  }
}
