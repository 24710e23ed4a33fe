public import Rows

/// Samples in a block of futures how inputs turn out, by figures and without settling a contract.
///
/// The figures are functions of the same random numbers as the futures that are settled.
public final class InputSampler {
  /// The figures of each input.
  public let quantities: [[InputQuantity]]

  /// A row for each figure.
  public let rows: [[Row]]

  private let arena: Arena
  private let sources: [[Source]]
  private let worlds: [WorldSummary]
  private let services: [ServiceSummary]
  private let coefficients: CoefficientSampler
  private let latent: LatentRow
  private let normals: Quartet<LatentRow>
  private let uniforms: Quartet<Row>
  private let horizon: Int

  /// Where a figure comes from.
  private enum Source {
    case world(Int, InputQuantity)
    case service(Int, InputQuantity)
    case coefficient(String, Parameter)
    case common(String)
    case uniform(String)
  }

  /// Prepares the figures of `inputs` of `parties` under `assumptions`.
  ///
  /// - Precondition: the inputs are those that the assumptions list for the same parties.
  public init(_ inputs: [Input], of parties: [Input.Party], in assumptions: Assumptions) {
    let arena = Arena()
    let quantities = inputs.map { $0.quantities(of: parties, in: assumptions) }
    self.arena = arena
    self.quantities = quantities
    rows = quantities.map { arena.rows($0.count) }
    coefficients = CoefficientSampler(in: arena)
    latent = arena.latentRow()
    normals = arena.latentQuartet()
    uniforms = arena.quartet()
    horizon = assumptions.horizon
    var plan = Plan(parties, assumptions, arena)
    sources = zip(inputs, quantities).map { input, figures in
      figures.map { plan.source(of: $0, in: input) }
    }
    (worlds, services) = (plan.worlds, plan.services)
  }

  /// Fills ``rows`` with the figures of the block of futures at `draws`.
  public func fill(at draws: Draws) {
    for world in worlds { world.fill(at: draws) }
    for service in services { service.fill(at: draws) }
    for (own, targets) in zip(sources, rows) {
      for (source, row) in zip(own, targets) { fill(row, from: source, at: draws) }
    }
  }

  private func fill(_ row: Row, from source: Source, at draws: Draws) {
    switch source {
    case .world(let place, let figure): worlds[place].write(figure, to: row)
    case .service(let place, let figure): services[place].write(figure, to: row)
    case .coefficient(let name, let parameter):
      switch coefficients.sample(
        DrawnParameter(parameter, named: name), at: draws, into: latent)
      {
      case .constant(let value): row.fill(Double(value))
      case .row(let drawn): row.widen(drawn)
      }
    case .common(let name): fillCommon(row, name, at: draws)
    case .uniform(let name):
      draws.uniforms(of: driverHash(name), monthBlock: 0, into: uniforms)
      row.copy(uniforms[0])
    }
  }

  /// The mean of the normals of all months.
  private func fillCommon(_ row: Row, _ name: String, at draws: Draws) {
    latent.fill(0)
    for month in 1...horizon {
      let (block, place) = Draws.position(of: month)
      if place == 0 { draws.normals(of: driverHash(name), monthBlock: block, into: normals) }
      latent.add(normals[place])
    }
    row.widen(latent)
    row.multiply(by: 1 / Double(horizon))
  }

  /// What has to be sampled for the figures, each once.
  private struct Plan {
    private(set) var worlds: [WorldSummary] = []
    private(set) var services: [ServiceSummary] = []
    private var worldPlaces: [Assumptions: Int] = [:]
    private var servicePlaces: [Service: Int] = [:]
    private let parties: [Input.Party]
    private let assumptions: Assumptions
    private let arena: Arena

    private struct Service: Hashable {
      var option: String
      var isKnown: Bool
    }

    init(_ parties: [Input.Party], _ assumptions: Assumptions, _ arena: Arena) {
      self.parties = parties
      self.assumptions = assumptions
      self.arena = arena
    }

    mutating func source(of figure: InputQuantity, in input: Input) -> Source {
      switch figure {
      case .volume, .index: .world(world(for: input.subject), figure)
      case .attainment(let option, _), .swing(let option, _):
        .service(service(of: option, for: input.subject), figure)
      case .coefficient(let name): .coefficient(name, parameter(named: name))
      case .common(let name): .common(name)
      case .uniform(let name): .uniform(name)
      }
    }

    private mutating func world(for subject: Input.Subject) -> Int {
      let kept = assumptions.keepingOnly(subject)
      if let place = worldPlaces[kept] { return place }
      worldPlaces[kept] = worlds.count
      worlds.append(WorldSummary(kept, in: arena))
      return worlds.count - 1
    }

    /// The parts of a provider's service are told apart by taking its coefficients as known.
    private mutating func service(of option: String, for subject: Input.Subject) -> Int {
      var key = Service(option: option, isKnown: false)
      if case .swings = subject { key.isKnown = true }
      if let place = servicePlaces[key] { return place }
      let own = parties.first { $0.option == option }?.performance ?? Performance(metrics: [])
      servicePlaces[key] = services.count
      services.append(
        ServiceSummary(key.isKnown ? own.known : own, of: option, assumptions, in: arena))
      return services.count - 1
    }

    private func parameter(named name: String) -> Parameter {
      for party in parties {
        for metric in party.performance.metrics {
          let own = metric.uncertainCoefficients(of: party.option)
          if let found = own.first(where: { $0.name == name }) { return found.parameter }
        }
      }
      preconditionFailure("a figure is of a coefficient that some party has")
    }
  }
}
