import ArgumentParser
import Assay

/// The command `assay rank`.
struct Rank: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ranks the bids of an event by total cost, risk and compliance."
  )

  @OptionGroup var event: EventOptions

  @Flag(help: "Settle the expected path only: what each bid costs year by year.")
  var baseCase = false

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "How many threads simulate. (default: one for each processor)")
  var threads: Int?

  @Flag(help: "List every coefficient that was fitted from history.")
  var fits = false

  func validate() throws {
    guard threads.map({ (1...1_024).contains($0) }) ?? true else {
      throw ValidationError("--threads is 1 to 1024.")
    }
    guard !baseCase || (!fits && threads == nil) else {
      throw ValidationError("--base-case simulates nothing: it takes no --fits and no --threads.")
    }
  }

  func run() async throws {
    try await answering {
      let evaluation = try event.evaluation()
      guard !baseCase else {
        let report = evaluation.baseCase
        return event.json ? report.json : report.text
      }
      let progress = Progress(of: evaluation.futuresInAll)
      let comparison = await evaluation.run(threads: threads ?? processors) { progress.tell($0) }
      progress.end()
      let report = evaluation.report(on: comparison)
      return event.json ? report.json : report.text(withFits: fits)
    }
  }
}
