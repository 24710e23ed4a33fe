public import Quantities

/// What a buyer puts out to bid: one folder of scenarios, without the bids.
public struct Event: Hashable, Sendable {
  /// The folder's name.
  public var id: String

  /// The title for people.
  public var title: String

  /// The evaluation currency, such as `EUR`: every amount of the event is in it.
  public var currency: String

  /// The calendar month of contract month 1.
  public var firstMonth: CalendarMonth

  /// The months of the evaluation horizon, the same for every option.
  public var horizon: Int

  /// The contract month in which the service goes live.
  public var goLive: Int

  /// The parts of the function, in the order declared.
  public var serviceLines: [ServiceLine]

  /// The measures of service performance, in the order declared.
  public var metrics: [Metric]

  /// The indices that prices may follow, by name in the order declared.
  public var indices: [String]

  /// The level of each index before month 1, such as an exchange rate at signature.
  public var startLevels: [Double]

  /// What every bid must answer.
  public var requirements: [Requirement]

  /// How cash is brought to the valuation date.
  public var discounting: Discounting

  /// The cost by which bids are compared.
  public var costBasis: CostBasis

  /// How bids are compared.
  public var criteria: [Criterion]

  /// How the scores by all criteria make one order.
  public var method = RankingMethod.weightedValue

  /// What evaluators say of the bids.
  public var scoreSheet = ScoreSheet()

  /// The saving that was decided on, or nothing where none is stated.
  public var businessCase: BusinessCase?

  /// The cases that are settled beside the simulation, in the order declared.
  public var cases: [NamedCase] = []

  /// How bids are made comparable.
  public var levelling = Levelling()

  /// How its parts may be given to bids.
  public var award = AwardPlan()

  /// Creates an event.
  ///
  /// - Precondition: every service line has a baseline volume for each month of the horizon, and
  ///   every index a start level where any are given; else they are 1.
  public init(
    id: String, title: String, currency: String, firstMonth: CalendarMonth, horizon: Int,
    goLive: Int = 1, serviceLines: [ServiceLine], metrics: [Metric] = [], indices: [String] = [],
    startLevels: [Double]? = nil, requirements: [Requirement] = [], discounting: Discounting,
    costBasis: CostBasis = .beforeCredits,
    criteria: [Criterion] = Criterion.standard
  ) {
    precondition(
      serviceLines.allSatisfy { $0.baseline.count == horizon },
      "a baseline has one volume for each month of the horizon")
    let levels = startLevels ?? indices.map { _ in 1 }
    precondition(levels.count == indices.count, "each index has a start level")
    self.id = id
    self.title = title
    self.currency = currency
    self.firstMonth = firstMonth
    self.horizon = horizon
    self.goLive = goLive
    self.serviceLines = serviceLines
    self.metrics = metrics
    self.indices = indices
    self.startLevels = levels
    self.requirements = requirements
    self.discounting = discounting
    self.costBasis = costBasis
    self.criteria = criteria
  }

  /// The calendar month in which the service goes live.
  public var goLiveMonth: CalendarMonth { firstMonth + (goLive - 1) }

  /// The calendar month in which `requirement` is judged.
  public func due(_ requirement: Requirement) -> CalendarMonth {
    requirement.due == .goLive ? goLiveMonth : firstMonth
  }
}
