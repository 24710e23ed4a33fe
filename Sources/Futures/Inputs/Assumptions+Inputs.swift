extension Assumptions {
  /// The inputs of `parties` that are left to chance: what they share, then what is each one's own.
  ///
  /// An input is split into parts only where it has several, and gathered into groups only where
  /// there are several.
  public func inputs(of parties: [Input.Party]) -> [Input] {
    let demand = grouped(.allDemand, self.demand.map(\.inputs))
    let indices = grouped(.allIndices, self.indices.map(\.inputs))
    let common = common(of: parties)
    let service = grouped(.allService, parties.map(\.service), with: common)
    return demand + indices + service + common + parties.flatMap(\.uniformInputs)
  }

  /// The inputs of several singles behind their group; `others` belong to the group too.
  private func grouped(
    _ subject: Input.Subject, _ singles: [[Input]], with others: [Input] = []
  ) -> [Input] {
    let inputs = singles.flatMap(\.self)
    let members = inputs.filter { $0.level == .single } + others
    guard members.count > 1 else { return inputs }
    let drivers = members.flatMap(\.drivers)
    return [Input(subject: subject, drivers: drivers, options: nil)] + inputs
  }

  private func common(of parties: [Input.Party]) -> [Input] {
    let sharing = parties.filter { party in
      party.performance.metrics.contains { $0.commonShare > 0 && $0.mayMove }
    }
    guard !sharing.isEmpty else { return [] }
    let metrics = sharing.flatMap(\.performance.metrics).filter { $0.commonShare > 0 }
    let names = Set(metrics.map { "common/\($0.metric)" }).sorted()
    return [Input(subject: .common, drivers: names, options: sharing.map(\.option))]
  }
}

extension DemandDriver {
  /// The line's demand, and its parts where there are several.
  fileprivate var inputs: [Input] {
    var parts: [Input] = []
    if growth.error > 0 {
      parts.append(Input(subject: .growth(serviceLine), drivers: ["\(name)/growth"], options: nil))
    }
    if hasEvents {
      let names = stepNames + ["\(name)/shock/arrival", "\(name)/shock/jump"]
      parts.append(Input(subject: .events(serviceLine), drivers: names, options: nil))
    }
    if spread.estimate > 0 {
      let names = [name] + ["persistence", "spread", "start"].map { "\(name)/\($0)" }
      parts.append(Input(subject: .movement(serviceLine), drivers: names, options: nil))
    }
    return Input.whole(.demand(serviceLine), of: parts, options: nil)
  }

  /// Whether a step may or may not happen, or shocks may arrive.
  private var hasEvents: Bool {
    steps.contains { $0.probability > 0 && $0.probability < 1 } || (shocks?.perYear ?? 0) > 0
  }
}

extension IndexDriver {
  fileprivate var inputs: [Input] {
    let spread =
      switch law {
      case .geometric(_, let spread), .meanReverting(_, _, let spread): spread
      }
    guard spread.estimate > 0 else { return [] }
    return [Input(subject: .index(id), drivers: driverNames, options: nil)]
  }
}

extension PerformanceDriver {
  /// Whether the metric moves from month to month.
  var mayMove: Bool { spread.estimate > 0 }

  /// The coefficients that are uncertain, by the stable names of their drivers.
  func uncertainCoefficients(of option: String) -> [(name: String, parameter: Parameter)] {
    let name = name(of: option)
    let own = [("level", level), ("spread", spread), ("persistence", persistence)]
    let links = demandLinks.sorted { $0.key < $1.key }.map { ("demand/\($0)", $1) }
    return (own + links).filter { $0.1.error > 0 }.map { ("\(name)/\($0)", $1) }
  }
}

extension Input.Party {
  /// The provider's service, and its parts where there are several.
  fileprivate var service: [Input] {
    var parts: [Input] = []
    let coefficients = performance.metrics.flatMap { $0.uncertainCoefficients(of: option) }
    if !coefficients.isEmpty {
      parts.append(
        Input(
          subject: .coefficients(option), drivers: coefficients.map(\.name), options: [option]))
    }
    let moving = performance.metrics.filter { $0.mayMove || $0.sample != nil }
    if !moving.isEmpty {
      let names = moving.flatMap { metric in
        let name = metric.name(of: option)
        return [name, "\(name)/start", "\(name)/measurement"]
      }
      parts.append(Input(subject: .swings(option), drivers: names, options: [option]))
    }
    return Input.whole(.service(option), of: parts, options: [option])
  }

  /// The uniforms of the contract by their kind, the first word of their names.
  fileprivate var uniformInputs: [Input] {
    let kinds = uniforms.compactMap { $0.split(separator: "/").first.map(String.init) }
    return Set(kinds).sorted().map { kind in
      Input(
        subject: .uniforms(kind, of: option),
        drivers: uniforms.filter { $0.hasPrefix("\(kind)/") }, options: [option])
    }
  }
}

extension Input {
  /// What `parts` come to, and behind it the parts themselves where there are several.
  fileprivate static func whole(
    _ subject: Subject, of parts: [Input], options: [String]?
  ) -> [Input] {
    guard !parts.isEmpty else { return [] }
    let whole = Input(subject: subject, drivers: parts.flatMap(\.drivers), options: options)
    return [whole] + (parts.count > 1 ? parts : [])
  }
}
