import ArgumentParser
import Assay

/// The command `assay whatif`.
struct WhatIf: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Shows what credit regimes are worth, and what would change them."
  )

  @OptionGroup var event: EventOptions

  @OptionGroup var regime: RegimeOptions

  @ArgumentParser.Option(help: "The only bid that is looked at, by its folder's name, or baseline.")
  var bid: String?

  @OptionGroup var workforce: Workforce

  func validate() throws {
    guard regime.isAsked else {
      throw ValidationError("Nothing is asked: give --regime or --replay.")
    }
    try regime.validate(event, bid: bid)
  }

  func run() async throws {
    try await answering {
      try await regime.answer(event, bid: bid, threads: workforce.count)
    }
  }
}
