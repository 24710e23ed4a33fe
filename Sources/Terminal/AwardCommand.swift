import ArgumentParser
import Assay

/// The command `assay award`.
struct AwardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "award",
    abstract: "Splits the lots of an event over its bids: least cost and tail risk under rules.",
    discussion: """
      Lots, shares and rules stand in event.yaml under lots and award. \
      It answers 1 where no award keeps all rules that must hold, and names the conflict.
      """
  )

  @OptionGroup var event: EventOptions

  @OptionGroup var workforce: Workforce

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "How far from the least an award may be, such as 0.1%. (default: 0.01%)",
    transform: percentage(typed:))
  var gap: Double?

  @ArgumentParser.Option(
    parsing: .unconditional, help: "After how many nodes a search gives up. (default: 1000000)")
  var nodes: Int?

  @ArgumentParser.Option(
    parsing: .unconditional,
    help: "After how many seconds of searching the best so far is reported; no limit by default.")
  var maxSeconds: Int?

  @ArgumentParser.Option(
    name: .customLong("rule"),
    help: "A rule beside those of the event, written as there: 'few: {providers: {max: 2}}'.")
  var rules: [String] = []

  @ArgumentParser.Option(help: "A rule that is left out, by its name.")
  var without: [String] = []

  @Flag(help: "The award alone, without other awards and what each rule costs.")
  var alone = false

  func validate() throws {
    guard nodes.map({ (1...1_000_000_000).contains($0) }) ?? true else {
      throw ValidationError("--nodes is 1 to 1000000000.")
    }
    guard maxSeconds.map({ (1...1_000_000).contains($0) }) ?? true else {
      throw ValidationError("--max-seconds is 1 to 1000000.")
    }
    guard event.count <= Sample.capacity else {
      throw ValidationError("--futures is 1 to \(Sample.capacity): an award keeps all of them.")
    }
  }

  func run() async throws {
    var isPossible = true
    try await answering {
      let report = try await report(until: ControlC.watched())
      isPossible = report.isPossible
      return event.json ? report.json : report.text
    }
    if ControlC.isPressed { throw ControlC.exitCode }
    if !isPossible { throw ExitCode(1) }
  }

  private func report(until interruption: Interruption) async throws -> AwardReport {
    let search = Interruption()
    let cbc = try Cbc(
      gap: gap ?? 0.000_1, nodes: nodes ?? 1_000_000,
      isToStop: { interruption.isRequested || search.isRequested })
    let evaluation = try await event.evaluation()
    let added = try rules.flatMap { text in
      try awardRules(typed: text, as: "--rule", of: evaluation.dossier)
    }
    let lots = try evaluation.lots(adding: added, without: without)
    let work = lots.work(for: event.count)
    let progress = Progress(of: work)
    defer { progress.end() }
    let limit = maxSeconds
    return try await evaluation.award(
      lots, by: cbc, isAlone: alone, threads: workforce.count, interruption: interruption
    ) { done in
      progress.tell(done)
      guard done == work, let limit else { return }
      Task.detached {
        try await Task.sleep(for: .seconds(limit))
        search.request()
      }
    }
  }
}
