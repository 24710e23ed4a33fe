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

  /// Whether the file could be read without a fault.
  var isSound = false
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

    var needsServiceLine: Bool {
      switch self {
      case .unitPrice, .tier, .arc, .rrc: true
      case .fixedFee, .transition, .oneOff: false
      }
    }

    var isPaidOnce: Bool { self == .transition || self == .oneOff }
  }

  var line: Int
  var item: String
  var kind: Kind
  var serviceLine: String
  var from: Double?
  var to: Double?
  var price: Double
  var indexation: String?
  var span: MonthSpan
  var fromPlace: Place
  var toPlace: Place
}
