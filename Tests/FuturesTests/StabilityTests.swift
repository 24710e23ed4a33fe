import Futures
import Quantities
import Rows
import Testing

/// Random numbers have an address, so nothing that is added moves what was there.
@Suite struct StabilityTests {
  private static func demand(_ line: String) -> DemandDriver {
    DemandDriver(
      serviceLine: line, forecast: level(9), persistence: .persistence(0.5, error: 0.1),
      spread: .spread(0.1, error: 0.2), growth: Parameter(0.02, error: 0.01),
      steps: [.init(month: 3, size: 0.2, probability: 0.5)],
      shocks: .init(perYear: 2, mean: 0.1, spread: 0.1, persistence: 0.5), start: .stationary)
  }

  private static func index(_ id: String) -> IndexDriver {
    IndexDriver(id: id, law: .geometric(drift: 0.02, spread: .spread(0.05, error: 0.1)))
  }

  private static func metric(_ id: String) -> PerformanceDriver {
    PerformanceDriver(
      metric: id, link: .logit, level: Parameter(1, error: 0.2), spread: .spread(0.3, error: 0.2),
      persistence: .persistence(0.4, error: 0.1),
      demandLinks: ["voice": Parameter(-1, error: 0.3)], commonShare: 0.3)
  }

  private static func assumptions(
    demand lines: [String] = ["voice", "chat"], indices: [String] = ["wages"],
    metrics: [String: [String]] = ["north": ["a", "b"]], correlation: Correlation? = nil
  ) -> Assumptions {
    Assumptions(
      horizon: 9, demand: lines.map(demand), indices: indices.map(index),
      correlation: correlation,
      performance: metrics.mapValues { Performance(metrics: $0.map(metric)) })
  }

  private static func sampled(
    _ assumptions: Assumptions, options: [String] = ["north"], seed: UInt64 = 5,
    futures: Int = 512, first: UInt32 = 0, replicate: UInt32 = 0
  ) -> Sampled {
    Sampled(
      assumptions, options: options, seed: seed, futures: futures, first: first,
      replicate: replicate)
  }

  private static let plain = sampled(assumptions())

  @Test func a_new_service_line_leaves_every_other_driver_as_it_was() {
    for lines in [["voice", "chat", "mail"], ["mail", "voice", "chat"]] {
      let more = Self.sampled(Self.assumptions(demand: lines))
      let voice = lines[0] == "mail" ? 1 : 0
      #expect(more.volumes[voice] == Self.plain.volumes[0])
      #expect(more.volumes[voice + 1] == Self.plain.volumes[1])
      #expect(more.indices == Self.plain.indices)
      #expect(more.attainments == Self.plain.attainments)
    }
  }

  @Test func a_new_index_that_comes_last_leaves_correlated_drivers_as_they_were() {
    let few = Correlation([[1, 0.5, 0.2], [0.5, 1, 0.1], [0.2, 0.1, 1]])
    let many = Correlation([
      [1, 0.5, 0.2, 0.4], [0.5, 1, 0.1, 0.3], [0.2, 0.1, 1, -0.2], [0.4, 0.3, -0.2, 1],
    ])
    let before = Self.sampled(Self.assumptions(correlation: few))
    let after = Self.sampled(Self.assumptions(indices: ["wages", "fx"], correlation: many))
    #expect(after.volumes == before.volumes)
    #expect(after.indices[0] == before.indices[0])
    #expect(after.attainments == before.attainments)
    #expect(before.volumes != Self.plain.volumes)
  }

  @Test func a_new_metric_leaves_every_other_driver_as_it_was() {
    let more = Self.sampled(Self.assumptions(metrics: ["north": ["a", "b", "c"]]))
    #expect(Array(more.attainments[0][...1]) == Self.plain.attainments[0])
    #expect(more.volumes == Self.plain.volumes)
    #expect(more.indices == Self.plain.indices)
  }

