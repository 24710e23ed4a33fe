public import Contracts
public import Futures
public import Quantities

/// A provider's real months, laid onto the months of a contract.
///
/// The record begins in the first contract month from go-live on that is of the same month of the
/// year, so that seasons stay where they are. Where it is longer than what is left of the contract,
/// its first years are left out while the rest still fills that, and then its last months.
public struct ServiceRecord: Hashable, Sendable {
  /// From where the volumes of a service line are taken.
  public enum VolumeSource: Hashable, Sendable {
    /// The provider's own series of this name.
    case own
    /// The series that the event's demand is read from.
    case demand(History.Key)
    /// The event's baseline volumes: nothing is on record.
    case baseline
  }

  /// The provider, as the history names it.
  public let provider: String

  /// The contract months that are replayed.
  public let months: ClosedRange<Int>

  /// The month of the record that stands in the first of them.
  public let firstRecorded: CalendarMonth

  /// The first and the last month of the provider's record, replayed or not.
  public let recorded: ClosedRange<CalendarMonth>

  /// What happened: before the record baseline volumes, and no attainment.
  public let actuals: Actuals

  /// The months of the record, among those replayed, without a value of a metric.
  public let missing: [String: [CalendarMonth]]

  /// From where the volumes of each service line are taken.
  public let volumes: [String: VolumeSource]

  /// In how many of the replayed months the baseline stands in for a volume that is not on record.
  public let filled: [String: Int]

  /// Lays what `history` has of `provider` onto the months of `event`.
  ///
  /// There is no record where no value of any of the metrics is known, or no month of the contract is
  /// left for one.
  ///
  /// - Parameters:
  ///   - provider: The provider, as the history names it.
  ///   - history: The history.
  ///   - demand: The series that the event's demand is read from, by service line.
  ///   - event: What was put out to bid.
  ///   - metrics: The metrics that matter to the contract, by identifier.
  ///   - indices: The levels of the event's indices by index and month.
  public init?(
    of provider: String, in history: History, demand: [String: History.Key], event: Event,
    metrics: [String], indices: [[Double]]
  ) {
    let series = metrics.map { id in
      (id, history.series[History.Key(provider: provider, series: id)] ?? [])
    }
    let known = series.flatMap { $0.1.map(\.month) }
    guard let first = known.min(), let last = known.max() else { return nil }
    let start = event.firstMonthFromGoLive(like: first)
    let room = event.horizon - start + 1
    guard room > 0 else { return nil }
    var (from, count) = (first, last - first + 1)
    while count - 12 >= room { (from, count) = (from + 12, count - 12) }
    let end = start + min(count, room) - 1
    self.provider = provider
    months = start...end
    firstRecorded = from
    recorded = first...last
    let place = MonthPlaces(start: start, end: end, from: from)
    var attainments: [String: [Double]] = [:]
    for (id, observations) in series { attainments[id] = place.values(of: observations) }
    missing = attainments.mapValues(place.missing).filter { !$0.value.isEmpty }
    var (volumes, filled, sources) = (
      [String: [Double]](), [String: Int](), [String: VolumeSource]()
    )
    for line in event.serviceLines {
      let (source, observations) = history.volumes(of: line.id, by: provider, demand[line.id])
      let found = place.values(of: observations)
      sources[line.id] = source
      filled[line.id] = (start...end).count { found[$0 - 1].isNaN }
      volumes[line.id] = zip(found, line.baseline).map { $0.isNaN ? $1 : $0 }
    }
    (self.volumes, self.filled) = (sources, filled)
    let levels = zip(event.indices, indices).map { ($0, Array($1.prefix(end))) }
    actuals = Actuals(
      months: end, volumes: volumes, attainments: attainments,
      indices: Dictionary(levels) { one, _ in one })
  }

  /// The month of the record that stands in the contract month `month`.
  public func recordedMonth(in month: Int) -> CalendarMonth {
    firstRecorded + (month - months.lowerBound)
  }
}

/// Where months of a record stand among contract months.
private struct MonthPlaces {
  let start: Int
  let end: Int
  let from: CalendarMonth

  /// The values by contract month up to the last; not a number where there is none.
  func values(of observations: [History.Observation]) -> [Double] {
    var values = Array(repeating: Double.nan, count: end)
    for observation in observations {
      let month = start + (observation.month - from)
      if (start...end).contains(month) { values[month - 1] = observation.value }
    }
    return values
  }

  /// The months of the record without a value.
  func missing(of values: [Double]) -> [CalendarMonth] {
    (start...end).filter { values[$0 - 1].isNaN }.map { from + ($0 - start) }
  }
}

extension Event {
  /// The first contract month from go-live on of the same month of the year as `month`.
  fileprivate func firstMonthFromGoLive(like month: CalendarMonth) -> Int {
    goLive + ((month - goLiveMonth) % 12 + 12) % 12
  }
}

extension History {
  /// The volumes of a service line: the provider's own, else those of the series that demand is read
  /// from, else none.
  fileprivate func volumes(
    of line: String, by provider: String, _ demand: Key?
  ) -> (ServiceRecord.VolumeSource, [Observation]) {
    if let own = series[Key(provider: provider, series: line)] { return (.own, own) }
    if let demand, let observations = series[demand] { return (.demand(demand), observations) }
    return (.baseline, [])
  }
}
