/// Something that can be read off a statement of what is owed under a contract.
public enum StatementFigure: Hashable, Sendable {
  /// The amounts of one line, by its title.
  case line(String)
  /// The amounts of several lines together.
  case total(Total)
  /// A figure that a clause shows beside its amounts, such as points or a balance.
  case figure(clause: String, name: String)
  /// The attainment by which a service level is judged.
  case attainment(level: String)
  /// 1 where a service level is in default, else 0.
  case isDefault(level: String)
  /// The factor of an indexation.
  case factor(String)
  /// 1 where a right stands open, else 0.
  case right(String)

  /// Lines that are added up.
  public enum Total: String, Hashable, Sendable, CaseIterable {
    /// Owed to the provider before credits, month by month.
    case charge
    /// Paid once.
    case oneOff = "one_off"
    /// Passed on at cost, or beside the charge.
    case passThrough = "pass_through"
    /// Credits before anything is taken back.
    case rawCredits = "raw_credits"
    /// What caps, rules and earn-back take from the credits.
    case takenBack = "taken_back"
    /// Credits as they are settled, with bonuses.
    case credits
    /// Irrecoverable tax.
    case tax
    /// Interest, and discounts for prompt payment.
    case interest
    /// The fee for leaving.
    case terminationFee = "termination_fee"
    /// What the provider is owed in all.
    case netDue = "net_due"
  }
}

/// What a statement must come to.
public struct Expectation: Hashable, Sendable {
  /// The months that are looked at.
  public enum Span: Hashable, Sendable {
    /// One contract month, from 1.
    case month(Int)
    /// The sum of one contract year, from 1.
    case year(Int)
    /// The sum of all months.
    case all
  }

  /// A value, or that the contract states none.
  public enum Value: Hashable, Sendable {
    /// A number that holds to its printed decimals.
    case number(Double, places: Int)
    /// The contract does not say.
    case notStated
  }

  /// The reading of the contract, or nothing for the contract as it is drafted.
  public var reading: String?

  /// What is looked at.
  public var figure: StatementFigure

  /// The months that are looked at.
  public var span: Span

  /// The value.
  public var value: Value

  /// Creates an expectation.
  public init(reading: String? = nil, _ figure: StatementFigure, in span: Span, is value: Value) {
    self.reading = reading
    self.figure = figure
    self.span = span
    self.value = value
  }
}
