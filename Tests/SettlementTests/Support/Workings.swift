import Rows
import Settlement
import TestKit
import Testing

/// Expects every amount of a ledger to be, to the bit, what its printed formula gives for its
/// printed inputs.
func expectWorkings(
  of ledger: Ledger, in contract: ResolvedContract,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for entry in ledger.entries {
    guard let complaint = complaint(about: entry) else { continue }
    let line = contract.lines[entry.line].title
    Issue.record(
      "month \(entry.month), \(line): \(complaint)", sourceLocation: sourceLocation)
  }
}

/// What is wrong with the working of an entry; nil where nothing is.
private func complaint(about entry: Ledger.Entry) -> String? {
  let inputs = entry.working.inputs.map { ($0.name, $0.value) }
  let values = Dictionary(inputs) { first, _ in first }
  let formula = entry.working.formula
  do throws(ArithmeticFault) {
    let value = try Arithmetic.value(of: formula, with: values)
    // Equal numbers have equal bits but for the sign of zero, which an account does not keep.
    if value == entry.amount || (value.isNaN && entry.amount.isNaN) { return nil }
    return "\(formula) with \(values) is \(value), posted was \(entry.amount)"
  } catch {
    return "\(formula) cannot be read: \(error)"
  }
}

/// Expects the totals of one lane to have the bits of the ledger of that future.
func expectSameTotals(
  _ ledger: Ledger, _ totals: Totals, lane: Int, in contract: ResolvedContract,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let cost = ledger.owed.total(in: contract) { $0 != .credit && $0 != .bonus }
  let credits = ledger.owed.total(in: contract) { $0 == .credit || $0 == .bonus }
  let loss = ledger.owed.total(in: contract) { $0 == .loss }
  #expect(cost.bitPattern == totals.cost[lane].bitPattern, sourceLocation: sourceLocation)
  #expect(
    credits.bitPattern == totals.credits[lane].bitPattern, sourceLocation: sourceLocation)
  #expect(abs(loss - totals.loss[lane]) <= 1e-12 * loss, sourceLocation: sourceLocation)
}
