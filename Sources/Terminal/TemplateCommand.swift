import ArgumentParser
import Assay

/// The command `assay template`.
struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Writes the workbook that the bidders of an event fill in.",
    discussion: "It comes back in with assay import; see docs/workbook.md."
  )

  @Argument(help: "The event's folder.")
  var event: String

  @ArgumentParser.Option(
    name: .shortAndLong, help: "The .xlsx file that is written.")
  var output: String

  @ArgumentParser.Option(help: "A bid that is filled in already, by its folder's name.")
  var bid: String?

  @ArgumentParser.Option(help: "The round of that bid. (default: the last one)")
  var round: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  func validate() throws {
    guard output.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("--output is a file whose name ends in .xlsx.")
    }
    guard round == nil || bid != nil else {
      throw ValidationError("--round is of a --bid.")
    }
  }

  func run() async throws {
    try await answering {
      try writeBidTemplate(
        ofEventAt: event, to: output, bid: bid, round: round, replaces: replace)
      return "Written: \(output.clean)\n"
    }
  }
}
