import ArgumentParser
import Assay

/// The options of every command that evaluates an event.
struct EventOptions: ParsableArguments {
  @Argument(help: "The event's folder.")
  var event: String

  @ArgumentParser.Option(
    parsing: .unconditional, help: "How many futures are simulated.")
  var futures = 20_000

  @ArgumentParser.Option(
    parsing: .unconditional, help: "The seed of all random numbers, 0 to 2^64 - 1.")
  var seed: UInt64 = 1

  @ArgumentParser.Option(help: "The folder in which the event's history lies.")
  var data: String?

  @Flag(help: "Write one JSON document, see docs/schema.")
  var json = false

  func validate() throws {
    guard (1...(1 << 32)).contains(futures) else {
      throw ValidationError("--futures is 1 to 4294967296.")
    }
  }

  /// Reads the event and prepares its futures.
  func evaluation() throws -> Evaluation {
    let evaluation = try Evaluation(
      loadEvent(at: event, data: data), futures: futures, seed: seed)
    if let data, !evaluation.isFitted {
      complain("--data \(data) changes nothing: nothing in this event is fitted from history")
    }
    return evaluation
  }
}
