import ArgumentParser
import Assay

/// The command `assay`.
@main struct AssayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "assay")
}
