import ArgumentParser
import Assay

/// The command `assay explain`.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what one bid costs in one future, every line with its formula."
  )

  @OptionGroup var event: EventOptions

  @ArgumentParser.Option(help: "The bid, by its folder's name, or baseline.")
  var bid: String

  @ArgumentParser.Option(
    help: "The number of the future, from 0. (default: the one nearest the median cost)"
  )
  var future: Int?

  @ArgumentParser.Option(help: "Show this contract month line by line.")
  var month: Int?

  func validate() throws {
    guard future.map({ (0..<event.futures).contains($0) }) ?? true else {
      throw ValidationError("--future is 0 to \(event.futures - 1), one less than --futures.")
    }
  }

  func run() async throws {
    try await answering {
      let evaluation = try event.evaluation()
      let progress = Progress(of: event.futures)
      let report = try await evaluation.explanation(
        of: bid, future: future, month: month, threads: processors
      ) { progress.tell($0) }
      progress.end()
      return event.json ? report.json : report.text
    }
  }
}
