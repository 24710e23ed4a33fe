import ArgumentParser
import Assay

/// The command `assay check`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what is wrong with an event, and where its bids depart from usual terms.",
    discussion: """
      Of a mapping it shows the history as it is understood. \
      It answers 1 where there is a fault, and with --strict also where there is something to know.
      """
  )

  /// How the answer is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: "The event's folder, or a mapping of a history.", completion: .file())
  var event: String

  @ArgumentParser.Option(help: "Tell of this bid alone, by its folder's name, or of baseline.")
  var bid: String?

  @ArgumentParser.Option(
    help: "The folder in which the event's history lies.", completion: .directory)
  var data: String?

  @ArgumentParser.Option(help: "see docs/schema for json.")
  var format = Format.text

  @Flag(help: "Answer 1 also where there is something to know.")
  var strict = false

  func run() async throws {
    var fails = false
    try await answering {
      let answer = try answer()
      fails = answer.fails
      return answer.text
    }
    if fails { throw ExitCode(1) }
  }

  /// The folder of an event of which its page was named.
  private var folder: String { event == "event.yaml" ? "." : String(event.dropLast(11)) }

  /// What is answered, by what kind of thing is checked, and whether that is a "no".
  private func answer() throws -> (text: String, fails: Bool) {
    let isEvent = event == "event.yaml" || event.hasSuffix("/event.yaml")
    if !isEvent, event.hasSuffix(".yaml") || event.hasSuffix(".yml") {
      let report = try historyPreview(mapping: event, data: data)
      return (format == .text ? report.text : report.json, false)
    }
    let report = try checkReport(of: isEvent ? folder : event, data: data, only: bid)
    let text =
      switch format {
      case .text: report.text
      case .json: report.json
      }
    return (text, report.fails(strictly: strict))
  }
}