  @Test func a_metric_that_answers_to_the_same_demand_leaves_the_others_as_they_were() {
    func linked(_ id: String, _ links: [String: Double]) -> PerformanceDriver {
      PerformanceDriver(
        metric: id, link: .identity, level: Parameter(1), spread: .spread(0.3),
        persistence: .persistence(0.4), demandLinks: links.mapValues { Parameter($0) })
    }
    func attainments(_ metrics: [PerformanceDriver]) -> [[[Double]]] {
      Self.sampled(
        Assumptions(
          horizon: 9, demand: ["voice", "chat"].map(Self.demand),
          performance: ["north": Performance(metrics: metrics)])
      ).attainments[0]
    }
    let a = linked("a", ["voice": 0.7, "chat": -0.3])
    let b = linked("b", ["voice": 2.1, "chat": -0.9])
    let c = linked("c", ["voice": 0.7, "chat": 0.3])
    let alone = [a, b, c].map { attainments([$0])[0] }
    #expect(attainments([a, b, c]) == alone)
    #expect(attainments([c, b, a]) == alone.reversed())
  }

  @Test func a_new_provider_leaves_every_other_driver_as_it_was() {
    let more = Self.sampled(
      Self.assumptions(metrics: ["north": ["a", "b"], "south": ["a", "b", "c"]]),
      options: ["south", "north"])
    #expect(more.attainments[1] == Self.plain.attainments[0])
    #expect(more.attainments[0][0] != Self.plain.attainments[0][0])
    #expect(more.volumes == Self.plain.volumes)
  }

  @Test func history_of_one_driver_leaves_the_others_as_they_were() {
    var assumptions = Self.assumptions()
    assumptions.demand[1].start = .observed(value: 0.1, months: 7)
    let more = Self.sampled(assumptions)
    #expect(more.volumes[0] == Self.plain.volumes[0])
    #expect(more.volumes[1] != Self.plain.volumes[1])
    #expect(more.indices == Self.plain.indices)
  }

  @Test func a_future_does_not_depend_on_the_block_in_which_it_is_sampled() {
    for first: UInt32 in [1, 100, 255, 256] {
      let later = Self.sampled(Self.assumptions(), futures: 256, first: first)
      let length = 512 - max(Int(first), 256)
      for month in 0..<9 {
        let window = Int(first)..<(Int(first) + min(256, length))
        #expect(
          Array(Self.plain.volumes[0][month][window])
            == Array(later.volumes[0][month][..<window.count]))
        #expect(
          Array(Self.plain.attainments[0][1][month][window])
            == Array(later.attainments[0][1][month][..<window.count]))
      }
    }
  }

  @Test func other_seeds_and_replicates_are_other_futures() {
    let others = [
      Self.sampled(Self.assumptions(), seed: 6), Self.sampled(Self.assumptions(), replicate: 1),
    ]
    for other in others {
      for (one, two) in zip(Self.plain.volumes[0][0], other.volumes[0][0]) { #expect(one != two) }
    }
    #expect(Self.sampled(Self.assumptions()).volumes == Self.plain.volumes)
  }

  @Test func many_drivers_are_sampled_side_by_side() {
    var assumptions = Self.assumptions(
      demand: (1...12).map { "line\($0)" }, indices: (1...6).map { "index\($0)" },
      metrics: ["north": (1...12).map { "metric\($0)" }])
    for line in assumptions.demand.indices {
      assumptions.demand[line].steps = (1...8).map { .init(month: $0, size: 0.01) }
    }
    let links = assumptions.demand.map { ($0.serviceLine, Parameter(-1, error: 0.1)) }
    for metric in 0..<12 {
      assumptions.performance["north"]?.metrics[metric].demandLinks = Dictionary(
        uniqueKeysWithValues: links)
    }
    let sampled = Self.sampled(assumptions, futures: 256)
    #expect(sampled.attainments[0][11][8].allSatisfy { $0.isFinite })
  }
}
