import Calibration
import Contracts
import Futures
import Quantities

/// Reads what is assumed of demand: what is stated goes before what history gives.
struct DemandTable {
  let folder: EventFolder
  let context: EventContext
  let term: Term

  let history: EventHistory

  private var findings: Findings { folder.findings }

  /// One driver for each service line, in declared order.
  func read(_ item: Item?) -> [DemandDriver] {
    let stated = item?.named() ?? []
    for (name, item) in stated {
      _ = item.keyIsDeclared(name, in: context.serviceLineIds, kind: "service_lines")
    }
    let certain = context.serviceLineIds.filter { line in
      history.demand[line] == nil && !stated.contains { $0.name == line }
    }
    if !certain.isEmpty, !history.isBroken {
      findings.note(.certainDemand(serviceLines: certain))
    }
    return context.serviceLines.map { line in
      let item = stated.first { $0.name == line.id }?.item
      return item?.section { driver(line, $0) } ?? fitted(line)
    }
  }

  /// The baseline as forecast, with persistence, spread and state of history where it is fitted.
  private func fitted(_ line: ServiceLine) -> DemandDriver {
    var driver = DemandDriver(serviceLine: line.id, forecast: line.baseline)
    guard let fit = history.demand[line.id] else { return driver }
    let known = fit.driver(horizon: term.horizon, firstMonth: term.firstMonth)
    driver.persistence = known.persistence
    driver.spread = known.spread
    driver.start = known.start
    return driver
  }

  private func driver(_ line: ServiceLine, _ section: Section) -> DemandDriver {
    var driver = fitted(line)
    let reading = section.given("read_as")?.choice(of: DemandDriver.Reading.self)
    driver.reading = reading ?? .mean
    if let item = section.given("forecast") {
      if item.plain == "history" {
        setForecastOfHistory(&driver, item, reading)
      } else if item.plain != "baseline" {
        let series = VolumeSeries(folder: folder, term: term)
        driver.forecast = series.read(item) ?? driver.forecast
      }
    }
    set(&driver.persistence, section.given("persistence")?.parameter(.atanh, .persistence))
    set(&driver.spread, section.given("spread")?.parameter(.log, .spread))
    set(&driver.growth, section.given("growth")?.parameter(.identity, .growth))
    driver.steps = section.given("steps")?.list().compactMap { $0.section(readStep) } ?? []
    driver.shocks = section.given("shocks").flatMap { $0.section(readShocks) }
    set(&driver.start, section.given("start")?.choice(of: StartWord.self)?.start)
    return driver
  }

  /// The fit's level is the median of the volume, so a forecast out of it is read as one unless
  /// the event says otherwise.
  private func setForecastOfHistory(
    _ driver: inout DemandDriver, _ item: Item, _ reading: DemandDriver.Reading?
  ) {
    guard let fit = history.demand[driver.serviceLine] else {
      if !history.isBroken { item.refuse(.history) }
      return
    }
    driver.reading = reading ?? .median
    driver.forecast = fit.forecast(
      horizon: term.horizon, firstMonth: term.firstMonth, reading: driver.reading
    )
  }

  private func readStep(_ section: Section) -> DemandDriver.Step? {
    let month = section.needed("month")?.whole(1...EventContext.longestHorizon)
    let size = section.needed("size")?.share(.growth)
    let probability = section.given("probability").map { $0.share(.share) } ?? 1
    guard let month, let size, let probability else { return nil }
    return DemandDriver.Step(month: month, size: size, probability: probability)
  }

  private func readShocks(_ section: Section) -> DemandDriver.Shocks? {
    let perYear = section.needed("per_year")?.number(Bounds(lower: 0, upper: 365))
    let mean = section.needed("mean")?.share(.growth)
    let spread = section.needed("spread")?.share(.spread)
    let persistence = section.needed("persistence")?.share(.share)
    guard let perYear, let mean, let spread, let persistence else { return nil }
    return DemandDriver.Shocks(
      perYear: perYear, mean: mean, spread: spread, persistence: persistence
    )
  }
}

/// The words for a start that no history gives.
enum StartWord: String, CaseIterable {
  case zero
  case stationary

  var start: Start { self == .zero ? .zero : .stationary }
}

/// Replaces `value` by what was read, if anything was.
func set<Value>(_ value: inout Value, _ read: Value?) {
  if let read { value = read }
}
