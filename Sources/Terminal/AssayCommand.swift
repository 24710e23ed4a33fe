import ArgumentParser
import Assay

/// The command `assay`.
@main struct AssayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Simulates outsourcing bids clause by clause and ranks them.",
    version: assayVersion,
    subcommands: [Rank.self, Explain.self]
  )
}
