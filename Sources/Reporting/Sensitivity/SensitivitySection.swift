import Contracts
import Decision
import Quantities
import Simulation

/// What other methods and other weights make of the bids, for people.
struct SensitivitySection {
  let sensitivity: Sensitivity

  /// The identifiers of the compared bids, in the order of the ranking.
  let ids: [String]

  /// Where each of them stands in the sensitivity.
  let places: [Int]

  /// The bids that cannot be awarded as they stand.
  let barred: Set<String>

  /// The identifiers of the bids that are left out.
  let leftOut: [String]

  let money: MoneyScale

  init(_ sensitivity: Sensitivity, of bids: [OptionFigures], _ money: MoneyScale) {
    let shown = bids.compactMap { bid in
      sensitivity.compared.firstIndex(of: bid.position).map { (bid, $0) }
    }
    self.sensitivity = sensitivity
    self.money = money
    ids = shown.map(\.0.bid.id)
    places = shown.map(\.1)
    barred = Set(shown.filter { !$0.0.eligibility.isAwardable }.map(\.0.bid.id))
    leftOut = bids.filter { sensitivity.leftOut.contains($0.position) }.map(\.bid.id)
  }

  func add(to page: inout Page) {
    page.section("Sensitivity: other methods and other weights")
    page.paragraph("The ranking above is the event's own; what follows changes nothing in it.")
    if !leftOut.isEmpty {
      page.paragraph("Left out, for amounts too large to be compared: \(leftOut.listed).")
    }
    guard ids.count > 1, !sensitivity.methods.isEmpty else {
      page.paragraph("There are no two bids that any method could rank otherwise.")
      return
    }
    addMethods(to: &page)
    addDominance(to: &page)
    for acceptability in sensitivity.acceptabilities { add(acceptability, to: &page) }
    addReversals(to: &page)
  }

  /// The identifier of the bid at `position` of the sensitivity.
  func id(_ position: Int) -> String {
    places.firstIndex(of: position).map { ids[$0] } ?? unknown
  }

  /// The identifiers of the bids at `positions`, in the order of the ranking.
  func names(_ positions: [Int]) -> [String] {
    zip(ids, places).filter { positions.contains($0.1) }.map(\.0)
  }

  /// An identifier with the mark of a bid that cannot be awarded.
  func marked(_ id: String) -> String { barred.contains(id) ? "\(id) ×" : id }
}

extension SensitivitySection {
  private func addMethods(to page: inout Page) {
    page.gap()
    let methods = sensitivity.methods
    page.table(
      TextTable(
        keys: ["bid"],
        methods.flatMap { [$0.method.heading, "rank"] } + ["expected regret", "dominated by"],
        rows: zip(ids, places).map { id, place in
          [marked(id)]
            + methods.flatMap { result in
              [
                result.values[place].value.figure(places: result.method.places),
                "\(result.ranks[place])",
              ]
            }
            + [
              money(sensitivity.regret[place].value),
              names(sensitivity.dominators[place]).joined(separator: ", "),
            ]
        }))
    if !barred.isEmpty { page.paragraph("× cannot be awarded as it stands.") }
    page.gap()
    page.points([firstByMethod] + undecided + [leastRegret] + pareto)
  }

  /// Who is first by which methods.
  private var firstByMethod: String {
    var winners: [Int] = []
    for result in sensitivity.methods where !winners.contains(result.first) {
      winners.append(result.first)
    }
    guard winners.count > 1 else { return "\(id(winners[0])) is first by every method." }
    let parts = winners.map { winner in
      let methods = sensitivity.methods.filter { $0.first == winner }.map(\.method.words)
      return "\(id(winner)) by \(methods.listed)"
    }
    return "Who is first depends on the method: \(parts.joined(separator: "; "))."
  }

  /// By which methods more futures could put another bid first.
  private var undecided: [String] {
    sensitivity.methods.filter { $0.couldBeFirst.count > 1 }.map { result in
      "By \(result.method.words) more futures could change who is first: "
        + "\(names(result.couldBeFirst).listed)."
    }
  }

  private var leastRegret: String {
    let regret = sensitivity.regret.map(\.value)
    let least = regret.indices.min { regret[$0] < regret[$1] } ?? 0
    return "Least is regretted with \(id(least)): on average it costs \(money.fine(regret[least])) "
      + "more, in \(money.words), than the cheapest bid of the same future."
  }

  private var pareto: [String] {
    let dominated = zip(ids, places).filter { !sensitivity.dominators[$0.1].isEmpty }
    guard !dominated.isEmpty else {
      return ["No bid is at least as good as another in every criterion: weights decide."]
    }
    let bids = dominated.map { id, place in
      "\(id) (dominated by \(names(sensitivity.dominators[place]).listed))"
    }
    return ["On these estimates no weights put \(bids.joined(separator: " or ")) first."]
  }
}
