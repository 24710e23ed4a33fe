/// An input of a simulation that a team can name: a group of drivers and their random numbers.
public struct Input: Hashable, Sendable {
  /// What is uncertain.
  public enum Subject: Hashable, Sendable {
    /// The demand of all service lines.
    case allDemand
    /// The demand of one service line.
    case demand(String)
    /// The yearly growth of a service line beyond its forecast.
    case growth(String)
    /// The steps and shocks of a service line.
    case events(String)
    /// How a service line moves from month to month: its state, persistence and spread.
    case movement(String)
    /// All indices and exchange rates.
    case allIndices
    /// One index or exchange rate.
    case index(String)
    /// The service of all providers.
    case allService
    /// The service of one option's provider, all metrics.
    case service(String)
    /// The coefficients of a provider's service that history leaves uncertain.
    case coefficients(String)
    /// How a provider's service moves from month to month, with what measuring adds.
    case swings(String)
    /// What the service of providers has in common.
    case common
    /// The uniforms of one kind that the contract of an option asks for, such as `hidden`.
    case uniforms(String, of: String)
  }

  /// Where an input stands among others: the parts of one add up to it.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// Several singles together.
    case group
    /// What a team would name first.
    case single
    /// A part of a single.
    case part
  }

  /// What is uncertain.
  public let subject: Subject

  /// The stable names of its drivers.
  public let drivers: [String]

  /// The options that it touches, or nothing where it touches all.
  public let options: [String]?

  /// Creates an input of the drivers with these stable names.
  public init(subject: Subject, drivers: [String], options: [String]?) {
    self.subject = subject
    self.drivers = drivers
    self.options = options
  }

  /// Whether it moves what all options share: demand or indices.
  public var movesWorld: Bool {
    switch subject {
    case .allDemand, .demand, .growth, .events, .movement, .allIndices, .index: true
    case .allService, .service, .coefficients, .swings, .common, .uniforms: false
    }
  }

  /// Where the input stands among others.
  public var level: Level {
    switch subject {
    case .allDemand, .allIndices, .allService: .group
    case .demand, .index, .service, .common, .uniforms: .single
    case .growth, .events, .movement, .coefficients, .swings: .part
    }
  }

  /// The name, such as `demand/voice`.
  public var name: String {
    switch subject {
    case .allDemand: "demand"
    case .demand(let line): "demand/\(line)"
    case .growth(let line): "demand/\(line)/growth"
    case .events(let line): "demand/\(line)/events"
    case .movement(let line): "demand/\(line)/movement"
    case .allIndices: "indices"
    case .index(let id): "indices/\(id)"
    case .allService: "service"
    case .service(let option): "service/\(option)"
    case .coefficients(let option): "service/\(option)/coefficients"
    case .swings(let option): "service/\(option)/movement"
    case .common: "common"
    case .uniforms(let kind, let option): "\(kind)/\(option)"
    }
  }

  /// An option as far as its inputs go.
  public struct Party: Hashable, Sendable {
    /// The option.
    public let option: String

    /// How its provider may perform.
    public let performance: Performance

    /// The stable names of the uniforms that its contract asks for, `kind/option/clause`.
    public let uniforms: [String]

    /// Creates a party.
    public init(option: String, performance: Performance, uniforms: [String]) {
      self.option = option
      self.performance = performance
      self.uniforms = uniforms
    }
  }
}
