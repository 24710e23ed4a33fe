import Assay
import Timing

/// Times one evaluation from within: `Simulate EVENT FUTURES THREADS`.
///
/// Prints a line of three numbers, in seconds: reading the event, simulating its futures without
/// variants, and comparing and writing the answer as JSON.
@main struct Simulate {
  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count == 4, let futures = Int(words[2]), let threads = Int(words[3]) else {
      print("usage: Simulate EVENT FUTURES THREADS")
      return
    }
    let begun = ContinuousClock.now
    let evaluation = try Evaluation(loadEvent(at: words[1]), futures: futures)
    let reading = seconds(since: begun)
    let outcome = await evaluation.experiment.run(threads: threads)
    let simulating = seconds(since: begun) - reading
    let comparison = await Comparison(evaluation.dossier.event, evaluation.experiment, outcome)
    let answer = evaluation.report(on: comparison).json
    precondition(!answer.isEmpty, "a report says something")
    print(reading, simulating, seconds(since: begun) - simulating - reading)
  }
}
