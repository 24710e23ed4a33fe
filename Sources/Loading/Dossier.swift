public import Calibration
public import Contracts
public import Futures

/// Everything that an event's folder says, read once and checked.
public struct Dossier: Sendable {
  /// What the buyer puts out to bid.
  public var event: Event

  /// Today's operation, or nothing where the folder has none.
  public var baseline: Bid?

  /// The bids in the rounds that count, by ascending identifier.
  public var bids: [Bid]

  /// What may happen.
  public var assumptions: Assumptions

  /// The fits behind the demand drivers that come from history, in the order of service lines.
  public var demandFits: [DemandFit]

  /// The fits behind the options' performance that come from history, by ascending option.
  public var performanceFits: [PerformanceFit]

  /// The provider of the history behind an option's fit, by the option's identifier.
  public var historyProviders: [String: String]

  /// What is on record of the providers named there and of demand; empty where no history is named.
  public var history = History()

  /// The series of the history that each service line's demand is read from.
  public var demandSeries: [String: History.Key] = [:]

  /// What a reader should know although nothing is wrong.
  public var notes: [LoadingNote]

  /// The SHA-256 over all files of the event that were read, in the order of their paths, in
  /// lower hexadecimal digits: that of the output of `sha256sum`, where nothing was overridden.
  public var digest: String

  /// The SHA-256 of each file of the event and of its history, by path.
  public var dataDigests: [String: String]

  /// What serving costs each bid's provider, where the buyer supposes it.
  public var costToServe: [String: CostToServe] = [:]

  /// Creates a dossier.
  public init(
    event: Event, baseline: Bid? = nil, bids: [Bid], assumptions: Assumptions,
    demandFits: [DemandFit] = [], performanceFits: [PerformanceFit] = [],
    historyProviders: [String: String] = [:], notes: [LoadingNote] = [], digest: String = "",
    dataDigests: [String: String] = [:]
  ) {
    self.event = event
    self.baseline = baseline
    self.bids = bids
    self.assumptions = assumptions
    self.demandFits = demandFits
    self.performanceFits = performanceFits
    self.historyProviders = historyProviders
    self.notes = notes
    self.digest = digest
    self.dataDigests = dataDigests
  }

  /// The bids, and before them the baseline where there is one.
  public var options: [Bid] { (baseline.map { [$0] } ?? []) + bids }
}
