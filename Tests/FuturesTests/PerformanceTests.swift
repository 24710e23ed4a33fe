import Futures
import Glibc
import Quantities
import Rows
import TestKit
import Testing

@Suite struct PerformanceTests {
  private static func assumptions(_ metrics: [PerformanceDriver], _ correlation: Correlation? = nil)
    -> Assumptions
  {
    Assumptions(
      horizon: 24, demand: [],
      performance: ["north": Performance(metrics: metrics, correlation: correlation)])
  }

  private static func metric(
    _ id: String, persistence: Double = 0.6, commonShare: Double = 0, start: Start = .stationary
  ) -> PerformanceDriver {
    PerformanceDriver(
      metric: id, link: .logit, level: Parameter(1.5), spread: .spread(0.4),
      persistence: .persistence(persistence), commonShare: commonShare, start: start)
  }

  @Test(arguments: [
    Start.stationary, .zero, .observed(value: 1.5, months: 2), .observed(value: -1, months: 0),
  ])
  func attainment_has_the_moments_of_its_autoregression(start: Start) async {
    await forEverySeed(seedCount) { seed in
      let sampled = Sampled(
        Self.assumptions([Self.metric("answer", start: start)]), options: ["north"], seed: seed)
      // √(1 − ρ²) is the innovation spread that gives a unit stationary variance.
      let law = Autoregression(persistence: 0.6, spread: 0.8, start: start)
      let values = sampled.attainments[0][0]
      for month in [1, 2, 5, 24] {
        expectMean(of: values[month - 1], 1.5 + 0.4 * law.mean(in: month), seed: seed)
        expectVariance(of: values[month - 1], 0.16 * law.variance(in: month), seed: seed)
      }
      for month in [1, 4, 22] {
        expectCovariance(
          of: values[month - 1], values[month], 0.16 * 0.6 * law.variance(in: month), seed: seed)
      }
    }
  }

  @Test func innovations_of_one_providers_metrics_are_correlated() async {
    await forEverySeed(seedCount) { seed in
      let shares = [0.3, 0.5, 0]
      let matrix = [[1, 0.6, -0.2], [0.6, 1, 0.1], [-0.2, 0.1, 1]]
      let metrics = zip(["a", "b", "c"], shares).map {
        Self.metric($0, persistence: 0, commonShare: $1)
      }
      let sampled = Sampled(
        Self.assumptions(metrics, Correlation(matrix)), options: ["north"], seed: seed)
      let values = sampled.attainments[0]
      for month in [1, 6] {
        for i in 0..<3 {
          for j in 0..<i {
            // Whatever part of an innovation is common to all providers.
            expectCorrelation(of: values[i][month], values[j][month], matrix[i][j], seed: seed)
          }
        }
      }
    }
  }

  @Test func providers_share_the_stated_part_of_a_metrics_variance() async {
    await forEverySeed(seedCount) { seed in
      let shares = [("north", 0.25), ("south", 0.64)]
      let performance = shares.map { option, share in
        (
          option,
          Performance(metrics: [
            Self.metric("answer", commonShare: share, start: .zero),
            Self.metric("backlog", commonShare: share, start: .zero),
          ])
        )
      }
      let assumptions = Assumptions(
        horizon: 12, demand: [], performance: Dictionary(uniqueKeysWithValues: performance))
      let values = Sampled(assumptions, options: ["north", "south"], seed: seed).attainments
      for month in [0, 5, 11] {
        for metric in 0..<2 {
          expectCorrelation(
            of: values[0][metric][month], values[1][metric][month], 0.5 * 0.8, seed: seed)
        }
        expectCorrelation(of: values[0][0][month], values[1][1][month], 0, seed: seed)
      }
    }
  }

  @Test func demand_surprises_move_attainment_by_their_link() async {
    await forEverySeed(seedCount) { seed in
      let demand = ["voice", "chat"].map {
        DemandDriver(
          serviceLine: $0, forecast: level(), reading: .median, persistence: .persistence(0.5),
          spread: .spread(0.1))
      }
      var metric = Self.metric("answer")
      metric.demandLinks = ["chat": Parameter(-2)]
      let assumptions = Assumptions(
        horizon: 12, demand: demand, performance: ["north": Performance(metrics: [metric])])
      let sampled = Sampled(assumptions, options: ["north"], seed: seed)
      let law = Autoregression(persistence: 0.5, spread: 0.1, start: .zero)
      for month in [1, 12] {
        let values = sampled.attainments[0][0][month - 1]
        let v = law.variance(in: month)
        expectCovariance(of: values, sampled.surprises[0][month - 1], 0, seed: seed)
        expectCovariance(of: values, sampled.surprises[1][month - 1], -2 * v, seed: seed)
        expectVariance(of: values, 0.16 + 4 * v, seed: seed)
      }
    }
  }

