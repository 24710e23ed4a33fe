/// A line of the ledger: what a clause posts amounts to.
public struct LedgerLine: Hashable, Sendable {
  /// What the amounts of a line are to the buyer.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Owed to the provider before credits, month by month.
    case charge
    /// Owed to the provider once.
    case oneOff = "one_off"
    /// Owed to the provider at cost or beside the charge: no service credit is measured by it.
    case passThrough = "pass_through"
    /// Owed back to the buyer: negative amounts, and what a cap or an earn-back takes from them.
    case credit
    /// Owed to the provider for service above the agreed level; settled with the credits.
    case bonus
    /// Tax that the buyer cannot recover.
    case tax
    /// Interest for late payment, and discounts for prompt payment as negative amounts.
    case interest
    /// What the buyer bears beside the contract, such as an excluded item.
    case own
    /// Owed to the provider for leaving.
    case terminationFee = "termination_fee"
    /// Paid for the replacement after an exit.
    case replacement
    /// The buyer's own loss from poor service.
    case loss

    /// Whether amounts are for service in the month itself: none is owed before a late go-live.
    var isOfService: Bool {
      switch self {
      case .charge, .passThrough, .bonus: true
      default: false
      }
    }
  }

  /// The clause that posts to the line, by its name in the contract.
  public var clause: String

  /// What is posted, for people: `voice_tiers`, `answer: lost to the cap`.
  public var title: String

  /// What the amounts are to the buyer.
  public var kind: Kind

  /// Whether the line is a price, before bands, minimums and shares.
  public internal(set) var isPrice: Bool

  /// Whether amounts are for service in the month itself.
  var isOfService: Bool

  /// The position of the account to which the amounts are added.
  var account: Int
}

/// The amounts of one kind and standing, which are added up over lines within a month.
struct Account: Hashable, Sendable {
  var kind: LedgerLine.Kind
  var standing: Standing

  /// The month's gross charge.
  static let charge = 0

  /// The month's credits.
  static let credit = 1

  /// The accounts that every contract has.
  static let always = [
    Account(kind: .charge, standing: .live), Account(kind: .credit, standing: .live),
  ]
}

/// In which futures an amount is owed.
public enum Standing: Hashable, Sendable {
  /// Until the exit takes effect.
  case live
  /// From the exit on.
  case afterExit
  /// In the month in which a right to leave is exercised.
  case onExercise
  /// Always.
  case always
}

/// How an amount came about: a formula and the values of its names, for ``Ledger`` only.
public struct Working: Hashable, Sendable {
  /// A named value.
  public struct Input: Hashable, Sendable {
    /// The name as it stands in the formula.
    public var name: String

    /// The value.
    public var value: Double
  }

  /// The formula, evaluated from left to right in double precision.
  public var formula: String

  /// The values of the formula's names, in order of their appearance.
  public var inputs: [Input]

  /// Creates a working.
  public init(_ formula: String, _ inputs: KeyValuePairs<String, Double>) {
    self.formula = formula
    self.inputs = inputs.map { Input(name: $0.key, value: $0.value) }
  }

  /// The working times an input `name`.
  func times(_ name: String, _ value: Double) -> Working {
    var working = self
    working.formula += " × \(name)"
    working.bind(name, to: value)
    return working
  }

  /// The working of an amount that is owed only where the provider serves.
  func `where`(served: Double) -> Working {
    var working = self
    working.formula = "(\(formula)) × served"
    working.bind("served", to: served)
    return working
  }

  /// Adds the value of another name of the formula.
  mutating func bind(_ name: String, to value: Double) {
    inputs.append(Input(name: name, value: value))
  }
}
