import ArgumentParser
import Assay

/// The command `assay explain`.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows what one bid costs in one future, every line with its formula."
  )

  @OptionGroup var event: EventOptions

  @ArgumentParser.Option(help: "The bid, by its folder's name, or baseline.")
  var bid: String

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "The number of the future, from 0. (default: the one nearest the median cost)"
  )
  var future: Int?

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "Show this month line by line: a contract month such as 13, or 2028-04.")
  var month: MonthChoice?

  func validate() throws {
    guard future.map({ (0..<event.count).contains($0) }) ?? true else {
      throw ValidationError("--future is 0 to \(event.count - 1), one less than --futures.")
    }
    guard month.map(\.mayExist) ?? true else {
      throw ValidationError("--month is 1 or more, or a calendar month such as 2028-04.")
    }
  }

  func run() async throws {
    try await answering {
      let evaluation = try await event.evaluation()
      if future == nil { try evaluation.requireStatedPrices(of: bid) }
      let progress = Progress(of: event.count)
      let report = try await evaluation.explanation(
        of: bid, future: future, month: month?.contractMonth(in: evaluation.dossier.event),
        threads: processors
      ) { progress.tell($0) }
      progress.end()
      return event.json ? report.json : report.text
    }
  }
}
