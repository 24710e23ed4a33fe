import Contracts
import Quantities
import Tables

/// What `prices.csv` holds: whole clauses, and rates that need the terms of their band.
struct PriceList {
  /// The additional resource charge and the reduced resource credit of a span of months.
  struct BandRates: Hashable {
    var arc: Double
    var rrc: Double
    var span: MonthSpan
    var indexation: String?
  }

  var clauses: [Contract.Named] = []

  /// The rates of volume bands by service line, in the order of their spans.
  var rates: [String: [BandRates]] = [:]

  /// The factors that prices follow beside the indexations of the terms.
  var factors: [Contract.Named] = []

  /// The names of prices by a name that means several: an item, `location/IN`, `role/agent`.
  var groups: [String: [String]] = [:]

  /// The items of the file.
  var items: [String] = []

  /// Whether the file could be read without a fault.
  var isSound = false

  /// Adds `clause` of the line `name`, and the factors that it follows.
  mutating func add(_ clause: Clause, _ name: LineName, following factors: [Contract.Named]) {
    clauses.append(Contract.Named(name.text, clause))
    for group in name.groups { groups[group, default: []].append(name.text) }
    add(factors)
  }

  /// Adds factors that are not there yet.
  mutating func add(_ more: [Contract.Named]) {
    for factor in more where !factors.contains(factor) { factors.append(factor) }
  }

  /// Adds what another file holds.
  mutating func add(_ other: PriceList) {
    clauses += other.clauses
    items += other.items
    add(other.factors)
    groups.merge(other.groups) { $0 + $1 }
    isSound = isSound && other.isSound
  }
}

/// One row of `prices.csv`.
struct PriceRow {
  /// What a price is for.
  enum Kind: String, CaseIterable {
    case fixedFee = "fixed_fee"
    case unitPrice = "unit_price"
    case tier
    case arc
    case rrc
    case transition
    case oneOff = "one_off"
    case staff

    var needsServiceLine: Bool {
      switch self {
      case .unitPrice, .tier, .arc, .rrc: true
      case .fixedFee, .transition, .oneOff, .staff: false
      }
    }

    /// Whether the rates of a band, which belong to no place.
    var isBandRate: Bool { self == .arc || self == .rrc }

    var isPaidOnce: Bool { self == .transition || self == .oneOff }
  }

  var line: Int
  var name: LineName
  var kind: Kind
  var serviceLine: String
  var from: Double?
  var to: Double?
  var price: Double

  /// The staff of a `staff` line.
  var headcount: StaffCharge.Headcount?
  var indexation: String?

  /// The clauses that make ``indexation`` of what the terms state.
  var factors: [Contract.Named]
  var span: MonthSpan
  var fromPlace: Place
  var toPlace: Place

  var item: String { name.item }
}
