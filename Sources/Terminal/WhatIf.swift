import ArgumentParser
import Assay

/// The command `assay whatif`.
struct WhatIf: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "What other terms would bring.")

  @OptionGroup var event: EventOptions

  @ArgumentParser.Option(help: "The bid that is meant.")
  var bid: String?

  @OptionGroup var response: ResponseOptions

  func run() async throws {
    try await answering {
      let evaluation = try event.source.evaluation(
        futures: event.futures ?? ResponseOptions.futures)
      try evaluation.requireStatedPrices()
      return try response.report(evaluation, bid: bid, json: event.json)
    }
  }
}
