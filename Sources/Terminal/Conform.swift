import ArgumentParser
import Assay

/// The command `assay conform`.
struct Conform: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conform",
    abstract: "Settles case files and says which expected figures are reproduced.",
    discussion: "It answers 1 where a figure is not reproduced or a file cannot be read."
  )

  @Argument(
    help: "Case files, or folders in which every .yaml file with expectations is one.",
    completion: .file())
  var cases: [String]

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() async throws {
    var isReproduced = false
    try await answering {
      let report = try conformance(of: cases)
      isReproduced = report.isReproduced
      return json ? report.json : report.text
    }
    if !isReproduced { throw ExitCode(1) }
  }
}
