import ArgumentParser
import Assay

/// The command `assay settle`.
struct Settle: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "States what is owed under a contract for actual volumes and service.",
    discussion: """
      The contract is that of a bid of an event, with --bid and --actuals, or it is written in a case \
      file together with the actuals.
      """
  )

  /// How the statement is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
  }

  @Argument(help: "An event's folder, or a case file.", completion: .file())
  var contract: String

  @ArgumentParser.Option(help: "The bid, by its folder's name, or baseline.")
  var bid: String?

  @ArgumentParser.Option(
    help: """
      A CSV file with a row for each month: volumes, index levels and attainments. \
      (default: actuals/<bid>.csv in the event's folder)
      """, completion: .file(extensions: ["csv"]))
  var actuals: String?

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "Show this month line by line: a contract month such as 13, or 2028-04.")
  var month: MonthChoice?

  @ArgumentParser.Option(help: "see docs/schema for json.")
  var format = Format.text

  func validate() throws {
    guard actuals == nil || bid != nil else {
      throw ValidationError("--actuals is of a --bid; a case file holds its own.")
    }
  }

  func run() async throws {
    try await answering {
      let settled =
        if let bid {
          try loadCase(
            ofBid: bid, inEvent: contract, actuals: actuals ?? "\(contract)/actuals/\(bid).csv")
        } else {
          try loadCase(at: contract)
        }
      let report = try settled.report(month: month?.contractMonth(in: settled.event))
      return switch format {
      case .text: report.text
      case .csv: report.csv
      case .json: report.json
      }
    }
  }
}
