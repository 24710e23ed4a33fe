public import Contracts

/// What a contract puts at risk in its own words, before anything happens.
public struct CreditHeadline: Hashable, Sendable {
  /// From which terms the share at risk is read.
  public enum Source: String, Hashable, Sendable {
    /// The at-risk shares.
    case atRisk = "at_risk"
    /// The cap of a month, where no share is stated to be at risk.
    case monthCap = "month_cap"
    /// The sum of fixed credits, where there is no such cap either.
    case fixed
  }

  /// The share of a month's charge at risk, 0.12 for 12 %; nothing where no such share can be read.
  public var share: Double?

  /// From which terms it is read, or nothing.
  public var source: Source?

  /// The cap of a month's credits, or nothing.
  public var monthCap: CreditCap.Limit?

  /// Whether only some prices are at risk, of which ``share`` is a share then.
  public var isOfSomePrices = false

  /// Reads the headline of `contract`.
  ///
  /// Where several at-risk amounts are stated they are added up, and so are fixed credits.
  public init(of contract: Contract) {
    var (atRisk, fixed): (Double?, Double?) = (nil, nil)
    for named in contract.clauses {
      switch named.clause {
      case .atRiskCredit(let credit):
        atRisk = (atRisk ?? 0) + credit.atRisk
        if credit.prices != nil { isOfSomePrices = true }
      case .fixedCredit(let credit): fixed = (fixed ?? 0) + credit.share
      case .creditCap(let cap): monthCap = cap.limit
      default: break
      }
    }
    var capShare: Double?
    if case .share(let share) = monthCap { capShare = share }
    share = atRisk ?? capShare ?? fixed
    source =
      atRisk != nil ? .atRisk : capShare != nil ? .monthCap : fixed != nil ? .fixed : nil
  }
}
