import Contracts
import Quantities

/// What one contract asks for a unit of a service line, month by month and price by price.
struct UnitRates {
  /// What one price of the service line asks for a unit.
  struct Part {
    /// The price, by its name in the contract.
    var price: String

    /// The indexation that all of the price follows, or nothing where it follows none.
    var indexation: String?

    /// The price of a unit in each month, before indexation where it follows one.
    var byMonth: [Double]
  }

  /// The option's identifier.
  let bid: String

  /// The prices of the service line, in the order of calculation.
  let parts: [Part]

  /// What all of them ask for a unit in the base case; nothing where none of them holds.
  let baseCase: [Double?]

  /// Divides what the prices of `line` charge in the base case, as `settled`, by its baseline volume.
  init(of line: ServiceLine, in settled: SettledOffer) {
    let contract = settled.contract
    let seats = contract.clauses.filter { $0.clause.isPrice(of: line.id) }
    let indexed = settled.indexed.unitCharges(of: seats, on: line)
    let plain = settled.plain.unitCharges(of: seats, on: line)
    bid = contract.id
    parts = seats.indices.map { place in
      let indexation = seats[place].clause.indexationOfWhole
      return Part(
        price: seats[place].name, indexation: indexation,
        byMonth: indexation == nil ? indexed[place] : plain[place])
    }
    baseCase = line.baseline.indices.map { month in
      let holds = seats.contains { $0.clause.priceSpan(of: line.id)?.contains(month + 1) ?? false }
      return holds && line.baseline[month] > 0 ? indexed.reduce(0) { $0 + $1[month] } : nil
    }
  }
}

/// One contract as it is offered, settled at the baseline volumes with indices on their expected path
/// and before any indexation.
struct SettledOffer {
  let contract: ResolvedContract
  let indexed = OwedAmounts()
  let plain = OwedAmounts()

  init(_ contract: ResolvedContract, indices: [[Double]]) {
    self.contract = contract
    contract.asOffered(isIndexed: true).settleBaseline(indices: indices, into: indexed)
    contract.asOffered(isIndexed: false).settleBaseline(indices: indices, into: plain)
  }
}

extension OwedAmounts {
  /// What each of `seats` charges for a unit of `line` at its baseline volume, by month; 0 where it
  /// has none.
  fileprivate func unitCharges(
    of seats: [ResolvedContract.Seated], on line: ServiceLine
  ) -> [[Double]] {
    var charges = seats.map { _ in line.baseline.map { _ in 0.0 } }
    for owed in all {
      let volume = line.baseline[owed.month - 1]
      guard volume > 0, let place = seats.firstIndex(where: { $0.seat.line == owed.line }) else {
        continue
      }
      charges[place][owed.month - 1] += owed.amount / volume
    }
    return charges
  }
}

extension Clause {
  /// Whether the clause charges for the volume of `line`, or for its distance from a band.
  fileprivate func isPrice(of line: String) -> Bool {
    if case .volumeBand(let band) = self { return band.serviceLine == line }
    return priceSpan(of: line) != nil
  }

  /// The indexation that all of what the clause charges follows; of a cost with a fee it is the fee
  /// alone.
  fileprivate var indexationOfWhole: String? {
    switch self {
    case .unitPrice(let price): price.indexation
    case .tieredPrice(let price): price.indexation
    case .includedVolume(let price): price.indexation
    case .peakPrice(let price): price.indexation
    case .staffCharge(let price): price.indexation
    case .volumeBand(let band): band.indexation
    default: nil
    }
  }
}
