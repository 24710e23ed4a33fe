import ArgumentParser
import Assay

/// The command `assay whatif`.
struct WhatIf: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Varies terms of an event on the same futures: the service-credit laboratory.",
    discussion: """
      A path names a term: bids/*/credits/at_risk in every bid, bids/alpha/credits/at_risk in one, \
      terms/credits/at_risk in the event's draft. One question is asked at a time.
      """
  )

  @OptionGroup var event: EventOptions

  @ArgumentParser.Option(help: "The bid that is meant, by its folder's name.")
  var bid: String?

  @OptionGroup(title: "Trying values") var vary: VaryOptions

  @OptionGroup(title: "Where two costs are equal") var breakEven: BreakEvenOptions

  @OptionGroup(title: "What terms are worth") var exchange: ExchangeOptions

  @OptionGroup(title: "What credits are worth") var regime: RegimeOptions

  @OptionGroup(title: "What providers make of it") var response: ResponseOptions

  @OptionGroup var workforce: Workforce

  /// The questions that may be asked, one of them at a time.
  private var questions: [any WhatIfQuestion] { [vary, breakEven, exchange, regime, response] }

  func validate() throws {
    let asked = questions.filter(\.isAsked)
    guard asked.count == 1, let question = asked.first else {
      let names = questions.map(\.flags).joined(separator: ", ")
      throw ValidationError("Ask one question: one of \(names).")
    }
    try question.check(event, bid: bid)
  }

  func run() async throws {
    try await answering {
      guard let question = questions.first(where: \.isAsked) else { return "" }
      return try await question.answer(event, bid: bid, threads: workforce.count)
    }
  }
}

/// A question that `assay whatif` answers: a group of options.
protocol WhatIfQuestion: ParsableArguments {
  /// The options by which it is asked.
  var flags: String { get }

  /// Whether it is asked.
  var isAsked: Bool { get }

  /// Refuses what cannot be asked together of `event` and `bid`.
  func check(_ event: EventOptions, bid: String?) throws

  /// The answer, for people or for machines.
  func answer(_ event: EventOptions, bid: String?, threads: Int) async throws -> String
}

/// A question whose answer compares variations of the event.
protocol LaboratoryQuestion: WhatIfQuestion {
  /// The answer of `laboratory`, for people or for machines.
  func answer(
    of laboratory: Laboratory, bid: String?, threads: Int, inJson: Bool
  ) async throws -> String
}

extension LaboratoryQuestion {
  func check(_ event: EventOptions, bid: String?) throws {
    guard bid == nil else {
      throw ValidationError("\(flags) names bids by the paths of terms: it takes no --bid.")
    }
    try checkFutures(of: event)
  }

  func checkFutures(of event: EventOptions) throws {
    guard event.count <= Laboratory.mostFutures else {
      throw ValidationError("--futures is at most \(Laboratory.mostFutures) here.")
    }
  }

  func answer(_ event: EventOptions, bid: String?, threads: Int) async throws -> String {
    let laboratory = try await Announcement.during("Reading the event") {
      try Laboratory(
        of: event.source.event, data: event.source.data, futures: event.count,
        seed: event.source.seed)
    }
    event.source.complainOfNeedlessData(isFitted: laboratory.isFitted)
    return try await answer(of: laboratory, bid: bid, threads: threads, inJson: event.json)
  }
}
