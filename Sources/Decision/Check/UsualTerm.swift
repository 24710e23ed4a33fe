/// Who gains by a departure from what is usual.
public enum Leaning: String, Hashable, Sendable, CaseIterable {
  /// The buyer.
  case buyer
  /// The provider.
  case provider
  /// One or the other, as volumes turn out.
  case either

  /// Who loses by it.
  var opposite: Leaning {
    switch self {
    case .buyer: .provider
    case .provider: .buyer
    case .either: .either
    }
  }
}

/// A term of a contract and what is usually agreed of it.
///
/// The table of them stands in `docs/agreement.md` too, and a test compares both.
public struct UsualTerm: Hashable, Sendable {
  /// What is compared.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    // Service
    case credits
    case atRisk = "at_risk"
    case pools
    case atRiskCap = "at_risk_cap"
    case chargeCap = "charge_cap"
    case longCap = "long_cap"
    case ramp
    case repeatMultiplier = "repeat"
    case earnBack = "earn_back"
    // Volume
    case deadband
    case bandReading = "band_reading"
    case reducedCredit = "rrc"
    case minimum
    case gainShare = "gain_share"
    // Price
    case indexCap = "index_cap"
    case indexFloor = "index_floor"
    case firstAdjustment = "first_adjustment"
    case escalator
    case transition
    case payment
    case billing
    case lateInterest = "late_interest"
    // Exit
    case chronic
    case chronicWindow = "chronic_window"
    case notice
    case terminationFee = "termination_fee"
  }

  /// What an amount is counted in.
  public enum Unit: Hashable, Sendable {
    /// Shares, 0.12 for 12 %.
    case share
    /// Months.
    case months
    /// Plain numbers.
    case number
  }

  /// What is usual.
  public enum Usual: Hashable, Sendable {
    /// Amounts from one to another, either of which may be missing.
    case range(from: Double? = nil, to: Double? = nil, Unit)
    /// This and nothing else.
    case word(String)
  }

  /// What is compared.
  public var key: Key

  /// Its name for people.
  public var name: String

  /// What is usual.
  public var usual: Usual

  /// What the amounts are of, for people: `of the month's charge`; empty where the name says it.
  public var of: String

  /// Who gains by more than is usual, or by something else.
  public var more: Leaning

  /// Where it stands under `terms`; `…` is a name that the file chooses.
  public var path: String

  /// Who says that it is usual; empty for an assumption of ours alone.
  public var source: String

  /// Whether the range, or a part of it, is an assumption.
  public var isAssumption: Bool

  init(
    _ key: Key, _ name: String, _ usual: Usual, of: String = "", more: Leaning, at path: String,
    source: String = "", isAssumption: Bool = false
  ) {
    self.key = key
    self.name = name
    self.usual = usual
    self.of = of
    self.more = more
    self.path = path
    self.source = source
    self.isAssumption = isAssumption
  }

  /// Who gains by `amount`, or nothing where it is usual.
  func leaning(of amount: Double) -> Leaning? {
    guard case .range(let lower, let upper, _) = usual else { return nil }
    // Amounts that are quotients may miss a bound by their last bits.
    if let upper, amount > upper + 1e-9 { return more }
    if let lower, amount < lower - 1e-9 { return more.opposite }
    return nil
  }
}
