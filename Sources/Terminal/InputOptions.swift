import ArgumentParser
import Assay

/// Whether it is asked which inputs matter, and by how many futures.
struct InputOptions: ParsableArguments {
  @Flag(help: "Show which inputs matter, and what knowing them before signing is worth.")
  var inputs = false

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "How many futures are simulated with each input drawn anew. (default: 4096)")
  var inputFutures: Int?

  func validate(besideBaseCase isBaseCase: Bool) throws {
    guard inputFutures == nil || inputs else {
      throw ValidationError("--input-futures is of --inputs.")
    }
    guard inputFutures.map({ (512...131_072).contains($0) }) ?? true else {
      throw ValidationError("--input-futures is 512 to 131072.")
    }
    guard !inputs || !isBaseCase else {
      throw ValidationError("--base-case simulates nothing: it takes no --inputs.")
    }
  }

  /// Adds what matters to `report`, where it is asked and the run was not interrupted.
  func add(to report: inout RankReport, of evaluation: Evaluation, threads: Int) async {
    guard inputs, !ControlC.isPressed else { return }
    report = await Announcement.during("Drawing inputs anew") {
      evaluation.findingWhatMatters(in: report, designFutures: inputFutures, threads: threads)
    }
  }
}
