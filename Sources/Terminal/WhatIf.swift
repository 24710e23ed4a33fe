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

  @OptionGroup(title: "Trying values") var vary: VaryOptions

  @OptionGroup(title: "Where two costs are equal") var breakEven: BreakEvenOptions

  @OptionGroup(title: "What terms are worth") var exchange: ExchangeOptions

  @OptionGroup var workforce: Workforce

  /// The questions that may be asked, one of them at a time.
  private var questions: [any WhatIfQuestion] { [vary, breakEven, exchange] }

  func validate() throws {
    let asked = questions.filter(\.isAsked)
    guard asked.count == 1 else {
      let names = questions.map(\.flag).joined(separator: ", ")
      throw ValidationError("Ask one question: one of \(names).")
    }
    guard event.count <= Laboratory.mostFutures else {
      throw ValidationError("--futures is at most \(Laboratory.mostFutures) here.")
    }
  }

  func run() async throws {
    try await answering {
      let laboratory = try Announcement.during("Reading the event") {
        try Laboratory(
          of: event.source.event, data: event.source.data, futures: event.count,
          seed: event.source.seed)
      }
      event.source.complainOfNeedlessData(isFitted: laboratory.isFitted)
      guard let question = questions.first(where: \.isAsked) else { return "" }
      return try await question.answer(
        of: laboratory, threads: workforce.count, inJson: event.json)
    }
  }
}

/// A question that `assay whatif` answers: a group of options.
protocol WhatIfQuestion: ParsableArguments {
  /// The option by which it is asked.
  var flag: String { get }

  /// Whether it is asked.
  var isAsked: Bool { get }

  /// The answer, for people or for machines.
  func answer(of laboratory: Laboratory, threads: Int, inJson: Bool) async throws -> String
}
