import Contracts
public import Futures
import Settlement

/// What the prices of one option come to on the expected path, undiscounted.
public struct BaseCaseLines: Hashable, Sendable {
  /// What the option costs over the horizon.
  public var total: Double

  /// What its prices add to the month's charges over the horizon.
  public var charge: Double

  /// The same price by price, by their names.
  public var charges: [String: Double]

  /// The prices that never charge anything, in the order of the contract.
  public var uncharged: [String]

  /// The months of the horizon.
  public var months: Int

  /// Creates what has been added up.
  public init(
    total: Double, charge: Double, charges: [String: Double] = [:], uncharged: [String] = [],
    months: Int
  ) {
    self.total = total
    self.charge = charge
    self.charges = charges
    self.uncharged = uncharged
    self.months = months
  }

  /// Settles `option` on the expected path of `assumptions`: baseline volumes, expected indices, all
  /// service levels met, no events.
  public init(_ option: Option, _ assumptions: Assumptions) {
    let contract = option.contract
    self.init(total: 0, charge: 0, months: contract.horizon)
    var charged: Set<String> = []
    for entry in contract.baseCase(in: assumptions) {
      total += entry.amount
      let line = contract.lines[entry.line]
      guard line.isPrice, entry.amount != 0 else { continue }
      charged.insert(line.clause)
      guard line.kind == .charge else { continue }
      charge += entry.amount
      charges[line.clause, default: 0] += entry.amount
    }
    for line in contract.lines where line.isPrice && !charged.contains(line.clause) {
      if !uncharged.contains(line.clause) { uncharged.append(line.clause) }
    }
  }

  /// What the prices charge in a mean month.
  public var monthlyCharge: Double { charge / Double(months) }
}
