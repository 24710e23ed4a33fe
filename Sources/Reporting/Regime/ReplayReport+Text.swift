import Contracts
import Decision
import Futures
import Quantities
import Settlement
import Simulation

extension ReplayReport {
  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("Replay: \(event.title)")
    let whose = regime.id == bid.id ? "its own" : regime.id + "'s"
    page.paragraph(
      "The record of \(bid.id), \(bid.name.quoted), in the history \(record.provider), under \(whose) "
        + "credit regime. \(record.months.count.of("month")), \(recorded), as contract months "
        + "\(record.months.lowerBound) to \(record.months.upperBound). Amounts in \(money.words), "
        + "undiscounted and not rounded, above 0 where you are owed.")
    page.points(notes)
    addComparison(to: &page)
    addSteps(to: &page)
    addLevels(to: &page)
    addMonths(to: &page)
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  var money: MoneyScale {
    MoneyScale(
      currency: event.currency, largest: max(replayed[.stated], simulated.meanPaid.value.magnitude))
  }

  private var recorded: String {
    "\(record.recordedMonth(in: record.months.lowerBound)) to "
      + "\(record.recordedMonth(in: record.months.upperBound))"
  }

  private var notes: [String] {
    let left = record.recorded.upperBound - record.recorded.lowerBound + 1 - record.months.count
    let cut =
      left > 0
      ? [
        "Not replayed: \(left.of("month")) of the record, which is longer than the contract's rest."
      ]
      : []
    let exit =
      leftIn.map { ["You leave in the replay: from contract month \($0) on nothing is credited."] }
      ?? []
    return cut + exit + volumes + missing
  }

  private var volumes: [String] {
    event.serviceLines.map { line in
      let filled = record.filled[line.id] ?? 0
      let gaps = filled > 0 ? ", baseline in \(filled.of("month")) without a value" : ""
      return switch record.volumes[line.id] ?? .baseline {
      case .own: "Volumes of \(line.id): the provider's own\(gaps)."
      case .demand(let key):
        "Volumes of \(line.id): \(key.series) of \(key.provider) in the same months\(gaps)."
      case .baseline: "Volumes of \(line.id): baseline, for none are on record."
      }
    }
  }

  private var missing: [String] {
    record.missing.sorted { $0.key < $1.key }.map { metric, months in
      months.count == record.months.count
        ? "No value of \(metric) is on record: its levels cannot be missed in the replay."
        : "No value of \(metric) in \(months.map(\.description).listed)."
    }
  }

  private func addComparison(to page: inout Page) {
    page.section("The record beside what simulation expects in the same contract months")
    let paid = replayed.paid
    let mean = simulated.meanPaid
    page.table(
      TextTable(
        keys: [""], ["record", "expected", "±", "P5", "P95"],
        rows: [
          [
            "paid", money(paid), money(mean.value), money.fine(mean.standardError),
            money(simulated.paid(at: 0.05).value), money(simulated.paid(at: 0.95).value),
          ],
          [
            "of charges", (paid / replayed.charge).percent(places: 2),
            (mean.value / simulated.meanCharge).percent(places: 2), "", "", "",
          ],
        ]))
    page.gap()
    page.points([sentence])
  }

  /// What the record says of the regime, in a sentence.
  private var sentence: String {
    let headline = CreditHeadline(of: regime.contract).share
    let atRisk = headline.map { "of \($0.percentExact) at risk " } ?? ""
    let paid = (replayed.paid / replayed.charge).percent(places: 2)
    let expected = (simulated.meanPaid.value / simulated.meanCharge).percent(places: 2)
    let share = simulated.share(below: replayed.paid).value.percent(places: 1)
    return "\(bid.id): \(atRisk)\(paid) of charges would have been paid; simulation expects "
      + "\(expected), and pays less than the record in \(share) of futures."
  }

  private func addSteps(to page: inout Page) {
    page.section("From what is stated to what would have been paid")
    let rows = steps.map { [$0.words, money(replayed[$0])] }
    page.table(
      TextTable(keys: ["step"], ["amount"], rows: rows + [["paid", money(replayed.paid)]]))
    page.gap()
    let capped = replayed.months.count(where: \.isCapped)
    page.paragraph("A cap binds in \(capped) of \(replayed.months.count.of("month")).")
  }

  private func addLevels(to page: inout Page) {
    page.section("Service levels")
    let credited = Set(contract.levelsWithCredits)
    let several =
      replayed.statedForSeveral == 0
      ? [] : [["several together", "", "", "", money(replayed.statedForSeveral)]]
    page.table(
      TextTable(
        keys: ["level"], ["target", "months judged", "in default", "stated for defaults"],
        rows: replayed.levels.map { level in
          [contract.levels[level.level], target(of: level.level), "\(level.judged)"]
            + ["\(level.defaults)", credited.contains(level.level) ? money(level.stated) : "none"]
        } + several))
  }

  private func target(of level: Int) -> String {
    guard let promise = contract.serviceLevel(at: level) else { return unknown }
    return
      "\(promise.comparison.sign) \(contract.metric(ofLevel: level).words(for: promise.target))"
  }

  private func addMonths(to page: inout Page) {
    page.section("Months with a default or a payment")
    let months = replayed.months.filter { !$0.defaults.isEmpty || $0.paid != 0 }
    guard !months.isEmpty else { return page.paragraph("There are none.") }
    page.table(
      TextTable(
        keys: ["month", "calendar", "record"],
        steps.map(\.shortWords) + ["paid", "of charge", "in default"],
        rows: months.map { month in
          ["\(month.month)", "\(event.firstMonth + (month.month - 1))", "\(month.recorded)"]
            + (steps.map { month[$0] } + [month.paid]).map { $0 == 0 ? "0" : money.fine($0) }
            + [(month.paid / month.charge).percent(places: 2)]
            + [month.defaults.map { contract.levels[$0] }.joined(separator: ", ")]
        }))
  }
}

extension CreditStep {
  /// The step as the heading of a column.
  var shortWords: String {
    switch self {
    case .stated: "stated"
    case .simultaneity: "rule for several"
    case .monthCap: "lost to cap"
    case .longCap: "lost to longer cap"
    case .earnBack: "earned back"
    case .bonus: "bonus"
    }
  }
}
