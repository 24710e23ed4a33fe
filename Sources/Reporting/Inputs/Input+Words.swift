import Decision
import Futures
import Simulation

extension Input {
  /// The input in words.
  var words: String {
    switch subject {
    case .allDemand: "all demand"
    case .demand(let line): "demand of \(line)"
    case .growth(let line): "growth of \(line)"
    case .events(let line): "steps and shocks of \(line)"
    case .movement(let line): "monthly movement of \(line)"
    case .allIndices: "all indices"
    case .index(let id): "index \(id)"
    case .allService: "service of all bids"
    case .service(let bid): "service of \(bid)"
    case .coefficients(let bid): "uncertain record of \(bid)"
    case .swings(let bid): "monthly service of \(bid)"
    case .common: "what service has in common"
    case .uniforms(let kind, let bid): Self.words(ofUniforms: kind, of: bid)
    }
  }

  private static func words(ofUniforms kind: String, of bid: String) -> String {
    switch kind {
    case "hidden": "hidden costs of \(bid)"
    case "delay": "late go-live of \(bid)"
    case "levelling": "adjustments of \(bid)"
    case "right": "rights against \(bid)"
    default: "\(kind) of \(bid)"
    }
  }

  /// The kind of input, for machines.
  var kind: String {
    switch subject {
    case .allDemand, .demand: "demand"
    case .growth: "growth"
    case .events: "events"
    case .movement: "movement"
    case .allIndices, .index: "index"
    case .allService, .service: "service"
    case .coefficients: "coefficients"
    case .swings: "swings"
    case .common: "common"
    case .uniforms(let kind, _): kind
    }
  }

  /// What it means that the input stands at two of its quantiles.
  func values(_ low: Double, _ high: Double) -> String {
    switch subject {
    case .demand, .growth, .events, .movement, .index:
      span("\((low * 100).figure(places: 1))", "\((high * 100).figure(places: 1))") + "\u{202F}%"
    default: "cheap to dear"
    }
  }
}

extension InputStudy {
  /// The input that a finding is about.
  func input(_ finding: Finding) -> Input { inputs.inputs[finding.input] }

  /// The figure by which inputs are ordered: the difference of the first two bids, or the cost of the
  /// only one.
  var decisive: Int { runnerUp == nil ? winner : bids.count }
}
