import Contracts
import Futures
import Quantities

/// What an event states of one metric of one option; what it leaves out comes from elsewhere.
struct StatedMetric {
  var level: Parameter?
  var spread: Parameter?
  var persistence: Parameter?
  var demandLinks: [String: Parameter] = [:]
  var learning: Double?
  var learningMonths: Int?
  var trend: Double?
  var commonShare: Double?
  var start: Start?
  var sample: PerformanceDriver.Sample?

  /// The level on the link scale that the provider promises, and how much it weighs against the
  /// record.
  var promise: (level: Double, weight: Double)?

  /// The coefficients that stand there, well or badly.
  let given: Set<String>

  /// Where it stands.
  let spot: Spot
  let path: String

  init(_ section: Section, metric: Metric, serviceLines: [String]) {
    spot = section.spot
    path = section.path
    let shift = Bounds.shift(on: metric.link)
    given = Set(section.entries.map(\.key))
    level = section.given("level")?.level(of: metric)
    spread = section.given("spread")?.parameter(.log, .spread(on: metric.link))
    persistence = section.given("persistence")?.parameter(.atanh, .persistence)
    for (line, item) in section.given("demand")?.named() ?? []
    where item.keyIsDeclared(line, in: serviceLines, kind: "service_lines") {
      demandLinks[line] = item.parameter(.identity, shift)
    }
    learning = section.given("learning")?.share(shift)
    learningMonths = section.given("learning_months")?.wholeMonths(1...EventContext.longestHorizon)
    trend = section.given("trend")?.share(shift)
    commonShare = section.given("common_share")?.share(.share)
    start = section.given("start")?.choice(of: StartWord.self)?.start
    sample = section.given("sample")?.sample(of: metric, serviceLines: serviceLines)
    promise = section.given("promise")?.section { section in
      let level = section.needed("level")?.linkedLevel(of: metric)
      let weight = section.needed("weight")?.share(.share)
      guard let level, let weight else { return nil }
      return (level, weight)
    }
  }

  /// The driver of `metric` with what is stated laid over `base`.
  ///
  /// Without a base the level and the spread must be stated; it is reported where they are not,
  /// unless the base is missing only because history cannot be read.
  func driver(
    of metric: Metric, over base: PerformanceDriver?, isBaseKnown: Bool, findings: Findings
  ) -> PerformanceDriver? {
    let known =
      base
      ?? level.flatMap { level in
        spread.map {
          PerformanceDriver(metric: metric.id, link: metric.link, level: level, spread: $0)
        }
      }
    guard var driver = known else {
      for key in ["level", "spread"] where isBaseKnown && !given.contains(key) {
        findings.add(.value, at: spot, path: "\(path)/\(key)")
      }
      return nil
    }
    set(&driver.level, level)
    set(&driver.spread, spread)
    set(&driver.persistence, persistence)
    driver.demandLinks.merge(demandLinks) { _, stated in stated }
    set(&driver.learning, learning)
    set(&driver.learningMonths, learningMonths)
    set(&driver.trend, trend)
    set(&driver.commonShare, commonShare)
    set(&driver.start, start)
    if let sample { driver.sample = sample }
    weighPromise(in: &driver, of: metric, findings: findings)
    return driver
  }

  /// Moves the level from the record towards the promise by the promise's weight.
  private func weighPromise(
    in driver: inout PerformanceDriver, of metric: Metric, findings: Findings
  ) {
    guard let promise else { return }
    let record = driver.level.estimate
    driver.level.estimate = (1 - promise.weight) * record + promise.weight * promise.level
    findings.note(
      .promiseWeighed(
        path: path, record: metric.link.natural(record),
        promise: metric.link.natural(promise.level), weight: promise.weight))
  }
}

extension Item {
  /// The level of `metric`: written in its natural unit, held on its link scale, on which its
  /// error is measured too.
  fileprivate func level(of metric: Metric) -> Parameter? {
    guard value.entries != nil else {
      return linkedLevel(of: metric).map { Parameter($0) }
    }
    return section { section in
      let mean = section.needed("mean")?.linkedLevel(of: metric)
      let error = section.given("error").map { $0.number(.spread(on: metric.link)) } ?? 0
      guard let mean, let error else { return nil }
      return Parameter(mean, error: error)
    }
  }

  /// Of how many cases `metric`, a share, is measured.
  fileprivate func sample(
    of metric: Metric, serviceLines: [String]
  ) -> PerformanceDriver.Sample? {
    guard metric.link == .logit else {
      refuse(.metricOf(scale: Link.logit.scaleName))
      return nil
    }
    return section { section in
      if let cases = section.given("cases") {
        return cases.number(.amountAboveZero).map { .cases($0) }
      }
      let share = section.needed("share")?.share(.shareAboveZero)
      let line = section.needed("of")?.reference(to: serviceLines, kind: "service_lines")
      guard let share, let line else { return nil }
      return .share(share, of: line)
    }
  }

  fileprivate func linkedLevel(of metric: Metric) -> Double? {
    guard let natural = natural(of: metric) else { return nil }
    let linked = metric.link.scaled(natural)
    guard linked.isFinite else {
      refuse(.metricRange(scale: metric.link.scaleName))
      return nil
    }
    return linked
  }
}
