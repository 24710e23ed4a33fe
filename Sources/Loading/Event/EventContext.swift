import Contracts
import Quantities

/// The contract months of an event.
struct Term: Hashable {
  var firstMonth: CalendarMonth
  var horizon: Int
}

/// What the event declares and terms, prices and assumptions refer to.
struct EventContext {
  /// The contract months, or nothing where the event states them badly.
  var term: Term?
  var currency: String?
  var serviceLines: [ServiceLine] = []
  var metrics: [Metric] = []

  /// Where each metric is declared.
  var metricSpots: [String: Spot] = [:]
  var indices: [String] = []
  var requirements: [Requirement] = []
  var losses: [PoorServiceLoss] = []

  /// The rates at which prices in other currencies are converted.
  var rates: [String: CurrencyRate] = [:]

  /// What of today's cost remains with the buyer, the same in every bid.
  var stranded: [StrandedItem] = []

  /// How bids are compared.
  var criteria: [Criterion] = []

  /// The contract month in which the service goes live.
  var goLive = 1

  init() {}

  /// What `event` declares.
  init(_ event: Event) {
    term = Term(firstMonth: event.firstMonth, horizon: event.horizon)
    currency = event.currency
    serviceLines = event.serviceLines
    metrics = event.metrics
    indices = event.indices
    goLive = event.goLive
  }

  var serviceLineIds: [String] { serviceLines.map(\.id) }

  /// The metrics that the buyer needs a level of, by its criteria.
  var neededMetrics: [String] { criteria.flatMap { $0.needs.map(\.metric) } }

  func metric(_ id: String) -> Metric? { metrics.first { $0.id == id } }

  /// The contract months that the event has; many where it states them badly, so that no other
  /// fault follows from that one.
  var horizon: Int { term?.horizon ?? Self.longestHorizon }

  static let longestHorizon = 1_200
}

extension Item {
  /// The metric that is named here.
  func metric(in context: EventContext) -> Metric? {
    reference(to: context.metrics.map(\.id), kind: "metrics").flatMap(context.metric)
  }

  /// A value of `metric` in its natural unit; in per cent too where it is a share.
  func natural(of metric: Metric) -> Double? {
    guard let number = metric.link == .logit ? share(.money) : number(.money) else { return nil }
    guard metric.link.admits(number) else {
      refuse(.metricRange(scale: metric.link.scaleName))
      return nil
    }
    return number
  }
}

extension Link {
  /// The word for the scale in event files.
  var scaleName: String {
    switch self {
    case .logit: "share"
    case .log: "time"
    case .identity: "score"
    }
  }
}

/// The word for a metric's scale in event files.
enum MetricScale: String, CaseIterable {
  case share
  case time
  case score

  var link: Link {
    switch self {
    case .share: .logit
    case .time: .log
    case .score: .identity
    }
  }
}
