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
      WhatIf.self, AwardCommand.self, Settle.self, Conform.self,
      ShardCommand.self, Merge.self,
    ]
  )

  /// What the arguments ask for.
  ///
  /// It exits where that is help, or nothing that can be done.
  static func asked() -> any ParsableCommand {
    exitingOnError {
      try useInstructionsOfEnvironment()
      return try named(in: CommandLine.arguments) ?? parseAsRoot()
    }
  }

  /// The command whose name is the first of `words`, looked at without the others.
  ///
  /// Nothing where that does not succeed: then all of `assay` is to be looked at, for what is said of it.
  private static func named(in words: [String]) -> (any ParsableCommand)? {
    guard let name = words.dropFirst().first,
      let named = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let command = try? named.parseAsRoot(Array(words[2...])), type(of: command) == named
    else { return nil }
    return command
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
