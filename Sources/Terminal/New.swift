import ArgumentParser
import Assay

/// The command `assay new`.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes an event to start from: two invented bids that can be checked and ranked."
  )

  @Argument(help: "The folder to write to: a new one, or an empty one.", completion: .directory)
  var folder: String

  @Flag(help: "Write the least that ranks.")
  var small = false

  func run() async throws {
    try await answering {
      let event = small ? NewEvent.small : .full
      do {
        try event.write(to: folder)
      } catch let error as NewEventError {
        complain(error.description)
        throw ExitCode(2)
      }
      let files = event.files.keys.sorted().map { "\(folder)/\($0)".clean + "\n" }
      return files.joined() + "Next: assay check \(folder.clean)\n"
    }
  }
}
