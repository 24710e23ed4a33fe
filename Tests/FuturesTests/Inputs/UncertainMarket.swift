import Futures
import Quantities

/// Assumptions of two lines, two indices and two providers, in which nearly everything is uncertain.
enum UncertainMarket {
  static let assumptions = Assumptions(
    horizon: 9, demand: [voice, chat], indices: [wages, fixed],
    performance: ["north": north, "south": south])

  static var parties: [Input.Party] {
    [
      Input.Party(
        option: "north", performance: north, uniforms: ["hidden/north/site", "delay/north/late"]),
      Input.Party(option: "south", performance: south, uniforms: []),
    ]
  }

  static var inputs: [Input] { assumptions.inputs(of: parties) }

  static func input(_ name: String) -> Input? { inputs.first { $0.name == name } }

  private static let voice = DemandDriver(
    serviceLine: "voice", forecast: level(9), persistence: .persistence(0.5, error: 0.1),
    spread: .spread(0.1, error: 0.2), growth: Parameter(0.02, error: 0.01),
    steps: [.init(month: 3, size: 0.2, probability: 0.5)],
    shocks: .init(perYear: 2, mean: 0.1, spread: 0.1, persistence: 0.5), start: .stationary)

  private static let chat = DemandDriver(
    serviceLine: "chat", forecast: level(9), growth: Parameter(0, error: 0.05),
    steps: [.init(month: 3, size: 0.2)])

  private static let wages = IndexDriver(
    id: "wages", law: .geometric(drift: 0.02, spread: .spread(0.05, error: 0.1)))

  private static let fixed = IndexDriver(
    id: "fixed", law: .geometric(drift: 0.02, spread: .spread(0)))

  private static let north = Performance(metrics: [
    PerformanceDriver(
      metric: "speed", link: .logit, level: Parameter(1, error: 0.2), spread: .spread(0.3),
      persistence: .persistence(0.4), demandLinks: ["voice": Parameter(-1, error: 0.3)],
      commonShare: 0.3)
  ])

  private static let south = Performance(metrics: [
    PerformanceDriver(metric: "speed", link: .logit, level: Parameter(1), spread: .spread(0.3))
  ])
}