  @Test func metrics_whose_links_are_multiples_answer_each_by_its_own() {
    let lines = ["voice", "chat", "mail"]
    let links: [[Double]] = [
      [1.5, -0.6, 0.9], [-0.5, 0.2, -0.3], [1.5, -0.6, -0.9], [0, 0, 0], [3, -1.2, 1.8], [0, 1, 0],
    ]
    let metrics = links.enumerated().map { place, links in
      PerformanceDriver(
        metric: "metric \(place)", link: .identity, level: Parameter(1), spread: .spread(0),
        demandLinks: Dictionary(
          uniqueKeysWithValues: zip(lines, links).map { ($0, Parameter($1)) }))
    }
    let demand = lines.map {
      DemandDriver(
        serviceLine: $0, forecast: level(6), reading: .median, persistence: .persistence(0.5),
        spread: .spread(0.1))
    }
    let sampled = Sampled(
      Assumptions(
        horizon: 6, demand: demand, performance: ["north": Performance(metrics: metrics)]),
      options: ["north"], seed: 5, futures: 512)
    for (links, values) in zip(links, sampled.attainments[0]) {
      for month in 0..<6 {
        for future in 0..<512 {
          let surprises = sampled.surprises.map { $0[month][future] }
          let answer = 1 + zip(links, surprises).map(*).reduce(0, +)
          #expect(abs(values[month][future] - answer) < 1e-6)
        }
      }
    }
  }

  @Test func the_learning_curve_fades_and_the_trend_dies_out() {
    let metric = PerformanceDriver(
      metric: "answer", link: .log, level: Parameter(2), spread: .spread(0), learning: -0.5,
      learningMonths: 5, trend: 0.24)
    let assumptions = Assumptions(
      horizon: 120, demand: [], performance: ["north": Performance(metrics: [metric])], goLive: 3)
    let values = Sampled(assumptions, options: ["north"], seed: 1, futures: 256).attainments[0][0]
    var drift = 0.0
    for month in 1...120 {
      drift += 0.24 / 12 * exp2(-Double(month - 1) / 24)
      let ramp =
        [1, 1, 1, 0.8, 0.6, 0.4, 0.2].indices.contains(month - 1)
        ? [1, 1, 1, 0.8, 0.6, 0.4, 0.2][month - 1] : 0
      expectEach(of: values[month - 1], 2 - 0.5 * ramp + drift)
    }
    // A trend without end would have added 2.4; half of the damped one has come after 24 months.
    #expect(abs(drift - 0.24 / 12 / (1 - exp2(-1.0 / 24)) * (1 - exp2(-5))) < 1e-12)
  }

  @Test func each_metric_follows_its_own_learning_and_trend() {
    let courses: [(learning: Double, trend: Double)] = [(-0.5, 0.24), (0, 0), (0.3, -0.12)]
    let metrics = courses.enumerated().map { place, course in
      PerformanceDriver(
        metric: "metric \(place)", link: .identity, level: Parameter(Double(place)),
        spread: .spread(0), learning: course.learning, learningMonths: 4 + place,
        trend: course.trend, start: .observed(value: 1, months: place))
    }
    // The last block of months is not a whole one.
    let assumptions = Assumptions(
      horizon: 14, demand: [], performance: ["north": Performance(metrics: metrics)], goLive: 3)
    let values = Sampled(assumptions, options: ["north"], seed: 1, futures: 256).attainments[0]
    for (place, course) in courses.enumerated() {
      var drift = 0.0
      for month in 1...14 {
        drift += course.trend / 12 * exp2(-Double(month - 1) / 24)
        let left = 1 - Double(max(0, month - 3)) / Double(4 + place)
        expectEach(
          of: values[place][month - 1], Double(place) + course.learning * max(0, left) + drift)
      }
    }
  }

  @Test func given_attainment_is_passed_on_and_a_missing_one_is_not_a_number() {
    let path = ProviderPath(given: [[0.8, 0.7], [.nan, 12]], uniforms: 1, arena: Arena())
    path.begin(at: Draws(seed: 1))
    for (month, expected) in [(1, 0.8), (2, 0.7)] {
      path.advance(to: month)
      guard case .given(let row) = path.attainment(0), case .given(let other) = path.attainment(1)
      else { return #expect(Bool(false), "given attainment is given") }
      #expect(row.values.allSatisfy { $0 == expected })
      #expect(other.values.allSatisfy { month == 1 ? $0.isNaN : $0 == 12 })
    }
    #expect(path.uniform(0).values.allSatisfy { $0 == 1 })
  }
}
