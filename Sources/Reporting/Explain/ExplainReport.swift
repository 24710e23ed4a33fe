public import Contracts
import Quantities
import Settlement
public import Simulation

/// The answer of `assay explain`: what one option costs in one future, line by line.
public struct ExplainReport: Sendable {
  /// Why this future is explained.
  public enum Choice: String, Hashable, Sendable {
    /// It was asked for.
    case asked
    /// Its cost lies nearest the median.
    case nearestMedian = "nearest_median"
  }

  let event: Event
  let bid: Bid
  let contract: ResolvedContract
  let basis: CostBasis
  let future: Int
  let choice: Choice
  let month: Int?
  let provenance: Provenance
  let entries: [Ledger.Entry]
  let months: [Ledger.Month]

  /// Net present cost before credits, in the bits that simulation has.
  let beforeCredits: Double

  /// The present value of credits: not above 0.
  let credits: Double

  /// Gathers what `experiment` has of `option` in `future`, all months or only `month`.
  ///
  /// - Precondition: `month` lies within the horizon.
  public init(
    _ event: Event, _ experiment: Experiment, option: Int, future: Int, _ choice: Choice,
    month: Int?, _ provenance: Provenance
  ) {
    precondition(month.map { (1...event.horizon).contains($0) } ?? true, "no such month")
    let ledger = experiment.ledger(of: option, future: future)
    self.event = event
    self.future = future
    self.choice = choice
    self.month = month
    self.provenance = provenance
    basis = experiment.basis
    bid = experiment.options[option].bid
    contract = experiment.options[option].contract
    entries = ledger.entries
    months = ledger.months
    beforeCredits = ledger.owed.total(in: contract) { !$0.isCredit }
    credits = ledger.owed.total(in: contract) { $0.isCredit }
  }

  /// The entries that are shown: of all months or of one.
  var shown: [Ledger.Entry] { entries.filter { entry in month.map { $0 == entry.month } ?? true } }

  func line(of entry: Ledger.Entry) -> LedgerLine { contract.lines[entry.line] }

  func calendarMonth(_ month: Int) -> CalendarMonth { event.firstMonth + (month - 1) }
}
