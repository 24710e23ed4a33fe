import ArgumentParser
import Assay
import Crew

/// Reads the event that the arguments name while they are still being looked at.
///
/// Finding out what arguments ask for keeps one processor busy for half as long as it takes to
/// read an event of eight bids (docs/decisions/0008).
enum Foresight {
  /// The folder that is likely to be asked for, and what its reading comes to.
  private static let reading = likelyFolder(in: CommandLine.arguments).map { folder in
    (folder: folder, dossier: Task.begun { try loadEvent(at: folder) })
  }

  /// Begins to read, with a second thread at hand to help.
  ///
  /// To be called before anything else asks for the event, and in no task.
  static func begin() {
    guard reading != nil else { return }
    _ = Task<Void, any Error>.begun {}
  }

  /// The event in `folder`, as ``loadEvent(at:data:overrides:)`` reads it.
  static func event(in folder: String, data: String?) async throws -> Dossier {
    guard let reading, reading.folder == folder, data == nil else {
      return try loadEvent(at: folder, data: data)
    }
    return try await reading.dossier.value
  }

  /// The first word behind a command that evaluates an event, where no other history is meant.
  private static func likelyFolder(in words: [String]) -> String? {
    let commands = [
      Rank.configuration, Explain.configuration, AwardCommand.configuration,
      ShardCommand.configuration,
    ]
    guard words.count > 2, commands.contains(where: { $0.commandName == words[1] }),
      !words[2].hasPrefix("-"), !words.contains(where: { $0.hasPrefix("--data") })
    else { return nil }
    return words[2]
  }
}
