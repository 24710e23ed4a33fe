import ArgumentParser
import Assay

/// The command `assay merge`.
struct Merge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Ranks the bids of an event by the futures of several shards."
  )

  @Argument(help: "The shards, in any order.", completion: .file())
  var files: [String]

  @ArgumentParser.Option(
    help: "The event's folder. (default: where it was when the shards were made)",
    completion: .directory)
  var event: String?

  @ArgumentParser.Option(
    help: "The folder in which the event's history lies.", completion: .directory)
  var data: String?

  @Flag(help: "Write one JSON document, see docs/schema.")
  var json = false

  @Flag(help: "List every coefficient that was fitted from history.")
  var fits = false

  @Flag(help: "List every answer to every requirement, with its evidence, and every deviation.")
  var compliance = false

  @Flag(help: "Show plain means, without the controls that lower their error.")
  var noControls = false

  @OptionGroup var workforce: Workforce

  func run() async throws {
    try await answering {
      let shards = try ShardSet(files: files, version: assayVersion)
      let evaluation = try await evaluation(of: shards)
      let outcome = try await Announcement.during("Adding up the shards") {
        try evaluation.outcome(of: shards)
      }
      let progress = Progress(of: evaluation.futuresOfVariants)
      defer { progress.end() }
      let comparison = await evaluation.comparison(
        by: outcome, threads: workforce.count, controlsAreOff: noControls
      ) { progress.tell($0 - outcome.futures) }
      let report = evaluation.report(on: comparison)
      return json
        ? report.json : report.text(withFits: fits, withCompliance: compliance)
    }
  }

  private func evaluation(of shards: ShardSet) async throws -> Evaluation {
    let (event, data) = (event ?? shards.first.event, data ?? shards.first.data)
    return try await Announcement.during("Reading the event and preparing its futures") {
      try Evaluation(
        loadEvent(at: event, data: data), futures: shards.futures, seed: shards.first.seed)
    }
  }
}
