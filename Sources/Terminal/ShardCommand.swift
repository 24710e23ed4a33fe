import ArgumentParser
import Assay
import FoundationEssentials
import Glibc
import SystemPackage

/// The command `assay shard`.
struct ShardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Simulates some of the futures of an event, to be merged with others."
  )

  @OptionGroup var source: EventSource

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "The futures A..<B: A is a multiple of \(Experiment.blockSize), B is the next shard's A.")
  var futures: FutureRange

  @ArgumentParser.Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  @OptionGroup var workforce: Workforce

  func validate() throws { _ = try futures.futures() }

  func run() async throws {
    let futures = try futures.futures()
    try await answering {
      let evaluation = try await source.evaluation(futures: futures.upperBound)
      guard Shard.isWritable(to: output) else {
        throw unwritten("its folder is not there, or it is something else than a file")
      }
      try evaluation.requireStatedPrices()
      let outcome = await simulated(futures, of: evaluation)
      guard outcome.futures > 0 else { throw ControlC.nothingDone() }
      let shard = evaluation.shard(
        of: outcome, event: absolute(source.event), data: source.data.map(absolute))
      do {
        try shard.write(outcome, to: output)
      } catch {
        throw unwritten(words(of: error))
      }
      let (first, end) = (outcome.range.lowerBound, outcome.range.upperBound)
      let missing = end == futures.upperBound ? "" : ", \(end)..<\(futures.upperBound) are missing"
      return "\(output.clean) holds the futures \(first)..<\(end)\(missing)\n"
    }
    if ControlC.isPressed { throw ControlC.exitCode }
  }

  private func simulated(_ futures: Range<Int>, of evaluation: Evaluation) async -> Outcome {
    let progress = Progress(of: futures.count)
    defer { progress.end() }
    return await evaluation.experiment.run(
      futures, threads: workforce.count, interruption: ControlC.watched()
    ) { progress.tell($0) }
  }

  private func unwritten(_ why: String) -> ExitCode {
    complain("\(output) cannot be written: \(why)")
    return ExitCode(74)
  }

  /// What went wrong, in the system's words where it is the system that refused.
  private func words(of error: any Error) -> String {
    guard let refusal = (error as? CocoaError)?.underlying as? POSIXError else { return "\(error)" }
    return Errno(rawValue: refusal.code.rawValue).description
  }

  private func absolute(_ path: String) -> String { URL(filePath: path).absoluteURL.path }
}
