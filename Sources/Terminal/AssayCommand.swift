import ArgumentParser
import Assay

/// The command `assay`.
struct AssayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Simulates outsourcing bids clause by clause and ranks them.",
    version: assayVersion,
    subcommands: [
      New.self, Check.self, TemplateCommand.self, ImportCommand.self, Rank.self, Explain.self,
      WhatIf.self, Settle.self, Conform.self,
      ShardCommand.self, Merge.self,
    ]
  )

  /// What the arguments ask for.
  ///
  /// It exits where that is help, or nothing that can be done.
  static func asked() -> any ParsableCommand {
    exitingOnError {
      try useInstructionsOfEnvironment()
      return try parseAsRoot()
    }
  }

  /// Does what was asked, and exits.
  static func finish(_ command: any ParsableCommand) async -> Never {
    do {
      var command = command
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(because: error)
    }
    exit()
  }

  private static func exitingOnError<Result>(_ body: () throws -> Result) -> Result {
    do {
      return try body()
    } catch {
      exit(because: error)
    }
  }

  private static func exit(because error: any Error) -> Never {
    if let error = error as? UnknownInstructions {
      complain(error.sentence)
      exit(withError: ExitCode(2))
    }
    guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
    // What was typed is quoted in the message.
    for line in fullMessage(for: error).split(separator: "\n") { complain(String(line)) }
    exit(withError: ExitCode.validationFailure)
  }
}
