import ArgumentParser
import Assay

/// The command `assay`.
@main struct AssayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Simulates outsourcing bids clause by clause and ranks them.",
    version: assayVersion,
    subcommands: [Rank.self, Explain.self, ShardCommand.self, Merge.self]
  )

  static func main() async {
    do {
      try useInstructionsOfEnvironment()
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as UnknownInstructions {
      complain(error.sentence)
      exit(withError: ExitCode(2))
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      // What was typed is quoted in the message.
      for line in fullMessage(for: error).split(separator: "\n") { complain(String(line)) }
      exit(withError: ExitCode.validationFailure)
    }
  }
}
