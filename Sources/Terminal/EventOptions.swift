import ArgumentParser
import Assay

/// Which event is meant, and which random numbers.
struct EventSource: ParsableArguments {
  @Argument(help: "The event's folder.", completion: .directory)
  var event: String

  @ArgumentParser.Option(
    parsing: .unconditional, help: "The seed of all random numbers, 0 to 2^64 - 1.")
  var seed: UInt64 = 1

  @ArgumentParser.Option(
    help: "The folder in which the event's history lies.", completion: .directory)
  var data: String?

  /// Reads the event and prepares `futures` futures.
  func evaluation(futures: Int) async throws -> Evaluation {
    let doing = "Reading the event and preparing its futures"
    let evaluation = try await Announcement.during(doing) {
      try Evaluation(
        await Foresight.event(in: event, data: data), futures: futures, seed: seed)
    }
    complainOfNeedlessData(isFitted: evaluation.isFitted)
    return evaluation
  }

  /// Says that a history was named of which nothing is fitted.
  func complainOfNeedlessData(isFitted: Bool) {
    guard let data, !isFitted else { return }
    complain("--data \(data) changes nothing: nothing in this event is fitted from history")
  }
}

/// The options of every command that evaluates an event.
struct EventOptions: ParsableArguments {
  @OptionGroup var source: EventSource

  @ArgumentParser.Option(
    parsing: .unconditional, help: "How many futures are simulated. (default: 20000)")
  var futures: Int?

  @Flag(help: "Write one JSON document, see docs/schema.")
  var json = false

  func validate() throws {
    guard (1...(1 << 32)).contains(count) else {
      throw ValidationError("--futures is 1 to 4294967296.")
    }
  }

  /// The number of futures.
  var count: Int { futures ?? 20_000 }

  /// Reads the event and prepares its futures.
  func evaluation() async throws -> Evaluation {
    try await source.evaluation(futures: count)
  }
}

/// How many threads simulate.
struct Workforce: ParsableArguments {
  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "How many threads simulate. (default: one for each processor)")
  var threads: Int?

  func validate() throws {
    guard threads.map({ (1...1_024).contains($0) }) ?? true else {
      throw ValidationError("--threads is 1 to 1024.")
    }
  }

  /// The number of threads.
  var count: Int { threads ?? processors }
}
