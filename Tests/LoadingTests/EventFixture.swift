import FoundationEssentials
import Loading
import Testing

/// A small good event as texts by path, which a test changes before it is written to a folder
/// that is there only while the event is loaded.
struct EventFixture {
  var files: [String: String] = [
    "event.yaml": Self.event,
    "bids/alpha/1/bid.yaml": Self.bid,
    "bids/alpha/1/prices.csv": Self.prices,
    "bids/alpha/1/answers.csv": Self.answers,
  ]
  var overrides: [String: String] = [:]

  /// The same event with the first `old` in `file` replaced by `new`.
  func replacing(
    _ old: String, with new: String, in file: String = "event.yaml",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> EventFixture {
    var copy = self
    let text = copy.files[file] ?? ""
    guard let range = text.firstRange(of: old) else {
      Issue.record("\(file) does not hold \(old)", sourceLocation: sourceLocation)
      return self
    }
    copy.files[file] = text[..<range.lowerBound] + new + text[range.upperBound...]
    return copy
  }

  func overriding(_ overrides: [String: String]) -> EventFixture {
    var copy = self
    copy.overrides = overrides
    return copy
  }

  /// What `body` makes of the folder that holds the event.
  func written<Value>(_ body: (_ folder: String) throws -> Value) throws -> Value {
    let root = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    for (file, text) in files {
      let path = URL(filePath: "\(root)/event/\(file)")
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: path)
    }
    return try body("\(root)/event")
  }

  func load() throws -> Dossier {
    try written { folder in try loadEvent(at: folder, overrides: overrides) }
  }

  /// The faults in words; none where the event loads.
  func faults() throws -> [String] {
    do {
      _ = try load()
      return []
    } catch let error as LoadingError {
      return error.faults.map(\.description)
    }
  }
}

extension EventFixture {
  static let event = """
    title: Customer service
    currency: EUR
    start: 2027-04
    term: 24 months
    go_live: 4
    discount: {rate: 8%, basis: nominal, timing: end}
    service_lines:
      voice: {name: Voice calls, unit: call, baseline: 92000}
      chat: {name: Chats, unit: chat, baseline: {base: 1000, growth: 2%}}
    metrics:
      speed: {name: Answered in time, scale: share, decimals: 1}
      wait: {name: Waiting time, scale: time, better: lower}
    losses:
      speed: {need: 80%, per_point: 0.02, per_unit_of: voice}
    requirements:
      gdpr-28: {framework: GDPR, text: "Processor agreement", weight: 3, mandatory: true, due: bid}
      iso: {framework: ISO, text: Certificate}
    terms:
      payment: {lag: 1 month}
      indexation:
        pay: {index: wages, share: 70%, cap: 4%, floor: 0%}
      volume_bands:
        voice: {deadband: 10%, reading: excess, baseline: event}
      service_levels:
        answer: {metric: speed, target: 80%, compare: at_least, from: 4}
        queue: {metric: wait, target: 60, compare: less_than}
      credits:
        at_risk: 12%
        pools: {calls: 120%}
        allocation:
          answer: {pool: calls, share: 50%}
        fixed: {queue: 2%}
        repeat: {from: 3, multiplier: 2}
        cap: 12%
      rights:
        chronic: {level: answer, defaults: 4, window: 6, exercise: {probability: 50%}, notice: 3}
      termination_fee: {multiple: 4, base: {trailing_mean: 6 months}, indexation: pay}
      replacement: {multiple: 1.15, base: contract_charge, attainment: {speed: 80%}}
    assumptions:
      demand:
        voice: {persistence: 0.6, spread: 6%, growth: {mean: 0%, error: 1.5%}}
      indices:
        wages: {law: mean_reverting, drift: 2.5%, persistence: 0.9, spread: 0.4%}
      correlations:
        - {between: [voice, chat], value: 0.5}
      performance:
        alpha:
          speed: {level: 84%, spread: 0.35, demand: {voice: -2.0}}
          correlations:
            - {between: [speed, wait], value: -0.6}
        peers:
          wait: {level: {mean: 40, error: 0.1}, spread: 0.2, persistence: 0.5}
    criteria:
      cost: {weight: 60, scale: lowest_over_own}
      compliance: {weight: 40, scale: {best: 100%, worst: 0%}}

    """

  static let bid = """
    name: Alpha Contact Services
    stated_total: 41800000
    terms: {}

    """

  static let prices = """
    item,kind,service_line,from,to,price,currency,indexation,first_month,last_month
    fee,fixed_fee,,,,500000,EUR,pay,1,
    calls,tier,voice,50000,,3.1,EUR,pay,4,
    calls,tier,voice,0,50000,4.2,EUR,pay,4,
    chats,unit_price,chat,,,2.5,EUR,,,
    more,arc,voice,,,1.5,EUR,pay,,
    less,rrc,voice,,,0.9,EUR,pay,,
    moving,transition,,,,400000,EUR,,4,

    """

  static let answers = """
    requirement,answer,by,evidence,text,page
    gdpr-28,planned,2027-09,certificate,"Soon, we hope",12
    iso,comply,,,,

    """
}
