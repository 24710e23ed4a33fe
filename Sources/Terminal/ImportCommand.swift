import ArgumentParser
import Assay

/// The command `assay import`.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads a bidder's workbook and writes the folder of its bid.",
    discussion: """
      The workbook is one of assay template, filled in and saved as .xlsx or .ods; see \
      docs/workbook.md. Nothing is written where there is a fault. It answers 1 where the bid is \
      written and the event cannot be ranked with it.
      """
  )

  @Argument(help: "The workbook, an .xlsx or .ods file.")
  var workbook: String

  @ArgumentParser.Option(help: "The event's folder.")
  var event: String

  @ArgumentParser.Option(help: "The bid, by its folder's name.")
  var bid: String

  @ArgumentParser.Option(help: "The round, by its folder's name.")
  var round = "1"

  @Flag(help: "Replace a round that is there.")
  var replace = false

  @Flag(help: "Take a workbook that was made before event.yaml was last changed.")
  var acceptStale = false

  func run() async throws {
    var isWhole = true
    try await answering {
      let imported = try importBid(
        BidImport(
          workbook: workbook, event: event, bid: bid, round: round, replaces: replace,
          acceptsStale: acceptStale))
      for line in imported.eventFaults?.description.split(separator: "\n") ?? [] {
        complain(String(line))
      }
      isWhole = imported.eventFaults == nil
      return imported.text
    }
    if !isWhole { throw ExitCode(1) }
  }
}
